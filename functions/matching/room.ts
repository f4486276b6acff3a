import type { Refusal } from "../../shared/contract/problems.ts";
import { halfDaysOf } from "../../shared/domain/calendar/days.ts";
import { isLive, mayYetTake, type Offer } from "../../shared/domain/offers/offer.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { capacityOf, type FoundCapacity, writeCapacity } from "../../shared/store/capacity.ts";
import { deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { offers, offersOfPerson } from "../../shared/store/rows/requests.ts";
import type { Store, Write } from "../../shared/store/store.ts";
import { capacityToMatch } from "../match/factsOfPerson.ts";
import { placesToMatch } from "../match/factsOfRequest.ts";
import type { ProposalAtHand } from "./proposalAtHand.ts";

/** A practitioner's capacity in one year, and the open offers that may yet take of it. */
export interface Room {
  readonly found: FoundCapacity;
  readonly open: readonly Offer[];
}

/**
 * Reads what a practitioner has left in a year. The offers that the capacity row names are read by key, as they
 * stand at this moment; the index, which comes a little later, adds those from before the row named any.
 */
export async function roomOf(store: Store, person: Person, academicYear: string): Promise<Room> {
  const found = await capacityOf(store, person, academicYear);
  const [named, listed] = await Promise.all([
    Promise.all(found.capacity.offered.map((key) => store.get(offers, key))),
    store.all(offersOfPerson(person.personId)),
  ]);
  const known = new Map(listed.map((offer) => [offer.offerId, offer]));
  for (const offer of named) if (offer) known.set(offer.offerId, offer);
  const open = [...known.values()].filter(
    (offer) => offer.academicYear === academicYear && mayYetTake(offer),
  );
  return { found, open };
}

/** Writes beside a new offer that it may take of the capacity: of two sent at once, one is decided afresh. */
export function remembering({ found, open }: Room, offer: Offer): Write {
  const offered = [...open, offer].map(({ requestId, offerId }) => ({ requestId, offerId }));
  return writeCapacity({ ...found, capacity: { ...found.capacity, offered } });
}

/** Why nobody else may come from the person's home school: the request has as many from it as it takes. */
export async function refusedForSchool(
  store: Store,
  { request, offers: made }: ProposalAtHand,
  { personId, homeSchoolId }: Person,
): Promise<Refusal | undefined> {
  const { requestId, maxFromOneSchool: most } = request;
  if (most === undefined) return undefined;
  const holders = [...made.filter(isLive), ...(await store.all(deploymentsOfRequest(requestId)))];
  const fromSchool = holders.filter(
    (each) => each.homeSchoolId === homeSchoolId && each.personId !== personId,
  );
  return new Set(fromSchool.map((each) => each.personId)).size >= most
    ? refuse("hard-rule", `The request takes up to ${most} from one school, and they are offered or placed.`)
    : undefined;
}

/** Why an offer would offer a place or a day for the second time: other open offers may yet take it. */
export function offeredAlready(room: Room, atHand: ProposalAtHand, offer: Offer): Refusal | undefined {
  if (placesToMatch(atHand.request, atHand.offers) < 1)
    return refuse("slots-filled", "Open offers may yet take every place on this request.");
  const left = capacityToMatch({ capacity: room.found.capacity, offers: room.open });
  return left.slots < 1 || left.halfDays < halfDaysOf(offer.terms.days)
    ? refuse("capacity-used-up", "Open offers may yet take the practitioner's places or days.")
    : undefined;
}
