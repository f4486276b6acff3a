import type { MatchRequest } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { besideOthers } from "../fit/expertise.ts";
import { availabilityPer1000, basisPoints } from "../fit/fit.ts";
import { whole } from "../problem/cells.ts";
import { holdsDesignation } from "../rules/standingRules.ts";
import { alikePer1000 } from "./alike.ts";
import { type Asked, askedOf } from "./asked.ts";
import { expertiseAlone } from "./crowd.ts";
import { type Field, requestAt } from "./field.ts";
import { inNumbers, numbersWide, type Rows, traits } from "./people.ts";

/**
 * Judges people for one request after the other, as the rules and the fit do: what a person is worth is their
 * fit less what their first place costs. Overrides are not looked at.
 */
export interface PairWorths {
  /** Turns to a request, beginning with the rows of everybody. */
  readonly begin: (request: number) => Asked;
  /** Turns to other rows of people. */
  readonly turnTo: (rows: Rows) => void;
  /** Refuses somebody from now on, by place: to be judged otherwise. */
  readonly setApart: (place: number) => void;
  /**
   * What the person of a row is worth who claims the code, works in the phase and the mode, is near enough and has
   * the days, from the most that they could be, or a bound on it that is not above the bar; -Infinity where a rule
   * refuses.
   */
  readonly worthOf: (at: number, most: number, bar: number) => number;
}

/** How many marks are looked at first: as few as a processor keeps at hand. */
const nearMarks = 1024;

/** Marks for things of one sort that are taken back all at once; that something is not marked is mostly told at hand. */
function marksFor(count: number) {
  const [cells, near] = [new Int32Array(count), new Int32Array(nearMarks)];
  let now = 0;
  return {
    clear: () => void now++,
    add: (at: number) => {
      if (at < 0) return;
      cells[at] = now;
      near[at % nearMarks] = now;
    },
    has: (at: number) => near[at % nearMarks] === now && cells[at] === now,
  };
}

/** Tells who holds a designation, by place; each is looked up once. */
function holders({
  practitioners,
  input: { today },
}: Roster): (designation: string, place: number) => boolean {
  const [unknown, held, lacking] = [0, 1, 2];
  const known = new Map<string, Uint8Array>();
  return (designation, place) => {
    const all = known.get(designation) ?? new Uint8Array(practitioners.length);
    known.set(designation, all);
    if (all[place] === unknown)
      all[place] = holdsDesignation(practitioners[place]?.designations ?? [], designation, today)
        ? held
        : lacking;
    return all[place] === held;
  };
}

/** Judges pairs from columns. */
export function pairWorths(field: Field): PairWorths {
  const { roster, people, schools, index } = field;
  const { barred } = people;
  const [refused, tied] = [marksFor(roster.practitioners.length), marksFor(schools.rank.length)];
  const holds = holders(roster);
  let [asked, numbers]: [Asked | null, Int32Array] = [null, people.numbers];

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

  /** Refuses those in whose way an interest or a past employment at the asking school stands on a day asked for. */
  const refuseBarred = ({ asking, begins, ends }: Asked): void => {
    for (let at = whole(barred.start, asking); at < whole(barred.start, asking + 1); at++)
      if (whole(barred.from, at) <= ends && whole(barred.until, at) >= begins)
        refused.add(whole(barred.place, at));
  };

  const begin = (at: number): Asked => {
    const request = requestAt(roster, at);
    const now = askedOf(field, at);
    [asked, numbers] = [now, people.numbers];
    tieSchools(now, request);
    refused.clear();
    refuseBarred(now);
    for (const list of [request.excluded, request.declinedBy, request.alreadyHeld])
      for (const id of list) refused.add(roster.placeOfPerson.get(id) ?? -1);
    return now;
  };

  const standsInTheWay = (place: number, theirs: number, asked: Asked): boolean => {
    const { begins, designation } = asked;
    if ((theirs & traits.isBrief) !== 0 && whole(people.assuredUntil, place) < begins) return true;
    if (designation === null) return false;
    return !holds(designation, place);
  };

  /** By how much the other codes that somebody claims fall short of the most that they could add. */
  const shortOfCodes = (place: number, { weights, code, others, beside }: Asked): number => {
    let sum = 0;
    for (const other of others) sum += Math.max(0, index.worthOf(other, place));
    const per1000 = index.worthOf(code, place);
    const together = basisPoints(weights.expertise, besideOthers(per1000, sum, others.length));
    return beside - (together - expertiseAlone(weights, per1000, true));
  };

  const worthOf = (at: number, most: number, bar: number): number => {
    if (asked === null) return -Infinity;
    const { asking, weights, halfDays } = asked;
    const row = at * numbersWide;
    const home = numbers[row + inNumbers.school] ?? 0;
    let worth = most - (asked.context - basisPoints(weights.context, alikePer1000(schools, asking, home)));
    if (worth <= bar) return worth;
    if (tied.has(home)) return -Infinity;
    const theirs = numbers[row + inNumbers.traits] ?? 0;
    if ((theirs & traits.isDated) !== 0) {
      const span = numbers[row + inNumbers.free] ?? 0;
      const free = asked.days.freeOf(roster.free, span, whole(schools.calendar, home));
      if (free * 2 < halfDays) return -Infinity;
      worth -= asked.free - basisPoints(weights.availability, availabilityPer1000(free, asked.days.asked));
      if (worth <= bar) return worth;
    }
    const place = numbers[row + inNumbers.place] ?? 0;
    if (refused.has(place) || standsInTheWay(place, theirs, asked)) return -Infinity;
    const isMarked = ((numbers[row + inNumbers.marks] ?? 0) & asked.marks) !== 0;
    return isMarked ? worth - shortOfCodes(place, asked) : worth;
  };
  const turnTo = (rows: Rows): void => void (numbers = rows.numbers);
  return { begin, turnTo, setApart: refused.add, worthOf };
}
