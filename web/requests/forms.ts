import { draftOf } from "../../shared/domain/requests/draftOf.ts";
import { codes } from "../../shared/registers/taxonomy.ts";
import { type Option, selectField, textField } from "../fields.ts";
import { button, buttonThen, type Form, formWith } from "../form.ts";
import { html, type Html } from "../html.ts";
import { seenField } from "../seen.ts";
import { prioritiesInWords } from "../terms.ts";
import type { Request } from "./draftBody.ts";
import { draftFields } from "./draftForm.ts";

/** A draft, to be changed and sent. */
export const draftForm = (request: Request, form: Form, isBroker: boolean): Html =>
  formWith(
    form,
    [seenField(draftOf(request)), draftFields(form, request, { isBroker })],
    html`${button("Save", "second")} ${buttonThen("Save and send", "send", "")}`,
  );

/** Takes a request back, for good. */
export const withdrawForm = (form: Form, state: Request["state"]): Html =>
  html`<details ${form.typed && "open"}>
    <summary>Withdraw this request</summary>
    <p>
      ${state === "draft" ? "Nobody was asked yet. It cannot be sent afterwards." : "Offers that are still open for it end. What is agreed already stays agreed."}
    </p>
    ${formWith(form, textField(form, { name: "reason", label: "Why" }, 2), button("Withdraw this request", "no"))}
  </details>`;

/** Makes a draft again of what was sent. */
export const returnForm = (form: Form, isBroker: boolean): Html =>
  html`<details ${form.typed && "open"}>
    <summary>${isBroker ? "Hand it back to be changed" : "Take it back to change it"}</summary>
    <p>It is a draft again until it is sent.</p>
    ${formWith(
      form,
      textField(form, { name: "message", label: "What is to change" }, 2),
      button(isBroker ? "Hand it back" : "Take it back", "second"),
    )}
  </details>`;

/** Why what was sent can no longer be changed, and what to do instead. */
export const noReturn = (isBroker: boolean): Html =>
  html`<p>
    ${isBroker ? "It cannot be handed back to be changed once somebody was asked. While nothing is agreed, withdraw the offers above first." : "It cannot be changed once somebody was asked. Tell your broker what should change, or withdraw it here and ask anew."}
  </p>`;

/** The most pressing first, as runs weigh them. */
const priorities = Object.entries(prioritiesInWords)
  .map(([value, words]): Option => [value, `${value}: ${words}`])
  .toReversed();

/** The broker's word on what triage held. */
export const openForm = ({ codes: given, priority, triage }: Request, form: Form): Html => {
  const suggested = [given.primary, ...(triage?.suggestions ?? []).map(({ code }) => code)];
  const titled = [...new Set(suggested)].map((code): Option => [
    code,
    codes.find((each) => each.code === code)?.title ?? code,
  ]);
  return html`<h2>Open it</h2>
    ${formWith(
      form,
      [
        selectField(form, { name: "codes/primary", label: "What it is about", value: given.primary }, titled),
        selectField(form, { name: "priority", label: "Priority", value: String(priority) }, priorities),
        textField(form, { name: "reason", label: "Why", hint: "It is kept on record." }, 2),
      ],
      button("Open it: let people be looked for"),
    )}`;
};
