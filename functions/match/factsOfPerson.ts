import { breakOn } from "../../shared/domain/people/availability.ts";
import { halfDaysOf } from "../../shared/domain/calendar/days.ts";
import { type Deployment, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { freeBefore, lastDayAtHome } from "../../shared/domain/people/employment.ts";
import { facetsOfPerson } from "../../shared/domain/requests/facets.ts";
import type { Leaves } from "../../shared/domain/people/expertise.ts";
import { mayYetTake, type Offer } from "../../shared/domain/offers/offer.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { Capacity } from "../../shared/domain/people/capacity.ts";
import type { MatchPractitioner } from "../../shared/matching/facts/facts.ts";
import { claimsToday } from "./codesToday.ts";

/** What a practitioner holds already, beside the capacity row of the year that is matched. */
export interface Holding {
  readonly capacity: Capacity;
  /** The person's live offers that are not yet agreed, of every year. */
  readonly offers: readonly Offer[];
  readonly deployments: readonly Deployment[];
  /** The local leaves that claims may name; none unless given. */
  readonly leaves?: Leaves | undefined;
}

/** What is left of a year once every open offer of that year has taken what it may yet take. */
export function capacityToMatch({ capacity, offers }: Pick<Holding, "capacity" | "offers">): {
  readonly halfDays: number;
  readonly slots: number;
} {
  const open = offers.filter((offer) => offer.academicYear === capacity.academicYear && mayYetTake(offer));
  const promised = open.reduce((sum, offer) => sum + halfDaysOf(offer.terms.days), 0);
  return {
    halfDays: Math.max(0, halfDaysOf(capacity.daysLeft) - promised),
    slots: Math.max(0, capacity.deploymentsLeft - open.length),
  };
}

/** A practitioner as the engine sees one: codes, dates and counts, no name and no address. */
export function factsOfPerson(person: Person, holding: Holding, today: string): MatchPractitioner {
  const left = capacityToMatch(holding);
  const underWay = holding.deployments.filter((deployment) => !hasEnded(deployment));
  const loadSlots = underWay.length + holding.offers.length;
  const lastDay = lastDayAtHome(person);
  const leastSlots = Math.max(0, (person.leastDeployments ?? 0) - loadSlots);
  const facets = facetsOfPerson(person);
  return {
    id: person.personId,
    homeSchoolId: person.homeSchoolId,
    claims: claimsToday(person.claims, holding.leaves),
    phases: person.phases,
    modes: person.modes,
    travelLimitMetres: person.travelLimitMetres,
    capacityHalfDaysLeft: left.halfDays,
    capacitySlotsLeft: left.slots,
    ...(leastSlots > 0 ? { leastSlots } : {}),
    loadSlots,
    availability: freeBefore(lastDay, person.availability, today),
    parked: breakOn(person, today) !== null,
    assuranceValidUntil: earlier(person.assurance?.validUntil ?? null, lastDay),
    designations: person.designations.map(({ title, expiresOn }) => ({ name: title, expiresOn })),
    formerEmployers: employersBeside(person, today),
    ...(person.move?.homeSchoolId
      ? { nextSchool: { schoolId: person.move.homeSchoolId, from: person.move.from } }
      : {}),
    ...(Object.keys(facets).length > 0 ? { facets } : {}),
    // What somebody wrote of an interest stays with their record.
    declaredInterests: person.declaredInterests.map(({ schoolId, kind, since, until }) => ({
      schoolId,
      kind,
      since,
      until: until ?? null,
    })),
  };
}

/** A letter of assurance holds while the school that gave it employs them. */
const earlier = (validUntil: string | null, lastDay: string | null): string | null =>
  validUntil !== null && lastDay !== null && lastDay < validUntil ? lastDay : validUntil;

/** Schools that employed the person, and those that still do beside the home school, which counts as today. */
const employersBeside = (person: Person, today: string): MatchPractitioner["formerEmployers"] =>
  person.employment
    .filter(({ schoolId }) => schoolId !== person.homeSchoolId)
    .map(({ schoolId, from, to }) => ({ schoolId, from, endedOn: to ?? today }));
