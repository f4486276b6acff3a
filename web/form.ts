import { randomUUID } from "node:crypto";
import { html, type Html, type Shown } from "./html.ts";
import type { Trouble, Visit } from "./visit.ts";

/** One of the forms of a page, with what was typed into it and why it was not taken, if it was the one that was sent. */
export interface Form {
  readonly name: string;
  readonly address: string;
  readonly formToken: string;
  readonly typed: URLSearchParams | undefined;
  readonly trouble: Trouble | undefined;
  /** What its fields are called, by their names; each is told here as it is drawn. */
  readonly labels: Map<string, string>;
}

/** Labels of the form that was sent: a page may ask for that form anew where it tells what was wrong. */
const labelsSent = new WeakMap<Visit, Map<string, string>>();

function labelsFor(visit: Visit): Map<string, string> {
  const labels = labelsSent.get(visit) ?? new Map<string, string>();
  labelsSent.set(visit, labels);
  return labels;
}

/** The form of a name on the page that is visited. */
export function formNamed(name: string, visit: Visit, trouble?: Trouble): Form {
  const isSent = visit.form.get("do") === name;
  return {
    name,
    address: visit.address,
    formToken: visit.formToken,
    typed: isSent ? visit.form : undefined,
    trouble: isSent ? trouble : undefined,
    labels: isSent ? labelsFor(visit) : new Map(),
  };
}

const hidden = ({ name, formToken }: Form): Html =>
  html`<input type="hidden" name="do" value="${name}" />
    <input type="hidden" name="formToken" value="${formToken}" />
    <input type="hidden" name="key" value="${randomUUID()}" />`;

/** A form with its fields and its button. Each time it is shown it has a key of its own: sent twice, it is done once. */
export const formWith = (form: Form, fields: Shown, button: Html): Html =>
  html`<form method="post" action="${form.address}" novalidate>${hidden(form)} ${fields} ${button}</form>`;

/** The same for a form with a file. */
export const uploadWith = (form: Form, fields: Shown, button: Html): Html =>
  html`<form method="post" action="${form.address}" enctype="multipart/form-data" novalidate>
    ${hidden(form)} ${fields} ${button}
  </form>`;

/** The button that sends a form. */
export const button = (text: Shown, kind: "" | "second" | "no" = ""): Html =>
  html`<button class="button ${kind}" type="submit">${text}</button>`;

/** Another button of a form: what it is for stands in the field `then`. */
export const buttonThen = (text: Shown, then: string, kind: "" | "second" = "second"): Html =>
  html`<button class="button ${kind}" type="submit" name="then" value="${then}">${text}</button>`;

/** The id of the element in which a field is filled. */
export const idOf = (form: Form, name: string): string => `${form.name}-${name.replaceAll("/", "-")}`;

type Fault = Trouble["faults"][number];

/** The field of a form that a fault is about, as far as one is. */
function nameIn({ labels }: Form, { field, to }: Fault): string | undefined {
  if (to !== undefined || field === undefined) return undefined;
  return [...labels.keys()].find((each) => field === each || field.startsWith(`${each}/`)) ?? field;
}

/** A fault, with what its field is called: read by itself it says where something is wrong. */
function faultLine(form: Form | undefined, fault: Fault): Html {
  const { detail, to } = fault;
  if (to !== undefined) return html`<li><a href="${to}">${detail}</a></li>`;
  const name = form && nameIn(form, fault);
  if (!form || name === undefined) return html`<li>${detail}</li>`;
  const label = form.labels.get(name)?.replace(/[?.:]$/, "");
  return html`<li><a href="#${idOf(form, name)}">${label !== undefined && `${label}: `}${detail}</a></li>`;
}

/** The faults to tell: one of each field, as it is told there, in the order in which the page shows the fields. */
function faultsToTell(form: Form | undefined, faults: readonly Fault[]): readonly Fault[] {
  if (!form) return faults;
  const order = [...form.labels.keys()];
  const placed = faults.map((fault) => ({ fault, place: order.indexOf(nameIn(form, fault) ?? "") }));
  return placed
    .filter(({ place }, index) => place < 0 || placed.findIndex((each) => each.place === place) === index)
    .toSorted((one, other) => one.place - other.place)
    .map(({ fault }) => fault);
}

/** Says at the top of a page what was not taken, each fault leading to its field. It has the focus when the page opens. */
export function errorSummary(trouble: Trouble | undefined, forms: readonly Form[]): Html | undefined {
  if (!trouble) return undefined;
  const form = forms.find((each) => each.trouble);
  const faults = faultsToTell(form, trouble.faults).map((fault) => faultLine(form, fault));
  return html`<div class="problem" role="alert" aria-labelledby="problem" tabindex="-1" autofocus>
    <h2 id="problem">There is a problem</h2>
    <p>${trouble.detail}</p>
    ${
      faults.length > 0 &&
      html`<ul class="plain">
        ${faults}
      </ul>`
    }
  </div>`;
}

/** What is said of a form that asks for nothing that its page does. */
export const nothingChosen: Trouble = { status: 422, detail: "Choose what to do.", faults: [] };

/** What a form asks to be done, of all that its page does; undefined where it is none of that. */
export function chosenAct<Act>(acts: Readonly<Record<string, Act>>, form: URLSearchParams): Act | undefined {
  const sent = form.get("do") ?? "";
  return Object.hasOwn(acts, sent) ? acts[sent] : undefined;
}

/** What was typed into a field, without the space around it. */
export const typed = (form: URLSearchParams, name: string): string => (form.get(name) ?? "").trim();

/** What was typed into a field that may stay empty. */
export const typedOrNull = (form: URLSearchParams, name: string): string | null => typed(form, name) || null;
