import { counted } from "../../shared/domain/counted.ts";
import { away, html, type Html } from "../html.ts";
import type { Ending, Visit } from "../visit.ts";
import { readNames } from "./names.ts";

/** What came of one proposal that was to become an offer. */
export interface Confirmed {
  readonly requestId: string;
  readonly personId: string;
  /** The offer, where it is known. */
  readonly offerId?: string;
  /** Why no offer was made, null where one was. */
  readonly refused: string | null;
}

/** Which offers were sent and which proposals could not be confirmed, with where each leads. */
export async function sentOffers(
  visit: Visit,
  results: readonly Confirmed[],
  onwards: Html,
): Promise<Ending> {
  const names = await readNames(visit, results);
  const line = ({ requestId, personId, offerId, refused }: Confirmed): Html => {
    const who = names.person(personId);
    const whom = html`${who}: ${names.need(requestId)}`;
    return html`<li>
      ${
        offerId === undefined
          ? whom
          : html`<a href="/pages/requests/${requestId}/offers/${offerId}"
              >${whom}${away(names.asked(requestId) ?? "", ", ")}</a
            >`
      }${
        refused !== null &&
        html`. ${names.sentence(refused)}
          <a href="/pages/requests/${requestId}/verdicts/${personId}"
            >What the rules say of ${who} today${away(names.wholeRequest(requestId))}</a
          >`
      }
    </li>`;
  };
  const sent = results.filter(({ refused }) => refused === null);
  const not = results.filter(({ refused }) => refused !== null);
  const title = sent.length === 0 ? "No offer was sent" : `${counted(sent.length, "offer")} sent`;
  return {
    kind: "page",
    title,
    isError: sent.length === 0,
    body: html`<h1>${title}</h1>
      ${
        sent.length > 0 &&
        html`<p>The practitioners are written to now, and asked first.</p>
          <ul>
            ${sent.map(line)}
          </ul>`
      }
      ${
        not.length > 0 &&
        html`<h2>${counted(not.length, "proposal")} could not be confirmed</h2>
          <ul>
            ${not.map(line)}
          </ul>`
      }
      ${onwards}`,
  };
}
