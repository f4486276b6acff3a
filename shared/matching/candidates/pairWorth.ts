import type { SchoolColumns } from "../facts/columns.ts";
import type { MatchRequest } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { besideOthers } from "../fit/expertise.ts";
import { availabilityPer1000, basisPoints, mealsPer1000, pupilsPer1000 } from "../fit/fit.ts";
import { mark, whole } from "../problem/cells.ts";
import { holdsDesignation } from "../rules/standingRules.ts";
import { type Asked, askedOf } from "./asked.ts";
import { type Field, traits } from "./field.ts";
import { expertiseAlone, type Kind } from "./kinds.ts";

/**
 * Judges people for one request after the other, as the rules and the fit do: what a person is worth is their
 * fit less what their first place costs. Overrides are not looked at.
 */
export interface PairWorths {
  /** Turns to a request of a kind; people set `apart` are refused, to be judged otherwise. */
  readonly begin: (request: MatchRequest, kind: Kind, apart: Iterable<number>) => Asked;
  /**
   * What one of the crowd is worth who is near enough and has the days, from the most that they could be, or a
   * bound on it that is not above the bar; -Infinity where a rule refuses.
   */
  readonly worthOf: (at: number, most: number, bar: number) => number;
}

/** Marks for things of one sort that are taken back all at once. */
function marksFor(count: number) {
  const cells = new Int32Array(count);
  let now = 0;
  return {
    clear: () => void now++,
    add: (at: number) => {
      if (at >= 0) cells[at] = now;
    },
    has: (at: number) => cells[at] === now,
  };
}

/** How alike two schools are in size and intake, out of 1,000. */
function alikePer1000({ isSmall, pupils, percentageFsm }: SchoolColumns, a: number, b: number): number {
  let sum = isSmall[a] === isSmall[b] ? 1000 : 0;
  let shares = 1;
  const here = pupils[a] ?? 0;
  const there = pupils[b] ?? 0;
  if (here + there > 0) {
    sum += pupilsPer1000(here, there);
    shares++;
  }
  const meals = mealsPer1000(percentageFsm[a] ?? 0, percentageFsm[b] ?? 0);
  if (meals >= 0) {
    sum += meals;
    shares++;
  }
  return Math.floor(sum / shares);
}

/** Marks of those who hold a designation that is asked for, by place: found once for each. */
function holders({ practitioners, input: { today } }: Roster): (designation: string) => Uint8Array {
  const known = new Map<string, Uint8Array>();
  return (designation) => {
    const before = known.get(designation);
    if (before !== undefined) return before;
    const found = Uint8Array.from(practitioners, ({ designations }) =>
      holdsDesignation(designations, designation, today) ? 1 : 0,
    );
    known.set(designation, found);
    return found;
  };
}

/** Judges pairs from columns. */
export function pairWorths(field: Field): PairWorths {
  const { roster, people, schools, claims } = field;
  const [refused, tied] = [marksFor(roster.practitioners.length), marksFor(schools.rank.length)];
  const designated = holders(roster);
  let asked: Asked | null = null;

  /** Marks the schools whose people may not come, whoever they are: its own, those of its groups, those it supported. */
  const tieSchools = ({ asking, ends }: Asked, { schoolId }: MatchRequest): void => {
    const { groups, members } = schools;
    tied.clear();
    tied.add(asking);
    for (let at = whole(groups.start, asking); at < whole(groups.start, asking + 1); at++) {
      if (whole(groups.from, at) > ends) continue;
      const group = whole(groups.number, at);
      for (let m = whole(members.start, group); m < whole(members.start, group + 1); m++)
        if (whole(members.from, m) <= ends) tied.add(whole(members.number, m));
    }
    for (const [id, { onDate }] of roster.supported.get(schoolId) ?? [])
      if (onDate >= roster.reciprocalSince) tied.add(schools.numberOf.get(id) ?? -1);
  };

  const begin = (request: MatchRequest, kind: Kind, apart: Iterable<number>): Asked => {
    const now = askedOf(field, request, kind);
    asked = now;
    tieSchools(now, request);
    refused.clear();
    for (const place of apart) refused.add(place);
    for (const list of [request.excluded, request.declinedBy, request.alreadyHeld])
      for (const id of list) refused.add(roster.placeOfPerson.get(id) ?? -1);
    return now;
  };

  /** Whether an interest or a past employment at the asking school stands on a day asked for. */
  const isBarredHere = (place: number, { asking, begins, ends }: Asked): boolean => {
    for (let at = whole(people.barredStart, place); at < whole(people.barredStart, place + 1); at++)
      if (
        whole(people.barred, at) === asking &&
        whole(people.barredFrom, at) <= ends &&
        whole(people.barredUntil, at) >= begins
      )
        return true;
    return false;
  };

  const standsInTheWay = (place: number, theirs: number, asked: Asked): boolean => {
    const { begins, designation } = asked;
    if ((theirs & traits.isBrief) !== 0 && whole(people.assuredUntil, place) < begins) return true;
    if ((theirs & traits.isBarred) !== 0 && isBarredHere(place, asked)) return true;
    return designation !== null && mark(designated(designation), place) === 0;
  };

  /** By how much the other codes that somebody claims fall short of the most that they could add. */
  const shortOfCodes = (at: number, { crowd, weights, others, beside, marks }: Asked): number => {
    if ((whole(crowd.marks, at) & marks) === 0) return 0;
    let sum = 0;
    for (const code of others) sum += claims.worthOf(code, whole(crowd.people, at));
    const per1000 = whole(crowd.per1000, at);
    const together = basisPoints(weights.expertise, besideOthers(per1000, sum, others.length));
    return beside - (together - expertiseAlone(weights, per1000, others.length));
  };

  const worthOf = (at: number, most: number, bar: number): number => {
    if (asked === null) return -Infinity;
    const { crowd, asking, weights } = asked;
    const home = crowd.school[at] ?? 0;
    const alike = alikePer1000(schools, asking, home);
    let worth = most - (asked.context - basisPoints(weights.context, alike));
    if (worth <= bar) return worth;
    const place = crowd.people[at] ?? 0;
    const theirs = crowd.traits[at] ?? 0;
    if (tied.has(home) || refused.has(place) || standsInTheWay(place, theirs, asked)) return -Infinity;
    if ((theirs & traits.isDated) !== 0) {
      const free = asked.days.freeOf(crowd.free, at, whole(schools.calendar, home));
      if (free * 2 < asked.halfDays) return -Infinity;
      worth -= asked.free - basisPoints(weights.availability, availabilityPer1000(free, asked.days.asked));
    }
    return worth - shortOfCodes(at, asked);
  };
  return { begin, worthOf };
}
