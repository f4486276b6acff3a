import { counted } from "../../shared/domain/counted.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { workingDaysIn } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { awaitedParty, type OfferTerms } from "../../shared/domain/offers/offer.ts";
import { brokers, newsOf } from "../../shared/domain/offers/offerEvents.ts";
import { counter } from "../../shared/domain/offers/offerSteps.ts";
import { consentPartiesOf } from "../../shared/domain/offers/offerView.ts";
import { isRefusal, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { offers } from "../../shared/store/rows/requests.ts";
import { replace } from "../../shared/store/store.ts";
import { offerAtHand, type OfferAtHand, shownTo } from "./access.ts";
import { refusalOf } from "./notAwaited.ts";

/** A party proposes other terms: no deadline runs until the broker has settled them. */
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
  const detail = `The school is open on ${counted(openDays, "day")} of these dates, and ${counted(days, "is", "are")} to be worked`;
  return refuse("invalid-request", "Suggest dates on which the school is open.", [
    { pointer: "/terms/window", detail },
  ]);
}
