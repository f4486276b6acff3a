import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { chaseToday, isDaytime } from "../../shared/domain/tasks/chaser.ts";
import { type Consent, type Offer } from "../../shared/domain/offers/offer.ts";
import { newsOf, recipientOf } from "../../shared/domain/offers/offerEvents.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { offers } from "../../shared/store/rows/requests.ts";
import { replace, type Store } from "../../shared/store/store.ts";

interface Awaited {
  readonly consent: Consent;
  readonly calendar: SchoolCalendar;
  readonly now: string;
}

/** Whether the party that has to answer is to be reminded now: once, before its deadline, by day and on a day of its school. */
export function isToBeChased(offer: Offer, { consent, calendar, now }: Awaited): boolean {
  if (consent.chasedOn !== null || offer.expiresAt === null || !isDaytime(now)) return false;
  const since = dateAt(consent.askedAt ?? offer.sentAt);
  return chaseToday({ since, dueOn: dateAt(offer.expiresAt), calendar }, undefined, dateAt(now)) !== null;
}

/** Reminds the party of an offer that has to answer, and keeps that it was; an offer that changes meanwhile is left. */
export async function chaseOffer(store: Store, offer: Offer, { consent, now }: Awaited): Promise<void> {
  const { requestId, offerId } = offer;
  const { party } = consent;
  const chased = { ...consent, chasedOn: dateAt(now) };
  const consents = offer.consents.map((each) => (each === consent ? chased : each));
  await store.commit({
    chain: `request:${requestId}`,
    action: "offer-chased",
    actor: serviceActor("deadlines"),
    facts: { requestId, offerId, party, deadline: offer.expiresAt },
    writes: [replace(offers, { ...offer, consents })],
    announce: [newsOf(offer, "offer-chased", [recipientOf(offer, party)])],
  });
}
