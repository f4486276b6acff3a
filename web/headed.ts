import { errorSummary, type Form } from "./form.ts";
import { html, type Shown } from "./html.ts";
import type { Ending, Trouble } from "./visit.ts";

/** The forms of a page, and why what was sent with one of them was not done. */
interface Sent {
  readonly trouble: Trouble | undefined;
  readonly forms: readonly Form[];
}

/** A page whose first heading is its title; why something was not done stands above all else. */
export const headed = (
  title: string,
  body: Shown,
  { trouble, forms }: Partial<Sent> = {},
): Extract<Ending, { kind: "page" }> => ({
  kind: "page",
  ...(trouble ? { status: trouble.status, isError: true } : {}),
  title,
  body: html`${errorSummary(trouble, forms ?? [])}
    <h1>${title}</h1>
    ${body}`,
});
