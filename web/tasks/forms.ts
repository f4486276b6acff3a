import { answersTo, mayReopen } from "../../shared/domain/tasks/task.ts";
import { choices, type Option, textField } from "../fields.ts";
import { button, type Form, formWith } from "../form.ts";
import { html, type Html } from "../html.ts";
import type { Names, Task } from "./wording.ts";

const answersInWords = {
  "goes-on": "The work goes on as it is",
  "handed-over": "Hand it over: this work ends here, and somebody else is looked for",
  "successors-decided": "Decide which schools follow",
  waived: "Wait for it no longer",
} as const;

const why = { name: "reason", label: "Why", hint: "It is kept with the task, for brokers alone." };

const successors = (form: Form, { evidence }: Task, { schoolOf }: Names): Html | false =>
  evidence.kind === "succession" &&
  choices(form, {
    name: "successorUrns",
    label: "Which schools follow it?",
    hint: "Tick none where no school does.",
    options: evidence.succession.choices.map((urn): Option => [urn, `${schoolOf(urn)} (URN ${urn})`]),
  });

/** What a broker may decide about an open task. */
export function settleForm(form: Form, task: Task, names: Names): Html {
  const answers = answersTo[task.evidence.kind];
  const [only, ...others] = answers;
  const how =
    only !== undefined && others.length === 0
      ? html`${task.evidence.kind !== "succession" && html`<p>${answersInWords[only]}.</p>`}
          <input type="hidden" name="as" value="${only}" />`
      : choices(
          form,
          {
            name: "as",
            label: "What do you decide?",
            options: answers.map((each): Option => [each, answersInWords[each]]),
          },
          "radio",
        );
  return html`<h2>Settle it</h2>
    ${formWith(form, [how, successors(form, task, names), textField(form, why, 2)], button("Settle this task"))}`;
}

/** Takes a broker's own word back, where that can be done. */
export function reopenForm(form: Form, task: Task): Html | undefined {
  if (task.settledAs === "successors-decided")
    return html`<p>This is taken back by rolling back the import that the decision made.</p>`;
  return mayReopen(task)
    ? html`<details ${form.typed && "open"}>
        <summary>Take this back</summary>
        <p>It is open again then, while what it is about still is so.</p>
        ${formWith(form, textField(form, why, 2), button("Open it again", "second"))}
      </details>`
    : undefined;
}
