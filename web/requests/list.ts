import { html, type Html } from "../html.ts";
import { work } from "../serving.ts";
import { codeInWords, requestStatesInWords } from "../terms.ts";
import { read } from "../visit.ts";
import { counted, period } from "../words.ts";
import type { Request } from "./draftBody.ts";
import { mayAsk } from "./mayAsk.ts";

const cardOf = ({ requestId, codes, state, window, daysEach, description }: Request): Html =>
  html`<li>
    <h2><a href="/pages/requests/${requestId}">${codeInWords(codes.primary)}</a></h2>
    <p><strong>${requestStatesInWords[state]}</strong>, ${counted(daysEach, "day")}, ${period(window)}</p>
    <p>${description.length > 140 ? `${description.slice(0, 140)} …` : description}</p>
  </li>`;

/** The requests that somebody may see, oldest first, a page at a time. */
export const requestsPage = work({
  async show(visit) {
    const cursor = visit.query.get("cursor");
    const query = { limit: 50, ...(cursor === null ? {} : { cursor }) };
    const [{ items, nextCursor }, me] = await Promise.all([
      read(visit, "listRequests", { query }),
      read(visit, "getMe", {}),
    ]);
    return {
      kind: "page",
      title: "Requests for support",
      body: html`<h1>Requests for support</h1>
        ${mayAsk(me) && html`<p><a class="button" href="/pages/requests/new">Ask for support</a></p>`}
        ${
          items.length === 0
            ? html`<p>There are none yet.</p>`
            : html`<ul class="cards">
                ${items.map(cardOf)}
              </ul>`
        }
        ${nextCursor !== null && html`<p><a href="/pages/requests?cursor=${nextCursor}">Next page</a></p>`}`,
    };
  },
});
