import { besideOthers } from "../fit/expertise.ts";
import { availabilityPer1000, basisPoints } from "../fit/fit.ts";
import { whole } from "../problem/cells.ts";
import { alikePer1000 } from "./alike.ts";
import { type Asked, askedOf } from "./asked.ts";
import type { ClaimIndex, Nearness } from "./claims.ts";
import type { Ground } from "./field.ts";
import { inNumbers, traits } from "./rows.ts";
import { never, type Points } from "./points.ts";
import { eachOf, isListed, marksFor } from "./lists.ts";
import { tiesOf } from "./tied.ts";

/**
 * Judges people for one request after the other, as the rules and the fit do: what a person is worth is their
 * fit less what their first place costs. Overrides are not looked at.
 */
export interface PairWorths {
  /** Turns to a request. */
  readonly begin: (request: number, points: Points) => Asked;
  /** Refuses somebody from now on, by place: to be judged otherwise. */
  readonly setApart: (person: number) => void;
  /** Turns to some rows of people. */
  readonly turnTo: (numbers: Int32Array) => void;
  /**
   * What the person whose row begins there is worth who claims the code, works in the phase and the mode, is near
   * enough and has the days, from the most that they could be but for other codes, or a bound on it that is not above
   * the bar; `never` where a rule refuses.
   */
  readonly worthOf: (row: number, most: number, bar: number) => number;
  /** What the other codes that somebody claims add, by their place and what their claim is worth. */
  readonly besideFor: (person: number, claim: number) => number;
}

/** Judges pairs from columns. */
export function pairWorths(ground: Ground, index: ClaimIndex): PairWorths {
  const { schools, classes, requests, barred, holders, free: spans } = ground;
  const [refused, tied] = [marksFor(ground.people.square.length), tiesOf(ground)];
  let [asked, numbers]: [Asked | null, Int32Array] = [null, ground.people.numbers];
  const others: Nearness[] = [];
  const noteOther = (code: number): void => void others.push(index.nearTo(code));

  /** Refuses those in whose way an interest or a past employment at the asking school stands on a day asked for. */
  const refuseBarred = ({ asking, begins, ends }: Asked): void => {
    for (let at = whole(barred.start, asking); at < whole(barred.start, asking + 1); at++)
      if (whole(barred.from, at) <= ends && whole(barred.until, at) >= begins)
        refused.add(whole(barred.person, at));
  };

  const begin = (at: number, points: Points): Asked => {
    const now = askedOf(ground, at, points);
    asked = now;
    others.length = 0;
    eachOf(requests.others, at, noteOther);
    tied.turnTo(now);
    refused.clear();
    refuseBarred(now);
    eachOf(requests.refused, at, refused.add);
    return now;
  };

  const besideFor = (person: number, claim: number): number => {
    if (asked === null || others.length === 0) return 0;
    let sum = 0;
    for (const near of others) sum += Math.max(0, index.worthOf(near, person));
    const { expertise, weights } = asked.points;
    const together = basisPoints(weights.expertise, besideOthers(claim, sum, others.length));
    return together - whole(expertise, claim);
  };

  const worthOf = (row: number, most: number, bar: number): number => {
    if (asked === null) return never;
    const { asking, points, halfDays, designation, designationMark } = asked;
    const theirs = numbers[row + inNumbers.traits] ?? 0;
    if ((theirs & designationMark) !== designationMark) return never;
    const home = numbers[row + inNumbers.school] ?? 0;
    let worth = most - (asked.context - (points.context[alikePer1000(classes, asking, home)] ?? 0));
    if (worth <= bar) return worth;
    if (tied.has(home) || (numbers[row + inNumbers.assuredUntil] ?? 0) < asked.begins) return never;
    if ((theirs & traits.isDated) !== 0) {
      const free = asked.days.freeOf(spans, numbers[row + inNumbers.free] ?? 0, schools.calendar[home] ?? 0);
      if (free * 2 < halfDays) return never;
      worth -= asked.free - (points.availability[availabilityPer1000(free, asked.days.asked)] ?? 0);
      if (worth <= bar) return worth;
    }
    const person = numbers[row + inNumbers.place] ?? 0;
    if (refused.has(person)) return never;
    return designation < 0 || isListed(holders, person, designation) ? worth : never;
  };
  return {
    begin,
    setApart: refused.add,
    turnTo: (rows) => void (numbers = rows),
    worthOf,
    besideFor,
  };
}
