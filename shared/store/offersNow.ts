import { awaitedParty, type Offer } from "../domain/offers/offer.ts";
import { withOpenDeadline } from "../domain/offers/offerDeadline.ts";
import { calendarsOfParties, calendarsOfSome } from "./calendars.ts";
import type { Reads } from "./reads.ts";
import type { Store } from "./store.ts";

/** An offer as it was read, with its deadline by the calendars as they are now, before the hour has moved it. */
export const withDeadlineNow = async (store: Store, offer: Offer): Promise<Offer> =>
  awaitedParty(offer) ? withOpenDeadline(offer, await calendarsOfParties(store, offer)) : offer;

/** The same of many offers, from one reading of the calendars of those that wait for an answer. */
export async function withDeadlinesNow(store: Reads, all: readonly Offer[]): Promise<readonly Offer[]> {
  const schools = all.filter(awaitedParty).flatMap((offer) => [offer.homeSchoolId, offer.schoolId]);
  const calendarOf = await calendarsOfSome(store, schools);
  return all.map((offer) =>
    awaitedParty(offer)
      ? withOpenDeadline(offer, {
          homeSchool: calendarOf(offer.homeSchoolId),
          supportedSchool: calendarOf(offer.schoolId),
        })
      : offer,
  );
}
