import { exact, whole } from "../problem/cells.ts";
import { earningsOf } from "./earnings.ts";
import type { Solved } from "./standing.ts";

/** Sums go on below this: one more term, and what is taken off in the end, leave them exact. */
const largestSum = 2 ** 51;

/**
 * Finds what the objective loses at least when a pair is forced, by the prices that prove the run: the bound
 * falls by what its practitioner could have earned more without it and, where the request wants nobody else, by
 * what all others would earn less without the request. They prove nothing where the answer may be further than
 * `most` from the best.
 */
export function leastLossFinder(solved: Solved): (pair: number, most: number) => number {
  const { problem } = solved.encoded;
  const { gap, profitOf, firstCost, without, all } = earningsOf(solved);
  if (gap.every((each) => each === Infinity)) return () => -Infinity;
  /** What the person of a pair earns less where the pair cannot be had. */
  const missed = new Float64Array(problem.weight.length).fill(NaN);
  const missedWithout = (pair: number): number => {
    const j = whole(problem.practitioner, pair);
    if (profitOf(pair) <= Math.min(0, firstCost(j))) return 0;
    if (Number.isNaN(exact(missed, pair)))
      missed[pair] = all(j) - without(j, pair, { slots: 0, halfDays: 0 });
    return exact(missed, pair);
  };
  const missedByOthers = (i: number, pair: number): number => {
    let sum = 0;
    // What is lost at least stays so with fewer terms, so that the sum may end where it would not be exact.
    for (let e = whole(problem.start, i), end = whole(problem.start, i + 1); e < end && sum < largestSum; e++)
      if (e !== pair) sum += missedWithout(e);
    return sum;
  };
  return (pair, most) => {
    const i = whole(solved.requestOfPair, pair);
    if (exact(gap, i) >= most) return -Infinity;
    const j = whole(problem.practitioner, pair);
    const forced = profitOf(pair) - firstCost(j);
    const beside = without(j, pair, { slots: 1, halfDays: whole(problem.need, pair) });
    const others = whole(problem.wanted, i) === 1 ? missedByOthers(i, pair) : 0;
    return all(j) - forced - beside + others - exact(gap, i);
  };
}
