import { exact, grouped, type Groups, whole } from "../problem/cells.ts";
import type { Earnings } from "./earnings.ts";
import { isFreeFor, type Solved } from "./standing.ts";

/**
 * Every way in which somebody could take one more pair and give up one that they hold: the request of the first has one
 * more, and that of the other one less.
 */
export interface Moves {
  readonly taken: Int32Array;
  readonly given: Int32Array;
  /** The requests of the two. */
  readonly takenAt: Int32Array;
  readonly givenAt: Int32Array;
  /** What they would earn less by it, at the prices that prove the run; never below 0. */
  readonly cost: Float64Array;
  /** Moves by the request that has one more, and by the one that has one less, the cheapest of each first. */
  readonly into: Groups;
  readonly outOf: Groups;
}

/** What filling or clearing one place of each request costs without any move, and the cheapest pair that does it, if any. */
export interface Ends {
  readonly fillCost: Float64Array;
  readonly clearCost: Float64Array;
  readonly filler: (request: number) => readonly number[];
  readonly leaver: (request: number) => readonly number[];
}

/** Moves by request, the cheapest of each first. */
function cheapestFirst(requestOf: Int32Array, cost: Float64Array, requestCount: number): Groups {
  const groups = grouped(requestOf, requestCount);
  const { start, rows } = groups;
  const byCost = (a: number, b: number): number => exact(cost, a) - exact(cost, b) || a - b;
  for (let i = 0; i < requestCount; i++) rows.subarray(whole(start, i), whole(start, i + 1)).sort(byCost);
  return groups;
}

/** Finds who would fill or leave one place of each request, for the least at the prices that prove the run. */
export function endsOf(solved: Solved, { profitOf, requestPrice, nextCost, lastCost }: Earnings): Ends {
  const { problem } = solved.encoded;
  const fillCost = requestPrice.slice();
  const clearCost = Float64Array.from(solved.unfilled, (open) => (open > 0 ? 0 : Infinity));
  const filler = new Int32Array(problem.requestCount).fill(-1);
  const leaver = filler.slice();
  solved.requestOfPair.forEach((i, e) => {
    const [j, need] = [whole(problem.practitioner, e), whole(problem.need, e)];
    const isTaken = solved.solution.taken[e] === 1;
    if (!isTaken && !isFreeFor(solved, j, need)) return;
    const [least, pair] = isTaken ? [clearCost, leaver] : [fillCost, filler];
    const cost = Math.max(0, isTaken ? profitOf(e) - lastCost(j) : nextCost(j) - profitOf(e));
    if (cost >= exact(least, i)) return;
    least[i] = cost;
    pair[i] = e;
  });
  const pairOf = (pairs: Int32Array, i: number): readonly number[] =>
    whole(pairs, i) < 0 ? [] : [whole(pairs, i)];
  return { fillCost, clearCost, filler: (i) => pairOf(filler, i), leaver: (i) => pairOf(leaver, i) };
}

/** Lists the moves of a solved run that half days let anybody make, but those dearer than what ends a chain before them. */
export function movesOf(solved: Solved, { profitOf }: Earnings, { fillCost, clearCost }: Ends): Moves {
  const { problem } = solved.encoded;
  const requestOf = (e: number): number => whole(solved.requestOfPair, e);
  const [taken, given, cost]: [number[], number[], number[]] = [[], [], []];
  solved.requestOfPair.forEach((i, e) => {
    if (solved.solution.taken[e] === 1) return;
    const j = whole(problem.practitioner, e);
    const missing = whole(problem.need, e) - whole(solved.halfDaysFree, j);
    for (const g of solved.heldBy[j] ?? []) {
      const less = Math.max(0, profitOf(g) - profitOf(e));
      const isDear = less >= exact(fillCost, i) && less >= exact(clearCost, requestOf(g));
      if (whole(problem.need, g) < missing || isDear) continue;
      taken.push(e);
      given.push(g);
      cost.push(less);
    }
  });
  const [takenAt, givenAt] = [Int32Array.from(taken, requestOf), Int32Array.from(given, requestOf)];
  const costs = Float64Array.from(cost);
  return {
    taken: Int32Array.from(taken),
    given: Int32Array.from(given),
    takenAt,
    givenAt,
    cost: costs,
    into: cheapestFirst(takenAt, costs, problem.requestCount),
    outOf: cheapestFirst(givenAt, costs, problem.requestCount),
  };
}
