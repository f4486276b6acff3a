import { directionsInWords, impactLevelsInWords, strengthsInWords } from "../../shared/domain/inWords.ts";
import { textField } from "../fields.ts";
import { button, type Form, formWith } from "../form.ts";
import { away, capital, html, type Html, row } from "../html.ts";
import { spansInWords } from "../terms.ts";
import { longDate } from "../words.ts";
import { outcomeFields } from "./outcomeForm.ts";
import type { FollowUp, ObjectiveRead, Outcome } from "./readOutcomes.ts";

/** What an outcome says. */
export const outcomeRows = ({
  result,
  direction,
  level,
  evidenceStrength,
  evidence,
  ...more
}: Outcome): Html => {
  const { contribution, recordedAt, correction } = more;
  return html`${row("Now", result)} ${row("Compared with before", capital(directionsInWords[direction]))}
  ${row("How far it reaches", impactLevelsInWords[level])}
  ${row("How sure one can be", [strengthsInWords[evidenceStrength], evidence !== "" && `. ${evidence}`])}
  ${row("What changed", contribution.whatChanged)} ${row("What the support did", contribution.whatWeDid)}
  ${contribution.otherExplanations !== "" && row("What else may explain it", contribution.otherExplanations)}
  ${row("Recorded", longDate(recordedAt))}
  ${
    correction &&
    row(
      "Put right",
      html`<p>${longDate(correction.at)}: ${correction.reason}</p>
        <p class="quiet">
          It said before: ${correction.was.result} (${directionsInWords[correction.was.direction]})
        </p>`,
    )
  }`;
};

const isAnswered = ({ state }: FollowUp): boolean => state === "answered";

/** What was asked, or will be, about whether it has lasted. */
const laterRow = ({ requestId, followUpId, after, dueOn, answer }: FollowUp, which: string): Html =>
  row(
    capital(spansInWords[after]),
    html`<a href="/pages/requests/${requestId}/follow-ups/${followUpId}"
      >${answer ? `Said on ${longDate(answer.at)}: ${directionsInWords[answer.direction]}` : `Asked on ${longDate(dueOn)}`}${away(`${which}, ${spansInWords[after]}`)}</a
    >`,
  );

const correctForm = (form: Form, outcome: Outcome, which: string): Html =>
  html`<details ${form.typed && "open"}>
    <summary>Put this right${away(which)}</summary>
    <p>
      It says then why, and what it said before. That is possible until it is answered whether it has lasted.
    </p>
    ${formWith(
      form,
      [outcomeFields(form, outcome), textField(form, { name: "reason", label: "Why is it put right?" }, 2)],
      button(["Put it right", away(which)]),
    )}
  </details>`;

const recordForm = (form: Form, which: string, isOpen: boolean): Html =>
  html`<details ${(form.typed ?? isOpen) && "open"}>
    <summary>Record what became of it${away(which)}</summary>
    <p>
      You are asked in one and in three terms whether it has lasted. No change is as useful to know as a gain.
    </p>
    ${formWith(form, outcomeFields(form), button(["Record this", away(which)]))}
  </details>`;

interface Shown {
  readonly mayRecord: boolean;
  /** Whether it is the first of which nothing is recorded. */
  readonly isNext: boolean;
  /** Which of all it is, for two that say the same. */
  readonly number: number;
  readonly form: (name: string) => Form;
}

/** An objective with what became of it, and what its reader may record or put right. */
export function objectiveCard(objective: ObjectiveRead, { mayRecord, isNext, number, form }: Shown): Html {
  const { deploymentId, objectiveId, statement, outcome, followUps } = objective;
  const key = `${deploymentId}-${objectiveId}`;
  const which = `${statement}, number ${number}`;
  return html`<li>
    <h3>${statement}</h3>
    <dl>
      ${row("Measured by", objective.successMeasure)} ${row("Before", objective.baseline)}
      ${outcome ? outcomeRows(outcome) : row("Now", "Nothing is recorded yet")}
      ${followUps.map((each) => laterRow(each, which))}
    </dl>
    ${mayRecord && !outcome && recordForm(form(`record-${key}`), which, isNext)}
    ${mayRecord && outcome && !followUps.some(isAnswered) && correctForm(form(`correct-${key}`), outcome, which)}
  </li>`;
}
