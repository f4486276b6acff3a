import { pastAnswers } from "../../shared/domain/people/acceptance.ts";
import { type SchoolCalendar, usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { halfTermAfter } from "../../shared/domain/calendar/calendarOfSchool.ts";
import { freshCapacity } from "../../shared/domain/people/capacity.ts";
import { isEmployed, standingOn } from "../../shared/domain/people/employment.ts";
import type { PersonId } from "../../shared/domain/ids.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import type { UnfollowedInstruction } from "../../shared/domain/runs/run.ts";
import type { MatchInput, MatchRequest } from "../../shared/matching/facts/facts.ts";
import { factsOfCalendars, yearsFrom } from "./factsOfCalendars.ts";
import { factsOfPerson } from "./factsOfPerson.ts";
import { factsOfRequest, type Holders, placesToMatch } from "./factsOfRequest.ts";
import { factsOfSchool, isWorking } from "./factsOfSchool.ts";
import { reasonToLeaveOut } from "./leftOut.ts";
import { policyOf } from "./policyOf.ts";
import { type RunFacts, type RunRows, yearOf, yearsOf } from "./runRows.ts";
import { supportGiven } from "./supportGiven.ts";

/** Turns rows into the engine's facts. What cannot be matched is named, never dropped. */
export function factsOf(rows: RunRows): RunFacts {
  const schoolOf = new Map(rows.schools.map((school) => [school.schoolId, school]));
  const holdersOf = holdersIn(rows);
  const wanting = rows.requests.flatMap((request) => {
    const places = placesToMatch(request, holdersOf(request).offers);
    return places > 0 ? [{ request, places }] : [];
  });
  const leftOut = wanting.flatMap(({ request, places }) =>
    reasonToLeaveOut(request, {
      school: schoolOf.get(request.schoolId),
      places,
      today: rows.today,
      calendar: calendarIn(rows, request),
    }),
  );
  const hopeless = new Set(leftOut.map(({ requestId }) => requestId));
  const matched = wanting.map(({ request }) => request).filter(({ requestId }) => !hopeless.has(requestId));
  const people = rows.people
    .map((person) => standingOn(person, rows.today))
    .filter((person) => isEmployed(person) && isWorking(schoolOf.get(person.homeSchoolId)));
  const known = new Set(people.map(({ personId }) => personId));
  const askedIn = (academicYear: string): MatchRequest[] =>
    matched
      .filter((request) => yearOf(request, rows.today) === academicYear)
      .map((request) => withKnownPins(requestFacts(rows, request, holdersOf(request)), known));
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

/** What each request holds already, every list of rows gone through once. */
function holdersIn(rows: RunRows): (request: SupportRequest) => Holders {
  const offers = Map.groupBy(rows.offers, ({ requestId }) => requestId);
  const deployments = Map.groupBy(rows.deployments, ({ requestId }) => requestId);
  const proposed = Map.groupBy(rows.lastProposals, ({ requestId }) => requestId);
  return ({ requestId }) => ({
    offers: offers.get(requestId) ?? [],
    deployments: deployments.get(requestId) ?? [],
    lastProposed: (proposed.get(requestId) ?? []).map(({ personId }) => personId),
    leaves: rows.leaves,
  });
}

function requestFacts(rows: RunRows, request: SupportRequest, holders: Holders): MatchRequest {
  const facts = factsOfRequest(request, holders, rows.today);
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
