import { routes } from "../../shared/contract/manifest.ts";
import { type Asker, askerOf } from "../../shared/domain/deployments/parties.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { whenLeftEmpty } from "../faults.ts";
import { textField } from "../fields.ts";
import { button, type Form, formWith, typed } from "../form.ts";
import { html, type Html } from "../html.ts";
import { parsedBy } from "../parsed.ts";
import { settledInWords } from "../tasks/wording.ts";
import { attempt, type Ending, type Trouble, troubleOf, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { workKeyOf, type WorkRead } from "./readWork.ts";

type Asked = AnswerOf<"askedOfBroker">["asked"][number];

/** What was asked of the broker about work, as far as the reader may know of it. */
export async function readAsked(visit: Visit): Promise<readonly Asked[]> {
  const answered = await attempt(visit, "askedOfBroker", { params: workKeyOf(visit) });
  return answered.kind === "refused" ? [] : answered.body.asked;
}

const sides: Readonly<Record<Asker, string>> = {
  practitioner: "The practitioner",
  "supported-school": "The school that asked",
  "home-school": "The practitioner's school",
  broker: "A broker",
};

function askedLine({ taskId, by, words, askedOn, settledAs, settledOn }: Asked, isBroker: boolean): Html {
  const became =
    settledAs === null || settledOn === null
      ? "The broker has not decided yet."
      : `${longDate(settledOn)}: ${settledInWords[settledAs]}.`;
  return html`<li>
    ${isBroker ? sides[by] : "You"} asked on ${longDate(askedOn)}: ${words}<br /><strong>${became}</strong>
    ${isBroker && settledAs === null && html`<br /><a href="/pages/tasks/${taskId}">Decide it</a>`}
  </li>`;
}

/** What was asked, and what became of it. */
export const whatWasAsked = (asked: readonly Asked[], { parties }: WorkRead): Html | false =>
  asked.length > 0 &&
  html`<h2>Asked of the broker</h2>
    <ul>
      ${asked.map((each) => askedLine(each, parties.has("broker")))}
    </ul>`;

const called: Readonly<Record<Asker, string>> = {
  practitioner: "I am ill, cannot come, or it cannot go on: ask the broker",
  "supported-school": "It does not work, or has to wait: ask the broker",
  "home-school": "I cannot release my colleague as agreed: ask the broker",
  broker: "Somebody cannot go on with it: write it down and decide",
};

const decides =
  "The broker decides whether it goes on, is handed over to somebody else for the days that are left, or ends, and you are told.";

const about: Readonly<Record<Asker, string>> = {
  practitioner: `${decides} The school is not told that you asked: where a visit falls out, write to them yourself too.`,
  "supported-school": `${decides} Nobody else is told that you asked. You can also end the work yourself.`,
  "home-school": `${decides} Nobody else is told that you asked. Days that were delivered are paid as agreed.`,
  broker:
    "It becomes a task, on which you then decide: the work goes on, or is handed over for the days left.",
};

/** Asks the broker how the work is to go on, where nothing that this side asked is still open. */
export function askForm(form: Form, { parties, ended, at }: WorkRead, asked: readonly Asked[]): Html | false {
  const by = askerOf(parties);
  if (ended || by === undefined || asked.some((each) => each.by === by && each.settledAs === null))
    return false;
  return html`<details ${form.typed && "open"}>
    <summary>${called[by]}</summary>
    <p>${about[by]}</p>
    ${by === "practitioner" && html`<p><a href="${at}/contacts">How the school is reached</a></p>`}
    ${formWith(
      form,
      textField(form, {
        name: "words",
        label: "What has changed, and from when?",
        hint: "Brokers read it, and your own side. Write nothing of anybody's health, and no names of pupils.",
      }),
      button(by === "broker" ? "Write it down" : "Ask the broker"),
    )}
  </details>`;
}

/** Asks; a broker goes on to the task that it becomes. */
export async function ask(visit: Visit): Promise<Ending | Trouble> {
  const said = parsedBy(routes.askBroker.body, { words: typed(visit.form, "words") });
  if (!("kind" in said)) return whenLeftEmpty(said, visit.form, { words: "Say what has changed" });
  const asked = await attempt(visit, "askBroker", { params: workKeyOf(visit), body: said.body });
  if (asked.kind === "refused") return troubleOf(asked);
  const { by, taskId } = asked.body;
  return { kind: "go", to: by === "broker" ? `/pages/tasks/${taskId}` : visit.address };
}
