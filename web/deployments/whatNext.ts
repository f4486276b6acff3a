import { whatIsMissing } from "../home/incomplete.ts";
import { waitingCards } from "../home/waiting.ts";
import { html, type Html } from "../html.ts";
import { shortDate } from "../words.ts";
import type { Deployment, WorkRead } from "./readWork.ts";

/** What comes next of work, as one of its parties is told it. */
function whatComesNext(
  { state, agreement }: Pick<Deployment, "state" | "agreement">,
  parties: WorkRead["parties"],
): string {
  const agreedOn = shortDate(agreement.agreedAt);
  switch (state) {
    case "agreed":
      return parties.has("practitioner")
        ? `Get in touch with the school within five working days of ${agreedOn}, when all had said yes, and plan the first visit. Names and addresses stand at Who works together.`
        : `The practitioner gets in touch with the school within five working days of ${agreedOn}, when all had said yes, to plan the first visit.`;
    case "in-delivery":
      return parties.has("practitioner")
        ? "Send a record of each visit within five working days of it. The school says whether it is accurate, and then its days count."
        : "The practitioner sends a record of each visit within five working days of it. The school says whether it is accurate, and then its days count.";
    case "complete":
    case "curtailed":
    case "not-started":
      return "The work has ended.";
  }
}

/** What a reader has to do about work now, and what comes next of it; what is done on this very page stands there. */
export function whatNext({ me, deployment, parties, owed, at }: WorkRead): Html {
  const isAll = me.waiting.length === me.waitingCount && me.incomplete.length === 0;
  const elsewhere = owed.filter(({ path }) => `/pages${path}` !== at);
  return html`<div class="notice">
      <p>${whatComesNext(deployment, parties)}</p>
      ${owed.length === 0 && isAll && html`<p>Nothing waits for you here now.</p>`}
    </div>
    ${whatIsMissing(me)}
    ${
      elsewhere.length > 0 &&
      html`<h2>What waits for you here</h2>
        ${waitingCards(me, elsewhere)}`
    }`;
}
