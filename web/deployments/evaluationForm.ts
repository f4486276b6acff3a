import type { AskedOf } from "../../shared/runtime/client.ts";
import { whenLeftEmpty } from "../faults.ts";
import { choices, type Option, textField } from "../fields.ts";
import { button, type Form, formWith, typed } from "../form.ts";
import { html, type Html } from "../html.ts";
import type { Trouble } from "../visit.ts";
import type { Objective } from "./readWork.ts";

export const scaleInWords: Readonly<Record<number, string>> = {
  1: "1: not at all",
  2: "2: a little",
  3: "3: partly",
  4: "4: well",
  5: "5: very well",
};

const scale: readonly Option[] = Object.entries(scaleInWords);

const fieldOf = (objectiveId: string): string => `impact/${objectiveId}`;

/** One side's evaluation, which it writes once. */
export const evaluationForm = (form: Form, objectives: readonly Objective[]): Html =>
  html`<h2>Your evaluation</h2>
    <p>It is written once and not changed. The other side reads it once it has written its own.</p>
    ${formWith(
      form,
      [
        choices(form, { name: "effectiveness", label: "How well did it help?", options: scale }, "radio"),
        choices(form, { name: "overall", label: "How well did it go in all?", options: scale }, "radio"),
        objectives.map(({ objectiveId, statement }) =>
          textField(form, {
            name: fieldOf(objectiveId),
            label: `What came of it: ${statement} (optional)`,
          }),
        ),
        textField(form, {
          name: "comment",
          label: "Anything to add (optional)",
          hint: "Write no names of pupils or staff.",
        }),
        choices(form, {
          name: "causeForConcern",
          label: "Is there anything that worries you?",
          hint: "Only brokers and directors are told. For a worry about a child's safety, ring your safeguarding lead instead.",
          options: [["yes", "There is cause for concern: somebody should ring me"]],
        }),
      ],
      button("Send this evaluation"),
    )}`;

const spokenOf = (form: URLSearchParams, objectives: readonly Objective[]): Objective[] =>
  objectives.filter(({ objectiveId }) => typed(form, fieldOf(objectiveId)) !== "");

/** What was chosen and written, for the API to judge. */
export const evaluationIn = (
  form: URLSearchParams,
  objectives: readonly Objective[],
): AskedOf<"evaluateDeployment">["body"] => ({
  effectiveness: Number(form.get("effectiveness") ?? Number.NaN),
  overall: Number(form.get("overall") ?? Number.NaN),
  impact: spokenOf(form, objectives).map(({ objectiveId }) => ({
    objectiveId,
    comment: typed(form, fieldOf(objectiveId)),
  })),
  comment: typed(form, "comment"),
  causeForConcern: form.get("causeForConcern") === "yes",
});

const whenEmpty = {
  effectiveness: "Choose how well it helped",
  overall: "Choose how well it went in all",
};

/** Faults by the fields of the form, where the API names objectives by where they stand among those spoken of. */
export function troubleOfEvaluation(
  trouble: Trouble,
  form: URLSearchParams,
  objectives: readonly Objective[],
): Trouble {
  const spoken = spokenOf(form, objectives);
  const faults = trouble.faults.map(({ field, detail }) => {
    const about = spoken[Number(/^impact\/(\d+)\//.exec(field ?? "")?.[1])];
    return { field: about ? fieldOf(about.objectiveId) : field, detail };
  });
  return whenLeftEmpty({ ...trouble, faults }, form, whenEmpty);
}
