import { modeBit, phaseBit, sortable } from "../facts/columns.ts";
import { daySpan, weekdaysCovered, weekdaysIn } from "../facts/dates.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { distanceMetres } from "../facts/pair.ts";
import { weightsFor } from "../facts/policy.ts";
import { besideOthers } from "../fit/expertise.ts";
import {
  availabilityPer1000,
  basisPoints,
  contextPer1000,
  distancePer1000,
  phasePer1000,
  rotationPer1000,
  workingStylePer1000,
} from "../fit/fit.ts";
import { whole } from "../problem/cells.ts";
import { holdsDesignation } from "../rules/standingRules.ts";
import type { Field } from "./field.ts";

/** The fit in basis points of somebody of the request's kind whose claim is worth so much, or -1 where a rule refuses. */
export type PairFit = (place: number, per1000: number) => number;

/** Marks for things of one sort that are taken back all at once. */
interface Marks {
  readonly clear: () => void;
  readonly add: (at: number) => void;
  readonly has: (at: number) => boolean;
}

function marksFor(count: number): Marks {
  const cells = new Int32Array(count);
  let now = 0;
  return {
    clear: () => void now++,
    add: (at) => {
      if (at >= 0) cells[at] = now;
    },
    has: (at) => cells[at] === now,
  };
}

/**
 * Judges pairs as the rules and the fit do, from columns: overrides are not looked at, and people named in `apart`
 * are refused, to be judged by the rules themselves.
 */
export function pairFits(field: Field): (request: MatchRequest, apart: Iterable<number>) => PairFit {
  const { roster, people, schools, pinned, claims } = field;
  const { policy, today } = roster.input;
  const [refused, returned] = [marksFor(roster.practitioners.length), marksFor(schools.rank.length)];

  const markSchoolsThatWereSupported = (request: MatchRequest): void => {
    returned.clear();
    for (const [schoolId, onDate] of roster.supported.get(request.schoolId) ?? [])
      if (onDate >= roster.reciprocalSince) returned.add(schools.numberOf.get(schoolId) ?? -1);
  };
  const markPeopleRefused = (request: MatchRequest, apart: Iterable<number>): void => {
    refused.clear();
    for (const place of apart) refused.add(place);
    for (const list of [request.excluded, request.declinedBy, request.alreadyHeld])
      for (const id of list) refused.add(roster.placeOfPerson.get(id) ?? -1);
  };

  return (request, apart) => {
    markSchoolsThatWereSupported(request);
    markPeopleRefused(request, apart);
    const school = roster.schoolOf(request.schoolId);
    const asking = schools.numberOf.get(school.id) ?? -1;
    const [trust, federation] = [whole(schools.trust, asking), whole(schools.federation, asking)];
    const weights = weightsFor(policy, request);
    const [phase, mode] = [phaseBit(request.phase), modeBit(request.mode)];
    const window = daySpan(request.window);
    const [begins, weekdaysAsked] = [sortable(request.window.from), weekdaysIn(window)];
    const others = request.codes.secondary.map(claims.worthOf);
    const { requiredDesignation: designation = null, halfDays } = request;
    const isRemote = request.mode === "remote";

    const isBarred = (place: number, home: number): boolean => {
      if (home === asking || returned.has(home)) return true;
      if (trust !== 0 && whole(schools.trust, home) === trust) return true;
      if (federation !== 0 && whole(schools.federation, home) === federation) return true;
      for (let at = whole(people.barredStart, place); at < whole(people.barredStart, place + 1); at++)
        if (whole(people.barred, at) === asking) return true;
      return false;
    };
    const expertise = (place: number, per1000: number): number => {
      if (others.length === 0) return per1000;
      let sum = 0;
      for (const worthOf of others) sum += worthOf(place);
      return besideOthers(per1000, sum, others.length);
    };

    return (place, per1000) => {
      const home = whole(people.school, place);
      if (refused.has(place) || whole(pinned.halfDaysLeft, place) < halfDays) return -1;
      if (whole(people.assuredUntil, place) < begins || isBarred(place, home)) return -1;
      const homeSchool = roster.homes[place] ?? school;
      const metres = isRemote ? 0 : distanceMetres(school, homeSchool);
      if (metres !== null && metres > (people.reachMetres[place] ?? 0)) return -1;
      const free = weekdaysCovered(window, roster.free, place);
      const isDated = whole(roster.free.start, place) < whole(roster.free.start, place + 1);
      if (isDated && free * 2 < halfDays) return -1;
      const person = roster.practitioners[place];
      if (designation !== null && !holdsDesignation(person?.designations ?? [], designation, today))
        return -1;
      const isAtHome = (whole(schools.phases, home) & phase) !== 0;
      return (
        basisPoints(weights.expertise, expertise(place, per1000)) +
        basisPoints(weights.phase, phasePer1000(true, isAtHome)) +
        basisPoints(weights.context, contextPer1000(school, homeSchool)) +
        basisPoints(weights.distance, distancePer1000(metres, policy.distanceZeroMetres)) +
        basisPoints(weights.availability, availabilityPer1000(free, weekdaysAsked)) +
        basisPoints(weights.rotation, rotationPer1000(whole(people.load, place))) +
        basisPoints(weights.workingStyle, workingStylePer1000((whole(people.modes, place) & mode) !== 0))
      );
    };
  };
}
