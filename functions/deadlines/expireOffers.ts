import { awaitedParty, isLate, type Offer } from "../../shared/domain/offers/offer.ts";
import { end } from "../../shared/domain/offers/offerSteps.ts";
import { calendarOfParty, type PartyCalendars } from "../../shared/domain/calendar/calendarOfParties.ts";
import { withOpenDeadline } from "../../shared/domain/offers/offerDeadline.ts";
import { brokers, newsOf, recipientOf } from "../../shared/domain/offers/offerEvents.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { eachRow } from "../../shared/runtime/eachRow.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { endingWrites } from "../../shared/store/offerEnding.ts";
import { offers, offersIn, requests } from "../../shared/store/rows/requests.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import { type At, calendarsAt } from "./at.ts";
import { chaseOffer, isToBeChased } from "./chaseOffer.ts";

/**
 * Ends every offer whose awaited answer is late, each by itself, and counts those that ended. Whoever did not
 * answer may be proposed again. Deadlines move on first where a calendar has closed days since, and whoever is near
 * theirs is reminded. An offer that changes meanwhile is left as it now is.
 */
export async function expireOffers(store: Store, at: At): Promise<number> {
  const { now } = at;
  let expired = 0;
  const look = async (row: Offer): Promise<void> => {
    const calendars = calendarsAt(at, row);
    const offer = withOpenDeadline(row, calendars);
    if (isLate(offer, now)) {
      if (await expire(store, offer)) expired += 1;
    } else await keepWaiting(store, { row, offer, calendars }, now);
  };
  await eachByItself(["sent", "accepted"] as const, (state) => eachRow(store, offersIn(state), look));
  return expired;
}

interface Waiting {
  /** As it was read, and as it is by the calendars of now. */
  readonly row: Offer;
  readonly offer: Offer;
  readonly calendars: PartyCalendars;
}

async function keepWaiting(store: Store, { row, offer, calendars }: Waiting, now: string): Promise<void> {
  const party = awaitedParty(offer);
  const consent = offer.consents.find((each) => each.party === party);
  if (!consent) return;
  const awaited = { consent, calendar: calendarOfParty(calendars, consent.party), now };
  if (isToBeChased(offer, awaited)) await chaseOffer(store, offer, awaited);
  else if (offer.expiresAt !== row.expiresAt) await moveDeadline(store, offer);
}

const moveDeadline = async (store: Store, offer: Offer): Promise<void> => {
  const { requestId, offerId } = offer;
  await store.commit({
    chain: `request:${requestId}`,
    action: "offer-deadline-moved",
    actor: serviceActor("deadlines"),
    facts: { requestId, offerId, to: offer.expiresAt },
    writes: [replace(offers, offer)],
  });
};

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
