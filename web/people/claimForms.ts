import { claimLevels, type Phase, phases } from "../../shared/domain/vocabulary.ts";
import { choices, groupedField, lineField, type Option, selectField, textField } from "../fields.ts";
import { button, type Form, formWith, typed } from "../form.ts";
import { away, capital, html, type Html } from "../html.ts";
import { levelsInWords, phasesInWords } from "../terms.ts";
import { type Expertise, groupedCodes } from "./expertise.ts";
import type { Claim } from "./readPerson.ts";

const levels: readonly Option[] = claimLevels.map((each) => [each, capital(levelsInWords[each])]);
const phaseOptions: readonly Option[] = phases.map((each) => [each, capital(phasesInWords[each])]);

interface Given {
  readonly claim?: Claim;
  /** What is offered before anybody chooses: the phases that somebody works in. */
  readonly phases?: readonly Phase[];
}

const claimFields = (form: Form, { claim, phases: usual = [] }: Given): Html[] => [
  selectField(form, { name: "level", label: "What can you do with it?", value: claim?.level ?? "" }, [
    ...(claim ? [] : [["", "Choose one"] as const]),
    ...levels,
  ]),
  choices(form, {
    name: "phases",
    label: "In which phases?",
    options: phaseOptions,
    ticked: claim?.phases ?? usual,
  }),
  lineField(
    form,
    {
      name: "lastPractisedYear",
      label: "In which year did you last do it?",
      value: String(claim?.lastPractisedYear ?? ""),
    },
    "number",
  ),
  textField(form, {
    name: "evidence",
    label: "What shows it? (optional)",
    hint: "Brokers, heads and leaders read it. Write no names of pupils or staff.",
    value: claim?.evidence ?? "",
  }),
];

/** One more expertise to be declared. */
export const newClaimForm = (form: Form, codes: readonly Expertise[], usual: readonly Phase[]): Html =>
  formWith(
    form,
    [
      groupedField(form, { name: "code", label: "What can you help with?" }, groupedCodes(codes)),
      claimFields(form, { phases: usual }),
    ],
    button("Declare this"),
  );

interface ClaimForms {
  readonly change: Form;
  readonly drop: Form;
}

/** Changes a claim, or takes it back. */
export const heldClaimForms = (claim: Claim, title: string, { change, drop }: ClaimForms): Html =>
  html`<details ${change.typed && "open"}>
      <summary>Change this${away(title)}</summary>
      ${claim.endorsement && html`<p>Once changed, it is for your head to endorse anew.</p>`}
      ${formWith(change, claimFields(change, { claim }), button(["Save this", away(title)]))}
    </details>
    <details ${drop.typed && "open"}>
      <summary>Take this back${away(title)}</summary>
      <p>No request finds you by it from then on. Declared again, it is for your head to endorse anew.</p>
      ${formWith(drop, undefined, button(["Take this back", away(title)], "no"))}
    </details>`;

/** What was typed of a claim, for the API to judge. */
export const claimIn = (form: URLSearchParams, code: string) => ({
  code,
  level: typed(form, "level"),
  phases: form.getAll("phases"),
  lastPractisedYear: Number(typed(form, "lastPractisedYear") || Number.NaN),
  evidence: typed(form, "evidence"),
});

/** What to do about a field that was left empty. */
export const claimWhenEmpty = {
  code: "Choose what you can help with",
  level: "Choose what you can do with it",
  phases: "Choose at least one phase",
  lastPractisedYear: "Give the year in which you last did it",
};
