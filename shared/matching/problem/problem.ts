import { grouped, whole } from "./cells.ts";

/**
 * The integer problem: choose pairs so that each request has at most `wanted` people, each practitioner at
 * most their slots and half-days, each group at most its limit, and total weight less slot costs is greatest.
 * Pair `e` belongs to request `i` where `start[i] <= e < start[i + 1]`.
 */
export interface Problem {
  readonly requestCount: number;
  readonly practitionerCount: number;
  readonly wanted: Int32Array;
  readonly start: Int32Array;
  readonly practitioner: Int32Array;
  /** Half-days that each pair takes of its practitioner's capacity. */
  readonly need: Int32Array;
  /** Exact integers below 2^53, with all tiers of the objective in them. */
  readonly weight: Float64Array;
  /** Group of each pair, all pairs of a group being of one request, or -1. */
  readonly group: Int32Array;
  readonly groupLimit: Int32Array;
  /** Slots of practitioner `j` are `slotStart[j]` up to `slotStart[j + 1]`, their costs never falling. */
  readonly slotStart: Int32Array;
  readonly slotCost: Float64Array;
  readonly dayCapacity: Int32Array;
}

/** For each pair, its request. */
export function requestOfPairs(problem: Problem): Int32Array {
  const owner = new Int32Array(problem.practitioner.length);
  for (let i = 0; i < problem.requestCount; i++)
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) owner[e] = i;
  return owner;
}

/** Pairs by practitioner: `pairs[start[j]]` up to `pairs[start[j + 1]]`, in the order of requests. */
export function pairsByPractitioner(problem: Problem): { start: Int32Array; pairs: Int32Array } {
  const { start, rows: pairs } = grouped(problem.practitioner, problem.practitionerCount);
  return { start, pairs };
}
