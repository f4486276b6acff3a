/** A piece of HTML: only {@link html} makes it, so that a text that somebody wrote is never taken for markup. */
export interface Html {
  readonly markup: string;
}

/** What may stand in HTML: pieces of it, and texts and numbers, which are escaped; nothing is shown of no value. */
export type Shown = Html | string | number | null | undefined | false | readonly Shown[];

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in HTML, also within a quoted attribute. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (found) => entities[found] ?? found);

function markupOf(value: Shown): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string" || typeof value === "number") return escapeHtml(String(value));
  return "markup" in value ? value.markup : value.map(markupOf).join("");
}

/** One row of a list of terms and what they are. */
export const row = (term: string, value: Shown): Html =>
  html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;

/** Which of several alike something is about: only who does not see the page is told. */
export const away = (which: string, before = ": "): Html => html`<span class="away">${before}${which}</span>`;

/** A text with a capital at its beginning. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/**
 * Writes HTML: every value is escaped but what is HTML already. Values stand in text or within quotes.
 * @example html`<p>${school.name}</p>`
 */
export const html = (parts: TemplateStringsArray, ...values: readonly Shown[]): Html => ({
  markup: String.raw({ raw: parts }, ...values.map(markupOf)),
});
