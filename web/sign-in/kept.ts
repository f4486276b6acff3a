import { html, type Html } from "../html.ts";

/** All that a form held, as fields that nobody sees. */
export const hiddenFields = (form: URLSearchParams): Html =>
  html`${[...form].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
