import { counted } from "../../shared/domain/counted.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { textField } from "../fields.ts";
import { button, type Form, formNamed, formWith, typed } from "../form.ts";
import { headed } from "../headed.ts";
import { html, type Html, row } from "../html.ts";
import { work } from "../serving.ts";
import { inWords, modesInWords } from "../terms.ts";
import { attempt, done, type Ending, read, type Trouble, type Visit } from "../visit.ts";
import { longDate } from "../words.ts";
import { ruleInWords } from "../rulesInWords.ts";
import { type Names, readNames } from "./names.ts";
import { openingOf } from "./relaxations.ts";

type InFull = AnswerOf<"relaxationInFull">;
type Change = InFull["changes"][number];

const modes: Readonly<Record<string, string>> = modesInWords;

const fields: Readonly<Record<Change["field"], readonly [string, (value: string) => string]>> = {
  mode: ["Where", (mode) => modes[mode] ?? mode],
  "window/to": ["Last day", longDate],
  daysEach: ["Days from each person", (days) => counted(Number(days), "day")],
  maxFromOneSchool: ["People from one school", (count) => `at most ${count}`],
};

function changeOf({ field, before, after }: Change): Html {
  const [name, told] = fields[field];
  const [was, is] = [before, after].map((value) => (value === null ? "any number" : told(value)));
  return row(name, `${was} now, and ${is} then`);
}

/** What it asks of the request, or of how it is judged. */
function asks({ changes, rule }: InFull): Html {
  if (rule !== null)
    return html`<p>
      The request stays as it is. The rule “${ruleInWords(rule)}” is set aside for one practitioner at a time,
      with the reason: choose among those who could come.
    </p>`;
  return changes.length === 0
    ? html`<p>The request would be about something near to what it asks for now.</p>`
    : html`<dl>${changes.map(changeOf)}</dl>`;
}

const whoComes = ({ people, requestId }: InFull, names: Names): Html =>
  html`<h2>Who could come then, and cannot now</h2>
    ${
      people.length === 0
        ? html`<p>Nobody new: those who qualify already would have the room.</p>`
        : html`<ul>
            ${people.map(
              (id) =>
                html`<li><a href="/pages/requests/${requestId}/verdicts/${id}">${names.person(id)}</a></li>`,
            )}
          </ul>`
    }`;

/** Hands the request back with what it is to be asked; what is suggested can be changed before. */
const askForIt = (form: Form, opening: string): Html =>
  html`<h2>Ask the school for it</h2>
    <p>
      The request goes back to be changed and is a draft until it is sent again. That is possible as long as
      nobody is asked.
    </p>
    ${formWith(
      form,
      textField(
        form,
        {
          name: "message",
          label: "What you write",
          value: `Too few people can come as it is. This would help: ${opening.charAt(0).toLowerCase()}${opening.slice(1)}. Would it do?`,
        },
        3,
      ),
      button("Hand the request back", "second"),
    )}`;

async function show(visit: Visit, trouble?: Trouble): Promise<Ending> {
  const [runId, requestId] = [visit.part("runId"), visit.part("requestId")];
  const params = { runId, requestId };
  const [inFull, { relaxations }, request] = await Promise.all([
    read(visit, "relaxationInFull", { params: { ...params, relaxation: visit.part("relaxation") } }),
    read(visit, "relaxRequest", { params }),
    read(visit, "getRequest", { params: { requestId } }),
  ]);
  const names = await readNames(visit, [inFull, relaxations, request]);
  const told = relaxations.find(({ relaxation }) => relaxation === inFull.relaxation);
  const sentence = told ? names.sentence(told.sentence) : inWords(ruleInWords(inFull.relaxation));
  const form = formNamed("back", visit, trouble);
  return headed(
    `What would help ${names.school(request.schoolId)}`,
    html`<p>${names.request(requestId)}</p>
      <p><strong>${sentence}</strong></p>
      ${!told && html`<p>The match run did not find that it fills a place.</p>`} ${asks(inFull)}
      ${whoComes(inFull, names)}
      ${inFull.rule === null && request.state === "open" && askForIt(form, openingOf(sentence))}
      <p>
        <a href="/pages/match-runs/${runId}/requests/${requestId}"
          >All that the match run says of this request</a
        >
      </p>`,
    { trouble, forms: [form] },
  );
}

/** One change that would fill open places of a request: what it asks of it, who could come then, and the way to it. */
export const relaxationPage = work({
  show,
  async answer(visit) {
    const params = { requestId: visit.part("requestId") };
    const body = { message: typed(visit.form, "message") };
    const answered = await done(attempt(visit, "returnRequest", { params, body }));
    return "kind" in answered ? { kind: "go", to: `/pages/requests/${params.requestId}` } : answered;
  },
});
