import { gathered, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";

/** A problem whose pairs stand best first in each request, and where each of them stood before; null for where it stands. */
export interface BestFirst {
  readonly problem: Problem;
  readonly stood: Int32Array | null;
}

/** Runs of this many pairs are sorted by insertion before they are merged. */
const shortRun = 8;

/**
 * Sorts stretches of pairs by weight, best first and equal ones as they stand. Merges runs, since a typed array's own
 * sort calls back for each comparison.
 */
function sorterOf(weight: Float64Array, stood: Int32Array): (from: number, to: number) => void {
  let spare = new Int32Array(0);
  const isAfter = (a: number, b: number): boolean => (weight[a] ?? 0) < (weight[b] ?? 0);
  const insert = (from: number, to: number): void => {
    for (let x = from + 1; x < to; x++) {
      const pair = stood[x] ?? 0;
      let at = x;
      for (; at > from && isAfter(stood[at - 1] ?? 0, pair); at--) stood[at] = stood[at - 1] ?? 0;
      stood[at] = pair;
    }
  };
  /** Merges two runs of the spare cells, from `first` and `second` up to `end`, into those that begin at `to`. */
  const merge = (to: number, [first, second, end]: readonly [number, number, number]): void => {
    let [a, b] = [first, second];
    for (let at = to + first; a < second || b < end; at++) {
      const takesSecond = a === second || (b < end && isAfter(spare[a] ?? 0, spare[b] ?? 0));
      stood[at] = (takesSecond ? spare[b++] : spare[a++]) ?? 0;
    }
  };
  return (from, to) => {
    const size = to - from;
    if (spare.length < size) spare = new Int32Array(size);
    for (let at = from; at < to; at += shortRun) insert(at, Math.min(to, at + shortRun));
    for (let run = shortRun; run < size; run *= 2) {
      spare.set(stood.subarray(from, to));
      for (let at = 0; at < size; at += 2 * run)
        merge(from, [at, Math.min(size, at + run), Math.min(size, at + 2 * run)]);
    }
  };
}

/** Sorts the pairs of each request by weight, best first; equal ones as they stand. */
export function bestFirst(problem: Problem): BestFirst {
  const { start, weight } = problem;
  const isSorted = (from: number, to: number): boolean => {
    for (let e = from + 1; e < to; e++) if ((weight[e - 1] ?? 0) < (weight[e] ?? 0)) return false;
    return true;
  };
  const unsorted: number[] = [];
  for (let i = 0; i < problem.requestCount; i++)
    if (!isSorted(whole(start, i), whole(start, i + 1))) unsorted.push(i);
  if (unsorted.length === 0) return { problem, stood: null };
  const stood = new Int32Array(weight.length);
  for (let e = 0; e < stood.length; e++) stood[e] = e;
  const sort = sorterOf(weight, stood);
  for (const i of unsorted) sort(whole(start, i), whole(start, i + 1));
  const sorted = new Float64Array(weight.length);
  for (let e = 0; e < sorted.length; e++) sorted[e] = weight[stood[e] ?? 0] ?? 0;
  return {
    stood,
    problem: {
      ...problem,
      practitioner: gathered(problem.practitioner, stood),
      need: gathered(problem.need, stood),
      weight: sorted,
      group: gathered(problem.group, stood),
    },
  };
}
