import { counted } from "../../shared/domain/counted.ts";
import { awaitedParty } from "../../shared/domain/offers/offer.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { html, type Html } from "../html.ts";
import { offerStatesInWords, partiesInWords } from "../terms.ts";
import { attempt, type Visit } from "../visit.ts";
import { longDate, period } from "../words.ts";

type Offer = AnswerOf<"listRequestOffers">["items"][number];

/** The offers made for a request, as far as its reader may know of them. */
export async function readOffers(visit: Visit, requestId: string): Promise<readonly Offer[]> {
  const listed = await attempt(visit, "listRequestOffers", { params: { requestId }, query: { limit: 50 } });
  return listed.kind === "refused" ? [] : listed.body.items;
}

/** Whether somebody is asked by an offer now. */
export const isOpen = ({ state }: Offer): boolean =>
  state === "sent" || state === "accepted" || state === "countered";

function standing(offer: Offer): string {
  const awaited = awaitedParty(offer);
  if (awaited === undefined) return offerStatesInWords[offer.state];
  const until = offer.expiresAt === null ? "" : ` by the end of ${longDate(offer.expiresAt)}`;
  return `waits for the answer of ${partiesInWords[awaited]}${until}`;
}

/** Each offer, with whose answer it waits for and until when. */
export const offersIn = (offers: readonly Offer[]): Html | undefined =>
  offers.length === 0
    ? undefined
    : html`<h2>Offers</h2>
        <ul>
          ${offers.map(
            (offer, index) =>
              html`<li>
                <a href="/pages/requests/${offer.requestId}/offers/${offer.offerId}"
                  >Offer ${index + 1}: ${counted(offer.terms.days, "day")}, ${period(offer.terms.window)}</a
                >: ${standing(offer)}
              </li>`,
          )}
        </ul>`;
