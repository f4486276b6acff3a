import type { AnswerOf } from "../../shared/runtime/client.ts";
import { textField } from "../fields.ts";
import { button, type Form, formWith } from "../form.ts";
import { away, html, type Html } from "../html.ts";
import { modesInWords } from "../terms.ts";
import { counted, longDate } from "../words.ts";
import type { Request } from "../requests/draftBody.ts";
import type { Names } from "./names.ts";

type Relaxation = AnswerOf<"relaxRequest">["relaxations"][number];

/** What a change would change on the request, and what to write to whoever changes it. */
interface OnRequest {
  readonly field: string;
  readonly now: (request: Request) => string;
  readonly wanted: string;
  readonly message: string;
}

const later = {
  field: "Last day",
  now: ({ window }: Request) => longDate(window.to),
  wanted: "later",
};

const onRequest: Readonly<Record<string, OnRequest>> = {
  remote: {
    field: "Where",
    now: ({ mode }) => modesInWords[mode],
    wanted: modesInWords.remote,
    message: "Too few can come to the school for this. Would remote support do?",
  },
  "after-half-term": {
    ...later,
    message: "Too few are free within these dates. May it go on until the end of the next half term?",
  },
  later: { ...later, message: "Too few are free within these dates. May it go on six weeks longer?" },
  "fewer-days": {
    field: "Days of support",
    now: ({ daysEach }) => counted(daysEach, "day"),
    wanted: "half as many",
    message: "Too few have so many days left. Would half the days from each person do?",
  },
  "one-school": {
    field: "People from one school",
    now: ({ maxFromOneSchool }) => (maxFromOneSchool === undefined ? "any" : `at most ${maxFromOneSchool}`),
    wanted: "any number",
    message: "Those who are free come from one school. May more people come from the same school?",
  },
  "wider-expertise": {
    field: "Help with",
    now: () => "what was asked",
    wanted: "something near to it",
    message: "Too few who declare this are free. Is there something near to it that would help as well?",
  },
};

interface Asking {
  readonly request: Request;
  readonly names: Names;
  readonly form: Form;
}

/** Hands the request back with what it is to be asked; what was suggested can be changed before. */
const askForIt = (change: OnRequest, { request, form }: Asking, which: string): Html =>
  html`<p>
      On the request: ${change.field.toLowerCase()}, now ${change.now(request)}, would be ${change.wanted}.
    </p>
    <details ${form.typed && "open"}>
      <summary>Ask the school for it${away(which)}</summary>
      <p>
        The request goes back to be changed and is a draft until it is sent again. That is possible as long as
        nobody is asked.
      </p>
      ${formWith(
        form,
        textField(form, { name: "message", label: "What you write", value: change.message }, 2),
        button(["Hand it back", away(which)], "second"),
      )}
    </details>`;

/** Who would need more room, each leading to what is known of them. */
const moreRoom = ({ more }: Relaxation, names: Names): Html =>
  html`<p>Ask them, or their head, whether they can give more. It stands on their own record.</p>
    <ul>
      ${more.map(({ personId, slots, days }) => {
        const needed = [
          ...(slots > 0 ? [counted(slots, "more deployment")] : []),
          ...(days > 0 ? [counted(days, "more day")] : []),
        ];
        return html`<li>
          <a href="/pages/people/${personId}">${names.person(personId)}</a>: ${needed.join(" and ")}
        </li>`;
      })}
    </ul>`;

/** One change that would fill open places: what comes of it, and how to bring it about. */
export function relaxationOf(relaxation: Relaxation, asking: Asking): Html {
  const { request, names } = asking;
  const { relaxation: code, more } = relaxation;
  const sentence = names.sentence(relaxation.sentence);
  const change = onRequest[code];
  const [which = ""] = sentence.split(":");
  return html`<li>
    <h3>${sentence}</h3>
    ${
      more.length > 0
        ? moreRoom(relaxation, names)
        : change && request.state === "open"
          ? askForIt(change, asking, which)
          : !change &&
            html`<p>
              A rule is set aside for one practitioner at a time, with the reason:
              <a href="/pages/requests/${request.requestId}/verdicts"
                >see who could help, and what stands against each</a
              >.
            </p>`
    }
  </li>`;
}
