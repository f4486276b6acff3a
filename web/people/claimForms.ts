import { declaredIn } from "../../shared/domain/people/profileOf.ts";
import { claimLevels, type Phase, phases } from "../../shared/domain/vocabulary.ts";
import { choices, groupedField, lineField, type Option, selectField, textField } from "../fields.ts";
import { button, type Form, formWith, typed } from "../form.ts";
import { away, capital, html, type Html } from "../html.ts";
import { seenField } from "../seen.ts";
import { levelsInWords, phasesInWords } from "../terms.ts";
import { type Expertise, groupedCodes } from "./expertise.ts";
import type { Claim, PersonRead } from "./readPerson.ts";

const levels: readonly Option[] = claimLevels.map((each) => [each, capital(levelsInWords[each])]);
const phaseOptions: readonly Option[] = phases.map((each) => [each, capital(phasesInWords[each])]);

interface Given {
  readonly they: PersonRead["they"];
  readonly claim?: Claim;
  /** What is offered before anybody chooses: the phases that somebody works in. */
  readonly phases?: readonly Phase[];
}

const claimFields = (form: Form, { they, claim, phases: usual = [] }: Given): Html[] => [
  selectField(form, { name: "level", label: `What can ${they} do with it?`, value: claim?.level ?? "" }, [
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
      label: `In which year did ${they} last do it?`,
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
export const newClaimForm = (form: Form, codes: readonly Expertise[], given: Given): Html =>
  formWith(
    form,
    [
      groupedField(form, { name: "code", label: `What can ${given.they} help with?` }, groupedCodes(codes)),
      claimFields(form, given),
    ],
    button("Declare this"),
  );

interface ClaimForms {
  readonly change: Form;
  readonly drop: Form;
  readonly they: PersonRead["they"];
}

/** Changes a claim, or takes it back. */
export function heldClaimForms(claim: Claim, title: string, { change, drop, they }: ClaimForms): Html {
  const seen = seenField(declaredIn(claim));
  return html`<details ${change.typed && "open"}>
      <summary>Change this${away(title)}</summary>
      ${claim.endorsement && html`<p>Once changed, it is for the head to endorse anew.</p>`}
      ${formWith(change, [seen, claimFields(change, { they, claim })], button(["Save this", away(title)]))}
    </details>
    <details ${drop.typed && "open"}>
      <summary>Take this back${away(title)}</summary>
      <p>No request is matched with it from then on. Declared again, it is for the head to endorse anew.</p>
      ${formWith(drop, seen, button(["Take this back", away(title)], "no"))}
    </details>`;
}

/** What was typed of a claim, for the API to judge. */
export const claimIn = (form: URLSearchParams, code: string) => ({
  code,
  level: typed(form, "level"),
  phases: form.getAll("phases"),
  lastPractisedYear: Number(typed(form, "lastPractisedYear") || Number.NaN),
  evidence: typed(form, "evidence"),
});

/** What to do about a field that was left empty. */
export const claimWhenEmpty = (they: PersonRead["they"]) => ({
  code: `Choose what ${they} can help with`,
  level: `Choose what ${they} can do with it`,
  phases: "Choose at least one phase",
  lastPractisedYear: `Give the year in which ${they} last did it`,
});
