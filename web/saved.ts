import { html, type Html } from "./html.ts";
import type { Asked, Trouble } from "./visit.ts";

/** Says that what was sent is saved, where the address tells of it and nothing went wrong since. */
export const savedNotice = ({ query }: Pick<Asked, "query">, trouble?: Trouble): Html | false =>
  query.has("saved") && !trouble && html`<div class="notice" role="status"><p>It is saved.</p></div>`;
