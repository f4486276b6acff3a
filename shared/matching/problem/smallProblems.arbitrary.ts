import * as fc from "fast-check";
import { startsOf } from "./cells.ts";
import type { Problem } from "./problem.ts";

/** One invented pair: who, worth what, and whether it is there and in the request's group. */
interface Cell {
  readonly there: boolean;
  readonly weight: number;
  readonly grouped: boolean;
  /** Half-days that this pair takes beyond those of its request; none unless told. */
  readonly moreHalfDays?: number;
}

interface Sketch {
  readonly requests: readonly { wanted: number; halfDays: number; limit: number; cells: readonly Cell[] }[];
  readonly people: readonly { slots: number; days: number; cost: number }[];
}

/** Builds a problem from a sketch: each request has at most one group, over the pairs marked for it. */
export function problemFrom({ requests, people }: Sketch): Problem {
  const pairs = requests.flatMap(({ cells }, i) =>
    cells.flatMap((cell, j) => (cell.there ? [{ i, j, ...cell }] : [])),
  );
  const counts = Int32Array.from(requests, (_, i) => pairs.filter((pair) => pair.i === i).length);
  return {
    requestCount: requests.length,
    practitionerCount: people.length,
    wanted: Int32Array.from(requests, ({ wanted }) => wanted),
    start: startsOf(counts),
    practitioner: Int32Array.from(pairs, ({ j }) => j),
    need: Int32Array.from(pairs, ({ i, moreHalfDays = 0 }) => (requests[i]?.halfDays ?? 0) + moreHalfDays),
    weight: Float64Array.from(pairs, ({ weight }) => weight),
    group: Int32Array.from(pairs, ({ i, grouped }) => (grouped ? i : -1)),
    groupLimit: Int32Array.from(requests, ({ limit }) => limit),
    slotStart: startsOf(Int32Array.from(people, ({ slots }) => slots)),
    slotCost: Float64Array.from(
      people.flatMap(({ slots, cost }) => Array.from({ length: slots }, (_, s) => cost * s)),
    ),
    dayCapacity: Int32Array.from(people, ({ days }) => days),
  };
}

/** Requests of one place each that have nobody but the same one person, who has a slot for each. */
export const onePersonFor = (
  weights: readonly number[],
  { halfDays, days }: { readonly halfDays: number; readonly days: number },
): Problem =>
  problemFrom({
    requests: weights.map((weight) => ({
      wanted: 1,
      halfDays,
      limit: 0,
      cells: [{ there: true, weight, grouped: false }],
    })),
    people: [{ slots: weights.length, days, cost: 0 }],
  });

/** Small problems with groups, slot costs and, when asked for, half-days that bind, which differ from pair to pair. */
export function smallProblems({ daysBind }: { readonly daysBind: boolean }): fc.Arbitrary<Problem> {
  const cell = fc.record({
    there: fc.boolean(),
    weight: fc.integer({ min: 1, max: 60 }),
    grouped: fc.boolean(),
    moreHalfDays: fc.integer({ min: 0, max: 2 }),
  });
  return fc.integer({ min: 1, max: 4 }).chain((peopleCount) =>
    fc
      .record({
        requests: fc.array(
          fc.record({
            wanted: fc.integer({ min: 0, max: 3 }),
            halfDays: fc.integer({ min: 1, max: 5 }),
            limit: fc.integer({ min: 0, max: 2 }),
            cells: fc.array(cell, { minLength: peopleCount, maxLength: peopleCount }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        people: fc.array(
          fc.record({
            slots: fc.integer({ min: 0, max: 3 }),
            days: daysBind ? fc.integer({ min: 0, max: 9 }) : fc.constant(100),
            cost: fc.integer({ min: 0, max: 20 }),
          }),
          { minLength: peopleCount, maxLength: peopleCount },
        ),
      })
      .map(problemFrom),
  );
}

/** The greatest objective, by trying every set of pairs. */
export function bruteForce(problem: Problem): bigint {
  const requestOf = (e: number): number =>
    problem.start.findIndex((first, i) => e >= first && e < (problem.start[i + 1] ?? 0));
  const left = {
    wanted: Array.from(problem.wanted),
    limit: Array.from(problem.groupLimit),
    days: Array.from(problem.dayCapacity),
    load: Array.from({ length: problem.practitionerCount }, () => 0),
  };
  const bump = (cells: number[], at: number, by: number): number => (cells[at] = (cells[at] ?? 0) + by);
  const best = (e: number): number => {
    if (e === problem.weight.length) return 0;
    const without = best(e + 1);
    const [i, j, g] = [requestOf(e), problem.practitioner[e] ?? 0, problem.group[e] ?? -1];
    const slot = (problem.slotStart[j] ?? 0) + (left.load[j] ?? 0);
    const days = problem.need[e] ?? 0;
    const full =
      (left.wanted[i] ?? 0) < 1 || slot >= (problem.slotStart[j + 1] ?? 0) || (left.days[j] ?? 0) < days;
    if (full || (g >= 0 && (left.limit[g] ?? 0) < 1)) return without;
    const take = (by: 1 | -1): void => {
      bump(left.wanted, i, -by);
      bump(left.load, j, by);
      bump(left.days, j, -by * days);
      if (g >= 0) bump(left.limit, g, -by);
    };
    take(1);
    const taking = (problem.weight[e] ?? 0) - (problem.slotCost[slot] ?? 0) + best(e + 1);
    take(-1);
    return Math.max(without, taking);
  };
  return BigInt(best(0));
}

/** What an answer is worth, counted limit by limit, or null where it breaks one. */
export function worthIfAllowed(problem: Problem, taken: Uint8Array): number | null {
  if (taken.length !== problem.weight.length || taken.some((mark) => mark > 1)) return null;
  const chosen = Array.from(taken.keys()).filter((e) => taken[e] === 1);
  const isOver = (limits: Int32Array, amount: (row: number) => number): boolean =>
    limits.some((limit, row) => amount(row) > limit);
  const requestOf = (e: number): number => problem.start.findLastIndex((first) => first <= e);
  const mine = (j: number): number[] => chosen.filter((e) => problem.practitioner[e] === j);
  const costs = Array.from(problem.dayCapacity, (_, j) =>
    problem.slotCost.slice(problem.slotStart[j], problem.slotStart[j + 1]),
  );
  if (isOver(problem.wanted, (i) => chosen.filter((e) => requestOf(e) === i).length)) return null;
  if (isOver(problem.groupLimit, (g) => chosen.filter((e) => problem.group[e] === g).length)) return null;
  if (isOver(problem.dayCapacity, (j) => mine(j).reduce((sum, e) => sum + (problem.need[e] ?? 0), 0)))
    return null;
  if (costs.some((cost, j) => mine(j).length > cost.length)) return null;
  const paid = costs.map((cost, j) => cost.slice(0, mine(j).length).reduce((sum, value) => sum + value, 0));
  const earned = chosen.reduce((sum, e) => sum + (problem.weight[e] ?? 0), 0);
  return earned - paid.reduce((sum, value) => sum + value, 0);
}
