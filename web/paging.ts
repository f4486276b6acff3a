import { html, type Html } from "./html.ts";
import type { Asked } from "./visit.ts";

/** The part of a list that an address asks for, as a query of the API. */
export function partAsked(
  { query }: Asked,
  limit: number,
): { readonly limit: number; readonly cursor?: string } {
  const cursor = query.get("cursor");
  return { limit, ...(cursor === null ? {} : { cursor }) };
}

/** The link to the next part of a list at an address, its query too, where there is one. */
export const nextPart = (path: string, nextCursor: string | null, words = "Next page"): Html | undefined =>
  nextCursor === null
    ? undefined
    : html`<p>
        <a href="${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(nextCursor)}"
          >${words}</a
        >
      </p>`;

/** What is in one state, under its heading, with the link to more of it. */
export const statePart = (
  heading: string,
  cards: readonly Html[],
  more: { readonly path: string; readonly nextCursor: string | null },
): Html =>
  html`<h2>${heading}</h2>
    ${
      cards.length === 0
        ? html`<p>None.</p>`
        : html`<ul class="cards">
            ${cards}
          </ul>`
    }
    ${nextPart(more.path, more.nextCursor, `More: ${heading}`)}`;
