import { sortable } from "../facts/columns.ts";
import { daySpan, weekdaysCovered, weekdaysIn } from "../facts/dates.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { weightsFor } from "../facts/policy.ts";
import { besideOthers } from "../fit/expertise.ts";
import { availabilityPer1000, basisPoints, contextPer1000, distancePer1000 } from "../fit/fit.ts";
import { exact, whole } from "../problem/cells.ts";
import { holdsDesignation } from "../rules/standingRules.ts";
import { type Field, traits } from "./field.ts";
import { expertiseAlone, type Kind } from "./kinds.ts";
import { metresToRow } from "./shelf.ts";

/**
 * Judges people for one request after the other, as the rules and the fit do: what a person is worth is their
 * fit less what their first place costs. Overrides are not looked at.
 */
export interface PairWorths {
  /** Turns to a request of a kind; people set `apart` are refused, to be judged otherwise. */
  readonly begin: (request: MatchRequest, kind: Kind, apart: Iterable<number>) => void;
  /** The most that anybody in a row of the shelf could be worth; -Infinity where nobody travels so far. */
  readonly mostOfRow: (row: number) => number;
  /** The most that one of the crowd could be, from the most that is known of them; -Infinity if they are too far or lack the days. */
  readonly mostOf: (at: number, known: number) => number;
  /**
   * What one of the crowd is worth, from the most that they could be, or a bound on it that is not above the bar;
   * -Infinity where a rule refuses.
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

/** What is looked at of a request, once for all its pairs. */
function aspectsOf({ roster, schools, claims }: Field, request: MatchRequest, kind: Kind) {
  const school = roster.schoolOf(request.schoolId);
  const weights = weightsFor(roster.input.policy, request);
  const asking = schools.numberOf.get(school.id) ?? -1;
  const window = daySpan(request.window);
  const { eastingMetres: east, northingMetres: north } = school;
  const isRemote = request.mode === "remote";
  const context = basisPoints(weights.context, 1000);
  let marks = 0;
  for (const code of request.codes.secondary) marks |= claims.markOf(code);
  return {
    ...kind,
    school,
    asking,
    weights,
    window,
    begins: sortable(request.window.from),
    ends: sortable(request.window.to),
    weekdaysAsked: weekdaysIn(window),
    others: request.codes.secondary.map(claims.numberOf),
    marks,
    designation: request.requiredDesignation ?? null,
    halfDays: request.halfDays,
    from: isRemote || east === null || north === null ? null : { east, north },
    context,
    untravelled: context + (isRemote ? basisPoints(weights.distance, 1000) : 0),
    /** What other codes could add at most. */
    beside: request.codes.secondary.length === 0 ? 0 : basisPoints(weights.expertise, 300),
    free: basisPoints(weights.availability, 1000),
  };
}
type Asked = ReturnType<typeof aspectsOf>;

/** Judges pairs from columns. */
export function pairWorths(field: Field): PairWorths {
  const { roster, people, schools, claims } = field;
  const { policy, today } = roster.input;
  const [refused, tied] = [marksFor(roster.practitioners.length), marksFor(schools.rank.length)];
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

  const begin = (request: MatchRequest, kind: Kind, apart: Iterable<number>): void => {
    asked = aspectsOf(field, request, kind);
    tieSchools(asked, request);
    refused.clear();
    for (const place of apart) refused.add(place);
    for (const list of [request.excluded, request.declinedBy, request.alreadyHeld])
      for (const id of list) refused.add(roster.placeOfPerson.get(id) ?? -1);
  };

  const travelled = (metres: number, { context, weights }: Asked): number =>
    context + basisPoints(weights.distance, distancePer1000(metres, policy.distanceZeroMetres));

  const mostOfRow = (row: number): number => {
    if (asked === null) return -Infinity;
    const { shelf, from } = asked;
    const most =
      whole(shelf.rowMost, row) + ((whole(shelf.rowMarks, row) & asked.marks) === 0 ? 0 : asked.beside);
    if (from === null) return most + asked.untravelled;
    const metres = metresToRow(shelf, row, from);
    return metres > exact(shelf.reachMetres, row) ? -Infinity : most + travelled(metres, asked);
  };

  const mostOf = (at: number, known: number): number => {
    if (asked === null) return -Infinity;
    const { crowd, from } = asked;
    if (whole(crowd.halfDays, at) < asked.halfDays) return -Infinity;
    const most = known + ((whole(crowd.marks, at) & asked.marks) === 0 ? 0 : asked.beside);
    if (from === null) return most + asked.untravelled;
    const eastward = exact(crowd.eastMetres, at) - from.east;
    const northward = exact(crowd.northMetres, at) - from.north;
    const metres = Math.floor(Math.sqrt(eastward * eastward + northward * northward));
    if (metres > exact(crowd.reachMetres, at)) return -Infinity;
    // A place that is not known earns nothing for being near.
    return most + (metres >= 0 ? travelled(metres, asked) : asked.context);
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
    if (designation === null) return false;
    return !holdsDesignation(roster.practitioners[place]?.designations ?? [], designation, today);
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
    const { crowd, school, weights } = asked;
    const [place, home] = [whole(crowd.people, at), whole(crowd.school, at)];
    const alike = contextPer1000(school, roster.input.schools[home] ?? school);
    let worth = most - (asked.context - basisPoints(weights.context, alike));
    if (worth <= bar) return worth;
    const theirs = whole(crowd.traits, at);
    if (tied.has(home) || refused.has(place) || standsInTheWay(place, theirs, asked)) return -Infinity;
    if ((theirs & traits.isDated) !== 0) {
      const free = weekdaysCovered(asked.window, roster.free, place);
      if (free * 2 < asked.halfDays) return -Infinity;
      worth -= asked.free - basisPoints(weights.availability, availabilityPer1000(free, asked.weekdaysAsked));
    }
    return worth - shortOfCodes(at, asked);
  };
  return { begin, mostOfRow, mostOf, worthOf };
}
