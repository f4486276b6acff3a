import type { Phase } from "../../shared/domain/vocabulary.ts";
import { codes, families } from "../../shared/registers/taxonomy.ts";
import { groupedField, lineField, type Option, selectField, textField } from "../fields.ts";
import type { Form } from "../form.ts";
import { html, type Html } from "../html.ts";
import { modesInWords, optionsOf, phasesInWords, urgenciesInWords } from "../terms.ts";
import { mostObjectives, objectivesShown, type Request, secondaryShown } from "./draftBody.ts";
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

const codeFields = (form: Form, request: Request | undefined): Html[] => [
  groupedField(
    form,
    {
      name: "codes/primary",
      label: "What do you want help with?",
      hint: "Choose the nearest. The broker sees what you write as well, and can put it right.",
      value: request?.codes.primary ?? "",
    },
    groupsWith(request?.codes.primary),
  ),
  ...Array.from({ length: secondaryShown }, (_, index) => {
    const code = request?.codes.secondary[index];
    const label = `And also${index === 0 ? "" : ", a third"} (optional)`;
    return groupedField(
      form,
      { name: `codes/secondary/${index}`, label, value: code ?? "", none: "Nothing else" },
      groupsWith(code),
    );
  }),
];

function objectiveFields(form: Form, request: Request | undefined, index: number): Html {
  const given = request?.objectives[index];
  const at = `objectives/${index}`;
  return html`<fieldset>
    <legend>Objective ${index + 1}${index > 0 && " (optional)"}</legend>
    ${textField(form, { name: `${at}/statement`, label: "What should change?", value: given?.statement ?? "" }, 2)}
    ${textField(
      form,
      { name: `${at}/successMeasure`, label: "How would you know?", value: given?.successMeasure ?? "" },
      2,
    )}
    ${textField(form, { name: `${at}/baseline`, label: "How is it today?", value: given?.baseline ?? "" }, 2)}
  </fieldset>`;
}

/** Whether anything stands in an objective. */
const isWritten = ({ typed: sent }: Form, request: Request | undefined, index: number): boolean =>
  sent
    ? [...sent].some(([name, value]) => name.startsWith(`objectives/${index}/`) && value.trim() !== "")
    : request?.objectives[index] !== undefined;

/** Few requests have more objectives than stand open. */
function objectives(form: Form, request: Request | undefined): Html {
  const all = Array.from({ length: mostObjectives }, (_, index) => objectiveFields(form, request, index));
  const isUsed = all.some((_, index) => index >= objectivesShown && isWritten(form, request, index));
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
export const draftFields = (form: Form, request: Request | undefined, { isBroker, onlyPhase }: Asker): Html =>
  html`<h2>What you need</h2>
    ${codeFields(form, request)}
    ${selectField(
      form,
      { name: "phase", label: "For which phase?", value: request?.phase ?? onlyPhase ?? "" },
      [chooseFirst, ...optionsOf(phasesInWords)],
    )}
    ${textField(
      form,
      {
        name: "description",
        label: "In your own words",
        hint: "What is the matter, and what have you tried? Write no names of pupils or staff. For a worry about a child's safety, ring your safeguarding lead instead.",
        value: request?.description ?? "",
      },
      6,
    )}
    <h2>What should change</h2>
    ${objectives(form, request)}
    <h2>How much, when and where</h2>
    ${lineField(
      form,
      {
        name: "daysEach",
        label: "Days of support",
        hint: "Whole or half days, for each person",
        value: String(request?.daysEach ?? ""),
      },
      "number",
    )}
    ${lineField(form, { name: "people", label: "How many people?", value: String(request?.people ?? 1) }, "number")}
    ${lineField(form, { name: "window/from", label: "First day", value: request?.window.from ?? "" }, "date")}
    ${lineField(form, { name: "window/to", label: "Last day", value: request?.window.to ?? "" }, "date")}
    ${selectField(form, { name: "mode", label: "Where?", value: request?.mode ?? "on-site" }, optionsOf(modesInWords))}
    ${selectField(
      form,
      { name: "urgency", label: "How soon?", value: request?.urgency ?? "this-term" },
      optionsOf(urgenciesInWords),
    )}
    ${lineField(form, {
      name: "requiredDesignation",
      label: "A designation that they must hold (optional)",
      hint: "Such as SLE or NLE",
      value: request?.requiredDesignation ?? "",
    })}
    ${moreFields(form, request, isBroker)}`;
