import { exact, mark, whole } from "../problem/cells.ts";
import { type Earnings, noneUsed } from "./earnings.ts";
import { type Shift, shiftsOf } from "./shifts.ts";
import type { Solved } from "./standing.ts";
import type { Around } from "./ways.ts";

/** Sums whose terms come to no more than this, all told, are exact. */
const largestSum = Number.MAX_SAFE_INTEGER;

/** A pair to be forced, and the requests that its practitioner would give up for it. */
export interface Forced {
  readonly pair: number;
  readonly givenUp: readonly number[];
  /** What it is known to cost at most. */
  readonly most: number;
}

/** A sum of whole numbers, from 0; not a number where it would not be exact. */
function sumFromZero() {
  let [sum, all] = [0, 0];
  return {
    add: (term: number): void => {
      sum += term;
      all += Math.abs(term);
    },
    value: (): number => (all <= largestSum ? sum : NaN),
  };
}

/** Reckons what is lost at least by forcing a pair, as prices with some shifts tell it. */
function lossReckoner(solved: Solved, earnings: Earnings): (pair: number, moved: readonly Shift[]) => number {
  const { problem } = solved.encoded;
  const { gap, profitOf, firstCost, without, all, at } = earnings;
  /** Adds what the prices of a shift add to the bound, but for what people earn at them and for the place that is forced. */
  const addPrices = (add: (term: number) => void, { requests, dearer }: Shift, i: number): void =>
    requests.forEach((request, x) => {
      const places = whole(problem.wanted, request) - (request === i ? 1 : 0);
      if (places > 0) add(places * (dearer[x] ?? 0));
    });
  const seen = new Int32Array(problem.practitionerCount);
  let round = 0;
  /** Adds what everybody but one person earns more at the prices of all shifts, which are to be in force. */
  const addEarned = (add: (term: number) => void, moved: readonly Shift[], person: number): void => {
    seen[person] = ++round;
    for (const { people, changes, reach: own } of moved)
      for (const [x, j] of people.entries()) {
        if (seen[j] === round) continue;
        seen[j] = round;
        const isAlone = moved.every(({ reach }) => reach === own || mark(reach, j) === 0);
        add(isAlone ? (changes[x] ?? 0) : without(j, -1, noneUsed) - all(j));
      }
  };
  return (pair, moved) => {
    const [i, j] = [whole(solved.requestOfPair, pair), whole(problem.practitioner, pair)];
    const { add, value } = sumFromZero();
    add(profitOf(pair) - firstCost(j) - all(j));
    at(moved, () => {
      add(without(j, pair, { slots: 1, halfDays: whole(problem.need, pair) }));
      addEarned(add, moved, j);
    });
    for (const shift of moved) addPrices(add, shift, i);
    return Number.isNaN(value()) ? -Infinity : -value() - exact(gap, i);
  };
}

/** Those of some shifts that make no request cheaper which one before them does: no price may fall twice, to below 0. */
function apart(shifts: readonly Shift[]): readonly Shift[] {
  const cheaper = new Set<number>();
  return shifts.filter(({ requests }) => {
    if (requests.some((request) => cheaper.has(request))) return false;
    for (const request of requests) cheaper.add(request);
    return true;
  });
}

/**
 * Finds what the objective loses at least when a pair is forced, by the prices that prove the run and prices near
 * them: at any prices, the bound falls by what the pair's practitioner could have earned more without it. Its request is
 * made dearer, up to what it costs to find other work for whoever leaves it, and the one that the practitioner gives up
 * cheaper, by what it costs to fill it; requests around them follow. They prove nothing where the answer may be further
 * than `most` from the best.
 */
export function leastLossFinder(solved: Solved, around: Around): (forced: Forced) => number {
  const { earnings } = around;
  if (earnings.gap.every((each) => each === Infinity)) return () => -Infinity;
  const shifts = shiftsOf(solved, earnings, around);
  const lossAt = lossReckoner(solved, earnings);
  // What is lost at least is so whatever is given up: a pair that is asked of again is told the same.
  const known = new Map<number, number>();
  return ({ pair, givenUp, most }) => {
    const i = whole(solved.requestOfPair, pair);
    if (exact(earnings.gap, i) >= most) return -Infinity;
    const loss = known.get(pair) ?? lossAt(pair, [shifts.raised(i), ...apart(givenUp.map(shifts.lowered))]);
    known.set(pair, loss);
    return loss;
  };
}
