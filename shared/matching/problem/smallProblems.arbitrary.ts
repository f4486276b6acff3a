import * as fc from "fast-check";
import { startsOf, whole } from "./cells.ts";
import type { Problem } from "./problem.ts";

/** One invented pair: whether it is there, worth what, and in which group of its request. */
interface Cell {
  readonly there: boolean;
  readonly weight: number;
  /** By place among the limits of the request; in none unless told. */
  readonly group?: number;
  /** Half-days that this pair takes beyond those of its request; none unless told. */
  readonly moreHalfDays?: number;
}

interface SketchedRequest {
  readonly wanted: number;
  readonly halfDays: number;
  /** The limit of each of its groups; it has none unless told. */
  readonly limits?: readonly number[];
  readonly cells: readonly Cell[];
}

interface SketchedPerson {
  readonly slots: number;
  readonly days: number;
  /** Each slot costs so much more than the one before. */
  readonly cost: number;
  /** What each slot up to somebody's least load earns, and how many these are; none unless told. */
  readonly owed?: { readonly slots: number; readonly each: number };
}

/** A problem told row by row; a request tells of everybody, in their order. */
interface Sketch {
  readonly requests: readonly SketchedRequest[];
  readonly people: readonly SketchedPerson[];
}

/** Builds a problem from a sketch. */
export function problemFrom({ requests, people }: Sketch): Problem {
  const pairs = requests.flatMap(({ cells }, i) =>
    cells.flatMap((cell, j) => (cell.there ? [{ i, j, ...cell }] : [])),
  );
  const counts = Int32Array.from(requests, (_, i) => pairs.filter((pair) => pair.i === i).length);
  const firstGroup = startsOf(Int32Array.from(requests, ({ limits = [] }) => limits.length));
  const costOf = ({ cost, owed }: SketchedPerson, slot: number): number =>
    cost * slot - (owed !== undefined && slot < owed.slots ? owed.each : 0);
  return {
    requestCount: requests.length,
    practitionerCount: people.length,
    wanted: Int32Array.from(requests, ({ wanted }) => wanted),
    start: startsOf(counts),
    practitioner: Int32Array.from(pairs, ({ j }) => j),
    need: Int32Array.from(pairs, ({ i, moreHalfDays = 0 }) => (requests[i]?.halfDays ?? 0) + moreHalfDays),
    weight: Float64Array.from(pairs, ({ weight }) => weight),
    group: Int32Array.from(pairs, ({ i, group = -1 }) => (group < 0 ? -1 : whole(firstGroup, i) + group)),
    groupLimit: Int32Array.from(requests.flatMap(({ limits = [] }) => limits)),
    slotStart: startsOf(Int32Array.from(people, ({ slots }) => slots)),
    slotCost: Float64Array.from(
      people.flatMap((person) => Array.from({ length: person.slots }, (_, slot) => costOf(person, slot))),
    ),
    dayCapacity: Int32Array.from(people, ({ days }) => days),
  };
}

/** The same problem without groups. */
export const ungrouped = (problem: Problem): Problem => ({
  ...problem,
  group: problem.group.map(() => -1),
  groupLimit: new Int32Array(0),
});

/** The same problem in which nobody is owed work. */
export const unowed = (problem: Problem): Problem => ({
  ...problem,
  slotCost: problem.slotCost.map((cost) => Math.max(0, cost)),
});

/** Requests of one place each that have nobody but the same one person, who has a slot for each. */
export const onePersonFor = (
  weights: readonly number[],
  { halfDays, days }: { readonly halfDays: number; readonly days: number },
): Problem =>
  problemFrom({
    requests: weights.map((weight) => ({ wanted: 1, halfDays, cells: [{ there: true, weight }] })),
    people: [{ slots: weights.length, days, cost: 0 }],
  });

/** What a slot earns that somebody is owed: more than any pair, or than all of them. */
const owing = { pair: 70, all: 2000 } as const;

/**
 * Small problems with two groups to a request, slots that cost or that people are owed and, when asked for, half-days that
 * bind, which differ from pair to pair; some pairs take none.
 */
export function smallProblems({ daysBind }: { readonly daysBind: boolean }): fc.Arbitrary<Problem> {
  const cell = fc.record({
    there: fc.boolean(),
    weight: fc.integer({ min: 1, max: 60 }),
    group: fc.constantFrom(-1, -1, 0, 0, 1),
    moreHalfDays: fc.integer({ min: 0, max: 2 }),
  });
  const limit = fc.integer({ min: 0, max: 2 });
  return fc
    .record({ peopleCount: fc.integer({ min: 1, max: 4 }), each: fc.constantFrom(owing.pair, owing.all) })
    .chain(({ peopleCount, each }) =>
      fc.record({
        requests: fc.array(
          fc.record({
            wanted: fc.integer({ min: 0, max: 3 }),
            halfDays: fc.integer({ min: 0, max: 5 }),
            limits: fc.tuple(limit, limit),
            cells: fc.array(cell, { minLength: peopleCount, maxLength: peopleCount }),
          }),
          { minLength: 1, maxLength: 4 },
        ),
        people: fc.array(
          fc.record({
            slots: fc.integer({ min: 0, max: 3 }),
            days: daysBind ? fc.integer({ min: 0, max: 9 }) : fc.constant(100),
            cost: fc.integer({ min: 0, max: 20 }),
            owed: fc.record({ slots: fc.constantFrom(0, 0, 0, 1, 2), each: fc.constant(each) }),
          }),
          { minLength: peopleCount, maxLength: peopleCount },
        ),
      }),
    )
    .map(problemFrom);
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
