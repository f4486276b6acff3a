import { counted } from "../../shared/domain/counted.ts";
import { awaitedParty } from "../../shared/domain/offers/offer.ts";
import type { AnswerOf } from "../../shared/runtime/client.ts";
import { everyItem } from "../../shared/runtime/everyItem.ts";
import { html, type Html } from "../html.ts";
import { offerStatesInWords, partiesInWords } from "../terms.ts";
import { attempt, read, type Visit } from "../visit.ts";
import { longDate, period } from "../words.ts";

type Offer = AnswerOf<"listRequestOffers">["items"][number];

/** The offers made for a request, as far as its reader may know of them. */
export async function readOffers(visit: Visit, requestId: string): Promise<readonly Offer[]> {
  const params = { requestId };
  const first = await attempt(visit, "listRequestOffers", { params, query: { limit: 50 } });
  if (first.kind === "refused") return [];
  const { items, nextCursor } = first.body;
  return nextCursor === null
    ? items
    : everyItem((query) => read(visit, "listRequestOffers", { params, query }));
}

/** Whom offers are made to, by id, as far as their reader may know people by name: brokers and directors may. */
export async function readAsked(
  visit: Visit,
  offers: readonly Offer[],
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(offers.map(({ personId }) => personId))];
  const found = await Promise.all(
    ids.map((personId) => attempt(visit, "getPerson", { params: { personId } })),
  );
  return new Map(
    found.flatMap((each) => (each.kind === "refused" ? [] : [[each.body.personId, each.body.name]])),
  );
}

/** Whether somebody is asked by an offer now. */
export const isOpen = ({ state }: Offer): boolean =>
  state === "sent" || state === "accepted" || state === "countered";

/** Whose answer an offer waits for and until when, or how it ended. */
export function standing(offer: Offer): string {
  const awaited = awaitedParty(offer);
  const refuser = offer.consents.find(({ answer }) => answer === "no")?.party;
  if (offer.state === "declined" && refuser !== undefined) return `${partiesInWords[refuser]} said no`;
  if (awaited === undefined) return offerStatesInWords[offer.state];
  const until = offer.expiresAt === null ? "" : ` by the end of ${longDate(offer.expiresAt)}`;
  return `waits for the answer of ${partiesInWords[awaited]}${until}`;
}

/** An offer told from the others, by whom it is made to where that is known. */
const nameOf = (index: number, whom: string | undefined): string =>
  whom === undefined ? `Offer ${index + 1}` : `Offer ${index + 1} to ${whom}`;

/** Each offer, with whose answer it waits for and until when. */
export const offersIn = (offers: readonly Offer[], asked: ReadonlyMap<string, string>): Html | undefined =>
  offers.length === 0
    ? undefined
    : html`<h2>Offers</h2>
        <ul>
          ${offers.map(
            (offer, index) =>
              html`<li>
                <a href="/pages/requests/${offer.requestId}/offers/${offer.offerId}"
                  >${nameOf(index, asked.get(offer.personId))}: ${counted(offer.terms.days, "day")},
                  ${period(offer.terms.window)}</a
                >: ${standing(offer)}
              </li>`,
          )}
        </ul>`;
