import { awaitedParty, type Offer } from "../domain/offers/offer.ts";
import { withOpenDeadline } from "../domain/offers/offerDeadline.ts";
import { calendarsOfAll, calendarsOfParties } from "./calendars.ts";
import type { Store } from "./store.ts";

/** An offer as it was read, with its deadline by the calendars as they are now, before the hour has moved it. */
export const withDeadlineNow = async (store: Store, offer: Offer): Promise<Offer> =>
  awaitedParty(offer) ? withOpenDeadline(offer, await calendarsOfParties(store, offer)) : offer;

/** The same of many offers, from one reading of all calendars. */
export async function withDeadlinesNow(store: Store, all: readonly Offer[]): Promise<readonly Offer[]> {
  if (!all.some(awaitedParty)) return all;
  const calendarOf = await calendarsOfAll(store);
  return all.map((offer) =>
    withOpenDeadline(offer, {
      homeSchool: calendarOf(offer.homeSchoolId),
      supportedSchool: calendarOf(offer.schoolId),
    }),
  );
}
