import { directionsInWords, impactLevelsInWords, strengthsInWords } from "../../shared/domain/inWords.ts";
import { choices, textField } from "../fields.ts";
import { type Form, typed } from "../form.ts";
import type { Html } from "../html.ts";
import { optionsOf } from "../terms.ts";
import type { Outcome } from "./readOutcomes.ts";

/** Which way it went; none is chosen before somebody says. */
export const directionField = (form: Form, label: string, chosen?: string): Html =>
  choices(
    form,
    {
      name: "direction",
      label,
      options: optionsOf(directionsInWords),
      ticked: chosen === undefined ? [] : [chosen],
    },
    "radio",
  );

/** How strong the evidence is. */
export const strengthField = (form: Form, chosen?: number): Html =>
  choices(
    form,
    {
      name: "evidenceStrength",
      label: "How sure can one be?",
      options: optionsOf(strengthsInWords),
      ticked: chosen === undefined ? [] : [String(chosen)],
    },
    "radio",
  );

/** What became of an objective: empty, or as it was recorded. */
export const outcomeFields = (form: Form, outcome?: Outcome): Html[] => [
  textField(
    form,
    {
      name: "result",
      label: "How is it now?",
      hint: "By the same measure as before. Write no names of pupils or staff.",
      value: outcome?.result ?? "",
    },
    2,
  ),
  directionField(form, "Compared with how it was before, it is", outcome?.direction),
  choices(
    form,
    {
      name: "level",
      label: "How far does the change reach?",
      options: optionsOf(impactLevelsInWords),
      ticked: outcome ? [String(outcome.level)] : [],
    },
    "radio",
  ),
  strengthField(form, outcome?.evidenceStrength),
  textField(
    form,
    { name: "evidence", label: "What shows it? (optional)", value: outcome?.evidence ?? "" },
    2,
  ),
  textField(
    form,
    {
      name: "contribution/whatChanged",
      label: "What changed?",
      value: outcome?.contribution.whatChanged ?? "",
    },
    2,
  ),
  textField(
    form,
    {
      name: "contribution/whatWeDid",
      label: "What did the support do for it?",
      value: outcome?.contribution.whatWeDid ?? "",
    },
    2,
  ),
  textField(
    form,
    {
      name: "contribution/otherExplanations",
      label: "What else might explain it? (optional)",
      value: outcome?.contribution.otherExplanations ?? "",
    },
    2,
  ),
];

/** The number that was chosen, not a number where none was. */
export const chosenNumber = (form: URLSearchParams, name: string): number =>
  Number(form.get(name) ?? Number.NaN);

/** What was chosen and written of an outcome, for the API to judge. */
export const outcomeIn = (form: URLSearchParams) => ({
  result: typed(form, "result"),
  level: chosenNumber(form, "level"),
  direction: typed(form, "direction"),
  evidenceStrength: chosenNumber(form, "evidenceStrength"),
  evidence: typed(form, "evidence"),
  contribution: {
    whatChanged: typed(form, "contribution/whatChanged"),
    whatWeDid: typed(form, "contribution/whatWeDid"),
    otherExplanations: typed(form, "contribution/otherExplanations"),
  },
});

/** What to do about a field that was left empty. */
export const outcomeWhenEmpty = {
  result: "Say how it is now",
  level: "Choose how far the change reaches",
  direction: "Choose how it is, compared with before",
  evidenceStrength: "Choose how sure one can be",
  "contribution/whatChanged": "Say what changed",
  "contribution/whatWeDid": "Say what the support did for it",
  reason: "Say why it is put right",
};
