import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar.ts";
import { workingDaysIn } from "../../shared/domain/calendarOfSchool.ts";
import { awaitedParty, holdsCapacity, type OfferTerms } from "../../shared/domain/offer.ts";
import { counter, end, takeCounter } from "../../shared/domain/offerSteps.ts";
import { keepDecision } from "../../shared/domain/decision.ts";
import { asking, brokers, everyParty, newsOf, type OfferNews } from "../../shared/domain/offerEvents.ts";
import { consentPartiesOf } from "../../shared/domain/offerView.ts";
import { returnSlot } from "../../shared/domain/requestSteps.ts";
import { isRefusal, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { returned } from "../../shared/store/capacity.ts";
import { endingWrites } from "../../shared/store/offerEnding.ts";
import { capacities } from "../../shared/store/rows/people.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { replace, type Store, type Write } from "../../shared/store/store.ts";
import { offerAtHand, type OfferAtHand, type OfferReply, shownTo } from "./access.ts";
import { refusalOf } from "./notAwaited.ts";
import { conflictSince } from "./conflicts.ts";
import { standingLapsed } from "./standing.ts";
import { takePlace } from "./takePlace.ts";

export const counterOffer: Handler<"counterOffer"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const atHand = await offerAtHand(store, session, params);
    if (isRefusal(atHand)) return atHand;
    const { offer } = atHand;
    const mine = consentPartiesOf(session, offer);
    const party = mine.find((each) => each === awaitedParty(offer)) ?? mine[0];
    if (!party) return refuse("forbidden", "Only a party of this offer counters it.");
    const now = world.now();
    const countered = counter(offer, { party, now }, body);
    if (countered.kind !== "countered") return refusalOf(offer, party, countered);
    const tooShort = faultOfWindow(body.terms, atHand, dateAt(now));
    if (tooShort) return tooShort;
    const { requestId, offerId } = offer;
    return shownTo(session, {
      reply: { status: 200, body: countered.offer },
      action: {
        chain: `request:${requestId}`,
        action: "offer-countered",
        actor,
        facts: { requestId, offerId, party, days: body.terms.days },
        writes: [replace(offers, countered.offer)],
        announce: [newsOf(offer, "offer-countered", [brokers])],
      },
    });
  });

/** Dates that hold fewer open days of the asking school, from today on, than are to be worked. */
function faultOfWindow(
  { days, window }: OfferTerms,
  { by }: OfferAtHand,
  today: string,
): Refusal | undefined {
  const from = window.from > today ? window.from : today;
  const openDays = workingDaysIn(by.calendars.supportedSchool, { from, to: window.to }, days);
  if (openDays >= days) return undefined;
  const detail = `The school is open on ${openDays} days of these dates, and ${days} are to be worked`;
  return refuse("invalid-request", "Suggest dates on which the school is open.", [
    { pointer: "/terms/window", detail },
  ]);
}

export const settleCounter: Handler<"settleCounter"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const atHand = await offerAtHand(store, session, params);
    if (isRefusal(atHand)) return atHand;
    const { take, reason } = body;
    const now = world.now();
    const action = take ? "counter-taken" : "counter-refused";
    const request = keepDecision(atHand.request, { at: now, by: actor.account, action, reason });
    const decision = take
      ? await takeTerms(store, { ...atHand, request }, now)
      : await refuseTerms(store, { ...atHand, request }, reason);
    if (isRefusal(decision)) return decision;
    const { requestId, offerId } = atHand.offer;
    const facts = { requestId, offerId, taken: body.take };
    const { reply, writes, announce } = decision;
    return shownTo(session, {
      reply,
      action: {
        chain: `request:${requestId}`,
        action: "counter-settled",
        actor,
        facts,
        writes,
        announce,
      },
    });
  });

interface Settlement {
  readonly reply: OfferReply;
  readonly writes: readonly Write[];
  readonly announce: readonly OfferNews[];
}

/**
 * The terms change, and with them what is held: a practitioner who proposed them has accepted them and takes
 * the place now, one who had accepted the terms before gives the place back until they accept these.
 */
async function takeTerms(
  store: Store,
  { offer, request, by }: OfferAtHand,
  now: string,
): Promise<Settlement | Refusal> {
  const taken = takeCounter(offer, by, now);
  if (taken.kind === "not-countered") return wrongState("offer", taken.state, ["countered"]);
  const lapsed =
    (await standingLapsed(store, { offer: taken.offer, request }, now)) ??
    (await conflictSince(store, { offer: taken.offer, request }, now));
  if (lapsed) return lapsed;
  const news = [newsOf(taken.offer, "counter-settled", everyParty(offer)), asking(taken.offer, taken.next)];
  const reply = { status: 200, body: taken.offer } as const;
  if (holdsCapacity(offer)) {
    const back = await returned(store, [{ offer, heldCapacity: true }]);
    const writes = [
      replace(offers, taken.offer),
      replace(requests, returnSlot(request)),
      ...back.map((capacity) => replace(capacities, capacity)),
    ];
    return { reply, writes, announce: news };
  }
  if (!holdsCapacity(taken.offer)) {
    const writes = [replace(offers, taken.offer), replace(requests, request)];
    return { reply, writes, announce: news };
  }
  const place = await takePlace(store, request, taken.offer);
  if (isRefusal(place)) return place;
  return {
    reply,
    writes: [replace(offers, taken.offer), replace(requests, place.request), ...place.writes],
    announce: [...news, newsOf(taken.offer, "offer-accepted", [brokers]), ...place.announce],
  };
}

/** The broker does not take the terms, so that the two will not agree: the offer ends as if declined. */
async function refuseTerms(
  store: Store,
  { offer, request }: OfferAtHand,
  reason: string,
): Promise<Settlement | Refusal> {
  const ended = offer.state === "countered" ? end(offer, "withdrawn", reason) : undefined;
  if (ended?.kind !== "ended") return wrongState("offer", offer.state, ["countered"]);
  return {
    reply: { status: 200, body: ended.offer },
    writes: await endingWrites(store, { ended, request, declined: true }),
    announce: [newsOf(offer, "offer-withdrawn", everyParty(offer))],
  };
}
