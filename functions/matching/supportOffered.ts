import { isOpen, type Offer } from "../../shared/domain/offers/offer.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { standingOn } from "../../shared/domain/people/employment.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { offersOfRequest, requestsOfSchool } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";

/**
 * Open offers of what the practitioner's school asks for: help that may come to it, and that its people would return.
 * Read request by request, where an offer stands as soon as it is made.
 */
export async function supportOfferedTo(store: Store, person: Person, now: string): Promise<Offer[]> {
  const { homeSchoolId } = standingOn(person, dateAt(now));
  const asked = (await store.all(requestsOfSchool(homeSchoolId))).filter(({ state }) => state === "open");
  const made = await Promise.all(asked.map(({ requestId }) => store.all(offersOfRequest(requestId))));
  return made.flat().filter(isOpen);
}
