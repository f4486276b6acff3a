import { type PastAnswers, pastAnswers } from "../../shared/domain/acceptance.ts";
import { academicYearOf, workYearOf } from "../../shared/domain/calendar.ts";
import type { Deployment } from "../../shared/domain/deployment.ts";
import { isEmployed, standingOn } from "../../shared/domain/employment.ts";
import type { Leaves } from "../../shared/domain/expertise.ts";
import { type SchoolCalendar, usualCalendar } from "../../shared/domain/calendarInForce.ts";
import { halfTermAfter } from "../../shared/domain/calendarOfSchool.ts";
import type { PersonId, SchoolId } from "../../shared/domain/ids.ts";
import type { MatchingPolicy } from "../../shared/domain/matchingPolicy.ts";
import type { Offer } from "../../shared/domain/offer.ts";
import type { Person } from "../../shared/domain/person.ts";
import { type Capacity, freshCapacity } from "../../shared/domain/capacity.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import type { Proposal, UnfollowedInstruction } from "../../shared/domain/run.ts";
import type { School } from "../../shared/domain/school.ts";
import type { MatchInput, MatchRequest, SupportGiven } from "../../shared/matching/facts/facts.ts";
import { deploymentIdOf } from "../offers/deploymentId.ts";
import { factsOfCalendars, yearsFrom } from "./factsOfCalendars.ts";
import { factsOfPerson } from "./factsOfPerson.ts";
import { factsOfRequest, placesToMatch } from "./factsOfRequest.ts";
import { factsOfSchool, isWorking } from "./factsOfSchool.ts";
import { type LeftOut, reasonToLeaveOut } from "./leftOut.ts";
import { policyOf } from "./policyOf.ts";

/** The rows of a partnership that a run looks at. */
export interface RunRows {
  readonly today: string;
  /** What the partnership said about matching; nothing where all is as everywhere. */
  readonly matching?: MatchingPolicy | undefined;
  readonly schools: readonly School[];
  /** The calendar of any school; the usual one where nothing is said. */
  readonly calendarOf?: ((schoolId: SchoolId) => SchoolCalendar) | undefined;
  readonly people: readonly Person[];
  /** Capacity rows of every academic year in which an open request begins. */
  readonly capacities: readonly Capacity[];
  /** Requests that are open, whether or not they have a place left. */
  readonly requests: readonly SupportRequest[];
  /** Live offers that are not yet agreed. */
  readonly offers: readonly Offer[];
  /** Offers of late years that are agreed or have ended: what people answered to them. */
  readonly pastOffers: readonly Offer[];
  readonly deployments: readonly Deployment[];
  /** What the last published run proposed. */
  readonly lastProposals: readonly Proposal[];
  /** The partnership's local leaves; none unless given. */
  readonly leaves?: Leaves | undefined;
}

/** The facts of one academic year: capacity is counted by year, so that years share nothing. */
export interface YearFacts {
  readonly academicYear: string;
  readonly input: MatchInput;
}

/** All that a run matches on: opaque ids, codes, dates and counts. */
export interface RunFacts {
  readonly years: readonly YearFacts[];
  readonly leftOut: readonly LeftOut[];
  readonly unfollowed: readonly UnfollowedInstruction[];
  /** What people answered to past offers: told beside proposals, never matched on. */
  readonly answers: readonly PastAnswers[];
}

/** The academic year that a request's days are taken from. */
export const yearOf = (request: SupportRequest, today: string): string => workYearOf(request.window, today);

/** The years that a run has to look at: those of the open requests, or this one when there are none. */
export function yearsOf(requests: readonly SupportRequest[], today: string): string[] {
  const years = new Set(requests.map((request) => yearOf(request, today)));
  return years.size === 0 ? [academicYearOf(today)] : [...years].toSorted();
}

/** Turns rows into the engine's facts. What cannot be matched is named, never dropped. */
export function factsOf(rows: RunRows): RunFacts {
  const schoolOf = new Map(rows.schools.map((school) => [school.schoolId, school]));
  const wanting = rows.requests.filter((request) => placesToMatch(request, offersFor(rows, request)) > 0);
  const leftOut = wanting.flatMap((request) => {
    const places = placesToMatch(request, offersFor(rows, request));
    const school = schoolOf.get(request.schoolId);
    return reasonToLeaveOut(request, {
      school,
      places,
      today: rows.today,
      calendar: calendarIn(rows, request),
    });
  });
  const matched = wanting.filter(
    (request) => !leftOut.some(({ requestId }) => requestId === request.requestId),
  );
  const people = rows.people
    .map((person) => standingOn(person, rows.today))
    .filter((person) => isEmployed(person) && isWorking(schoolOf.get(person.homeSchoolId)));
  const known = new Set(people.map(({ personId }) => personId));
  const askedIn = (academicYear: string): MatchRequest[] =>
    matched
      .filter((request) => yearOf(request, rows.today) === academicYear)
      .map((request) => withKnownPins(requestFacts(rows, request), known));
  return {
    years: yearsOf(matched, rows.today).map((academicYear) => ({
      academicYear,
      input: inputOf(academicYear, rows, { people, requests: askedIn(academicYear) }),
    })),
    leftOut,
    unfollowed: matched.flatMap((request) => unknownPins(request, known)),
    answers: pastAnswers([...rows.offers, ...rows.pastOffers]),
  };
}

interface Matched {
  readonly people: readonly Person[];
  readonly requests: readonly MatchRequest[];
}

/** All that the engine is told of one academic year. */
function inputOf(academicYear: string, rows: RunRows, { people, requests }: Matched): MatchInput {
  const { calendars, calendarOf } = factsOfCalendars(rows, yearsFrom(academicYear, requests));
  return {
    policy: policyOf(rows.matching),
    today: rows.today,
    schools: rows.schools.map((school) => ({ ...factsOfSchool(school), ...calendarOf(school) })),
    ...calendars,
    practitioners: practitionersIn(academicYear, rows, people),
    requests,
    recentSupport: supportGiven(rows, rows.offers),
  };
}

const calendarIn = ({ calendarOf }: RunRows, { schoolId }: SupportRequest): SchoolCalendar =>
  calendarOf?.(schoolId) ?? usualCalendar;

const offersFor = (rows: RunRows, { requestId }: SupportRequest): readonly Offer[] =>
  rows.offers.filter((offer) => offer.requestId === requestId);

function requestFacts(rows: RunRows, request: SupportRequest): MatchRequest {
  const mine = (row: { readonly requestId: string }): boolean => row.requestId === request.requestId;
  const lastProposed = rows.lastProposals.filter(mine).map(({ personId }) => personId);
  const holders = {
    offers: offersFor(rows, request),
    deployments: rows.deployments.filter(mine),
    leaves: rows.leaves,
  };
  const facts = factsOfRequest(request, { ...holders, lastProposed }, rows.today);
  const next = halfTermAfter(calendarIn(rows, request), facts.window.to);
  return next ? { ...facts, nextHalfTerm: { from: next.from, to: next.to } } : facts;
}

function practitionersIn(academicYear: string, rows: RunRows, people: readonly Person[]) {
  const capacities = new Map(
    rows.capacities
      .filter((capacity) => capacity.academicYear === academicYear)
      .map((capacity) => [capacity.personId, capacity]),
  );
  const offers = Map.groupBy(rows.offers, ({ personId }) => personId);
  const deployments = Map.groupBy(rows.deployments, ({ personId }) => personId);
  return people.map((person) => {
    const { personId } = person;
    const holding = {
      capacity: capacities.get(personId) ?? freshCapacity(person, academicYear),
      offers: offers.get(personId) ?? [],
      deployments: deployments.get(personId) ?? [],
      leaves: rows.leaves,
    };
    return factsOfPerson(person, holding, rows.today);
  });
}

/** Support given, being given or offered, for the rule against reciprocal review; the engine counts the years. */
export const supportGiven = (
  { deployments, today }: Pick<RunRows, "deployments" | "today">,
  offered: readonly Offer[],
): SupportGiven[] => [
  ...deployments
    .filter(({ state }) => state !== "not-started")
    .map(({ homeSchoolId, schoolId, deploymentId, ending }) => ({
      homeSchoolId,
      receivingSchoolId: schoolId,
      onDate: ending?.on ?? today,
      deploymentId,
    })),
  ...offered.map(({ homeSchoolId, schoolId, offerId }) => ({
    homeSchoolId,
    receivingSchoolId: schoolId,
    onDate: today,
    deploymentId: deploymentIdOf(offerId),
    offerId,
  })),
];

const withKnownPins = (request: MatchRequest, known: ReadonlySet<PersonId>): MatchRequest => ({
  ...request,
  pinned: request.pinned.filter((each) => known.has(each)),
});

const unknownPins = (request: SupportRequest, known: ReadonlySet<PersonId>): UnfollowedInstruction[] =>
  request.pins
    .filter(({ personId }) => !known.has(personId))
    .map(({ personId }) => ({
      requestId: request.requestId,
      personId,
      kind: "pin",
      sentence: "The practitioner works at no school that is open in the register in force.",
    }));
