import type { Phase } from "../../shared/domain/vocabulary.ts";
import { codes, families } from "../../shared/registers/taxonomy.ts";
import { groupedField, lineField, type Option, selectField, textField } from "../fields.ts";
import type { Form } from "../form.ts";
import { html, type Html } from "../html.ts";
import { modesInWords, optionsOf, phasesInWords, urgenciesInWords } from "../terms.ts";
import { mostObjectives, objectivesShown, secondaryShown, type Written } from "./draftBody.ts";
import { moreFields } from "./moreFields.ts";

const codeGroups = families.map(
  ({ family, title }) =>
    [
      title,
      codes.filter((each) => each.family === family).map((each): Option => [each.code, each.title]),
    ] as const,
);

/** Codes to choose among; one that the taxonomy does not list, such as a local one, stays to be kept. */
const groupsWith = (code: string | undefined) =>
  code === undefined || codes.some((each) => each.code === code)
    ? codeGroups
    : [["As it is now", [[code, code]]] as const, ...codeGroups];

const codeFields = (form: Form, given: Written | undefined): Html[] => [
  groupedField(
    form,
    {
      name: "codes/primary",
      label: "What do you want help with?",
      hint: "Choose the nearest. The broker sees what you write as well, and can put it right.",
      value: given?.codes?.primary ?? "",
    },
    groupsWith(given?.codes?.primary),
  ),
  ...Array.from({ length: secondaryShown }, (_, index) => {
    const code = given?.codes?.secondary[index];
    const label = `And also${index === 0 ? "" : ", a third"} (optional)`;
    return groupedField(
      form,
      { name: `codes/secondary/${index}`, label, value: code ?? "", none: "Nothing else" },
      groupsWith(code),
    );
  }),
];

function objectiveFields(form: Form, given: Written | undefined, index: number): Html {
  const objective = given?.objectives?.[index];
  const at = `objectives/${index}`;
  return html`<fieldset>
    <legend>Objective ${index + 1}${index > 0 && " (optional)"}</legend>
    ${textField(form, { name: `${at}/statement`, label: "What should change?", value: objective?.statement ?? "" }, 2)}
    ${textField(
      form,
      { name: `${at}/successMeasure`, label: "How would you know?", value: objective?.successMeasure ?? "" },
      2,
    )}
    ${textField(form, { name: `${at}/baseline`, label: "How is it today?", value: objective?.baseline ?? "" }, 2)}
  </fieldset>`;
}

/** Whether anything stands in an objective. */
const isWritten = ({ typed: sent }: Form, given: Written | undefined, index: number): boolean =>
  sent
    ? [...sent].some(([name, value]) => name.startsWith(`objectives/${index}/`) && value.trim() !== "")
    : given?.objectives?.[index] !== undefined;

/** Few requests have more objectives than stand open. */
function objectives(form: Form, given: Written | undefined): Html {
  const all = Array.from({ length: mostObjectives }, (_, index) => objectiveFields(form, given, index));
  const isUsed = all.some((_, index) => index >= objectivesShown && isWritten(form, given, index));
  return html`${all.slice(0, objectivesShown)}
    <details ${isUsed && "open"}>
      <summary>More objectives</summary>
      ${all.slice(objectivesShown)}
    </details>`;
}

const chooseFirst: Option = ["", "Choose one"];

interface Asker {
  readonly isBroker: boolean;
  /** The phase of the school that asks, where the register names but one. */
  readonly onlyPhase?: Phase | undefined;
}

/** The fields of a request, filled with what was typed, else with the draft as it is. */
export const draftFields = (form: Form, given: Written | undefined, { isBroker, onlyPhase }: Asker): Html =>
  html`<h2>What you need</h2>
    ${codeFields(form, given)}
    ${selectField(
      form,
      { name: "phase", label: "For which phase?", value: given?.phase ?? onlyPhase ?? "" },
      [chooseFirst, ...optionsOf(phasesInWords)],
    )}
    ${textField(
      form,
      {
        name: "description",
        label: "In your own words",
        hint: "What is the matter, and what have you tried? Write no names of pupils or staff. For a worry about a child's safety, ring your safeguarding lead instead.",
        value: given?.description ?? "",
      },
      6,
    )}
    <h2>What should change</h2>
    ${objectives(form, given)}
    <h2>How much, when and where</h2>
    ${lineField(
      form,
      {
        name: "daysEach",
        label: "Days of support",
        hint: "Whole or half days, for each person",
        value: String(given?.daysEach ?? ""),
      },
      "number",
    )}
    ${lineField(form, { name: "people", label: "How many people?", value: String(given?.people ?? 1) }, "number")}
    ${lineField(form, { name: "window/from", label: "First day", value: given?.window?.from ?? "" }, "date")}
    ${lineField(form, { name: "window/to", label: "Last day", value: given?.window?.to ?? "" }, "date")}
    ${selectField(form, { name: "mode", label: "Where?", value: given?.mode ?? "on-site" }, optionsOf(modesInWords))}
    ${selectField(
      form,
      { name: "urgency", label: "How soon?", value: given?.urgency ?? "this-term" },
      optionsOf(urgenciesInWords),
    )}
    ${lineField(form, {
      name: "requiredDesignation",
      label: "A designation that they must hold (optional)",
      hint: "Such as SLE or NLE",
      value: given?.requiredDesignation ?? "",
    })}
    ${moreFields(form, given, isBroker)}`;
