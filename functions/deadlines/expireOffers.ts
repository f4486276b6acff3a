import { awaitedParty, end, isLate, type Offer } from "../../shared/domain/offer.ts";
import { brokers, newsOf, recipientOf } from "../../shared/domain/offerEvents.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { endingWrites } from "../../shared/store/offerEnding.ts";
import { offersIn, requests } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";

/**
 * Ends every offer whose awaited answer is late, each by itself, and counts those that ended. Whoever did not
 * answer may be proposed again. An offer that changes meanwhile is left as it now is.
 */
export async function expireOffers(store: Store, now: string): Promise<number> {
  const waiting = [...(await store.all(offersIn("sent"))), ...(await store.all(offersIn("accepted")))];
  let expired = 0;
  for (const offer of waiting.filter((each) => isLate(each, now)))
    if (await expire(store, offer)) expired += 1;
  return expired;
}

async function expire(store: Store, offer: Offer): Promise<boolean> {
  const late = awaitedParty(offer) ?? "party";
  const ended = end(offer, "expired", `The ${late} did not answer in time`);
  const request = await store.get(requests, { requestId: offer.requestId });
  if (ended.kind !== "ended" || !request) return false;
  const { requestId, offerId } = offer;
  const committed = await store.commit({
    chain: `request:${requestId}`,
    action: "offer-expired",
    actor: serviceActor("deadlines"),
    facts: { requestId, offerId, late },
    writes: await endingWrites(store, { ended, request, declined: false }),
    announce: [
      newsOf(offer, "offer-expired", [
        brokers,
        recipientOf(offer, "practitioner"),
        recipientOf(offer, "receiving-head"),
      ]),
    ],
  });
  return committed === "committed";
}
