import { type Form, idOf } from "./form.ts";
import { html, type Html } from "./html.ts";

/** A field: its name is that of the body's field it fills, as a JSON pointer less the first stroke. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** What stands in it before anybody types. */
  readonly value?: string;
  /** What choosing nothing is called, where nothing need be chosen. */
  readonly none?: string;
}

const faultOf = ({ trouble }: Form, name: string): string | undefined =>
  trouble?.faults.find(({ field }) => field === name || field?.startsWith(`${name}/`))?.detail;

/** What a field holds: what was typed, else what it is given. */
const held = ({ typed }: Form, { name, value = "" }: Field): string => typed?.get(name) ?? value;

const described = (id: string, { hint }: Field, fault: string | undefined): string =>
  [hint !== undefined && `${id}-hint`, fault !== undefined && `${id}-told`].filter((each) => each).join(" ");

function fieldWith(form: Form, field: Field, control: (id: string, about: Html) => Html): Html {
  const id = idOf(form, field.name);
  form.labels.set(field.name, field.label);
  const fault = faultOf(form, field.name);
  const ids = described(id, field, fault);
  const about = html`${ids !== "" && html`aria-describedby="${ids}"`}
  ${fault !== undefined && html`aria-invalid="true"`}`;
  return html`<div class="field ${fault !== undefined && "wrong"}">
    <label for="${id}">${field.label}</label>
    ${field.hint !== undefined && html`<span class="hint" id="${id}-hint">${field.hint}</span>`}
    ${fault !== undefined && html`<span class="told" id="${id}-told">${fault}</span>`} ${control(id, about)}
  </div>`;
}

/** A field of one line: text, a number or a date. */
export const lineField = (form: Form, field: Field, type: "text" | "number" | "date" = "text"): Html =>
  fieldWith(form, field, (id, about) => {
    const step = type === "number" ? html`step="0.5" min="0" inputmode="decimal"` : "";
    return html`<input
      type="${type}"
      id="${id}"
      name="${field.name}"
      value="${held(form, field)}"
      ${step}
      ${about}
    />`;
  });

/** A field in which a file is chosen. */
export const fileField = (form: Form, field: Field, accept: string): Html =>
  fieldWith(
    form,
    field,
    (id, about) => html`<input type="file" id="${id}" name="${field.name}" accept="${accept}" ${about} />`,
  );

/** A field of several lines. */
export const textField = (form: Form, field: Field, rows = 3): Html =>
  fieldWith(
    form,
    field,
    (id, about) =>
      html`<textarea id="${id}" name="${field.name}" rows="${rows}" ${about}>${held(form, field)}</textarea>`,
  );

export type Option = readonly [value: string, text: string];

/** A field in which one of several is chosen, where there are too many to stand in one list. */
export const groupedField = (
  form: Form,
  field: Field,
  groups: readonly (readonly [string, readonly Option[]])[],
): Html =>
  fieldWith(form, field, (id, about) => {
    const chosen = held(form, field);
    return html`<select id="${id}" name="${field.name}" ${about}>
      <option value="">${field.none ?? "Choose one"}</option>
      ${groups.map(
        ([group, options]) => html`<optgroup label="${group}">${optionsIn(options, chosen)}</optgroup>`,
      )}
    </select>`;
  });

const optionsIn = (options: readonly Option[], chosen: string): Html[] =>
  options.map(
    ([value, text]) => html`<option value="${value}" ${value === chosen && "selected"}>${text}</option>`,
  );

/** A field in which one of several is chosen. */
export const selectField = (form: Form, field: Field, options: readonly Option[]): Html =>
  fieldWith(
    form,
    field,
    (id, about) =>
      html`<select id="${id}" name="${field.name}" ${about}>
        ${optionsIn(options, held(form, field))}
      </select>`,
  );

interface Choices extends Field {
  readonly options: readonly Option[];
  /** What is ticked before anybody chooses. */
  readonly ticked?: readonly string[];
}

/** Boxes of which any may be ticked, or, as radio buttons, one chosen. */
export function choices(form: Form, field: Choices, type: "checkbox" | "radio" = "checkbox"): Html {
  const id = idOf(form, field.name);
  form.labels.set(field.name, field.label);
  const fault = faultOf(form, field.name);
  const ticked = form.typed?.getAll(field.name) ?? field.ticked ?? [];
  const ids = described(id, field, fault);
  return html`<fieldset
    class="${fault !== undefined && "wrong"}"
    ${ids !== "" && html`aria-describedby="${ids}"`}
  >
    <legend>${field.label}</legend>
    ${field.hint !== undefined && html`<span class="hint" id="${id}-hint">${field.hint}</span>`}
    ${fault !== undefined && html`<span class="told" id="${id}-told">${fault}</span>`}
    ${field.options.map(([value, text], index) => {
      const own = index === 0 ? id : `${id}-${index}`;
      return html`<div class="choice">
        <input
          type="${type}"
          id="${own}"
          name="${field.name}"
          value="${value}"
          ${ticked.includes(value) && "checked"}
        />
        <label for="${own}">${text}</label>
      </div>`;
    })}
  </fieldset>`;
}
