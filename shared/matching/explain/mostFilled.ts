import { mark, startsOf, whole } from "../problem/cells.ts";
import type { Problem } from "../problem/problem.ts";
import { loadsOf } from "../problem/answer.ts";
import { assign } from "../solve/places/assign.ts";
import { flowSolver } from "../solve/flow.ts";
import { networkOf } from "../solve/network.ts";
import { solve } from "../solve/solve.ts";
import { type Part, partFinder } from "./part.ts";
import type { ChangedOptions } from "./rehearsal.ts";
import { rulerOut } from "./ruledOut.ts";
import type { Solved } from "./standing.ts";

/** What a change brings its request, with nothing lost elsewhere. */
export interface Filled {
  /** Places of the request that are filled with the change. */
  readonly filled: number;
  /** Other proposals that move for it. */
  readonly moved: number;
}

/** What a place of the changed request is worth: many units, so that prices may stand between none and one. */
const worthOfPlace = 1000;
/** What each other place is worth, and each that somebody is owed: more than all places of the changed request. */
const worthAbove = ({ asks }: Part): number => (1 + (asks[0]?.wanted ?? 0)) * worthOfPlace;

/** The problem of filling most of the first request, in which nothing that others have is given up for it. */
function problemOf(part: Part): Problem {
  const { asks, left, groupLimit } = part;
  const above = worthAbove(part);
  const rows = asks.flatMap((ask, i) =>
    ask.rows.map((row) => ({ ...row, worth: i === 0 ? worthOfPlace : above })),
  );
  const people = Array.from(left.keys());
  const placeOf = new Map(people.map((person, place) => [person, place]));
  const slots = Array.from(left.values(), (each) => Math.min(asks.length, each.slots));
  const owed = Array.from(left.values(), (each) => each.owed);
  return {
    requestCount: asks.length,
    practitionerCount: people.length,
    wanted: Int32Array.from(asks, ({ wanted }) => wanted),
    start: startsOf(Int32Array.from(asks, (ask) => ask.rows.length)),
    practitioner: Int32Array.from(rows, ({ person }) => placeOf.get(person) ?? 0),
    need: Int32Array.from(rows, ({ halfDays }) => halfDays),
    weight: Float64Array.from(rows, ({ worth }) => worth),
    group: Int32Array.from(rows, ({ group }) => group),
    groupLimit,
    slotStart: startsOf(Int32Array.from(slots)),
    slotCost: Float64Array.from(
      slots.flatMap((count, j) => Array.from({ length: count }, (_, s) => (s < (owed[j] ?? 0) ? -above : 0))),
    ),
    dayCapacity: Int32Array.from(left.values(), ({ halfDays }) => halfDays),
  };
}

/** What an answer is worth that fills so many places of the first request and keeps all that others have. */
function worthOfFilling(part: Part, filled: number): bigint {
  let kept = 0;
  for (const { wanted } of part.asks.slice(1)) kept += wanted;
  for (const { slots, owed } of part.left.values()) kept += Math.min(part.asks.length, slots, owed);
  return BigInt(kept * worthAbove(part) + filled * worthOfPlace);
}

/** How many places of one request an answer fills. */
function filledOf({ start }: Problem, taken: Uint8Array, i: number): number {
  let filled = 0;
  for (let e = whole(start, i); e < whole(start, i + 1); e++) filled += mark(taken, e);
  return filled;
}

/** Whether every other request has all its places, and everybody the work that they are owed. */
function keepsAll(problem: Problem, { asks, left }: Part, taken: Uint8Array): boolean {
  const load = loadsOf(problem, taken);
  return (
    asks.every(({ wanted }, i) => i === 0 || filledOf(problem, taken, i) === wanted) &&
    Array.from(left.values()).every(({ owed }, j) => whole(load, j) >= owed)
  );
}

/** The best answer that keeps to the limits of groups, if days had no end. */
const inGroups = (problem: Problem): Uint8Array =>
  flowSolver(networkOf(problem))(new Int8Array(problem.weight.length)).taken;

/** What an answer brings the first request; null where somebody else loses by it. */
function gainOf(problem: Problem, part: Part, taken: Uint8Array): Filled | null {
  if (!keepsAll(problem, part, taken)) return null;
  const rows = part.asks.flatMap((ask) => ask.rows);
  const moved = rows.filter(({ isHeld }, e) => e >= whole(problem.start, 1) && isHeld && taken[e] === 0);
  return { filled: filledOf(problem, taken, 0), moved: moved.length };
}

/** Finds what a change allows at most, when so many places of its request can be filled by it; null where no more. */
export type MostFilled = (change: ChangedOptions, known: number) => Filled | null;

/**
 * Finds the most places of a request that a change allows, with no place lost elsewhere and nobody further short of
 * the work they are owed, by solving what is around it again. Nothing is solved where more cannot be filled even if
 * people had days without end, nor where prices rule it out.
 */
export function mostFilledFinder(solved: Solved): MostFilled {
  const { searchCases } = solved.roster.input.policy;
  const [partAround, isRuledOut] = [partFinder(solved), rulerOut()];
  return (change, known) => {
    const part = partAround(change);
    const problem = problemOf(part);
    const places = assign(problem, { tiers: null, candidates: Infinity });
    if (filledOf(problem, places.taken, 0) <= known) return null;
    // Above all worths, the unit tells that they stand in one tier.
    const tiers = { unit: worthAbove(part) + worthOfPlace, room: 2 * worthAbove(part) };
    const worth = (filled: number): bigint => worthOfFilling(part, filled);
    const requests = part.asks.map(({ request }) => request);
    const asked = { known: worth(known), least: worth(known + 1), tiers, places, requests };
    if (isRuledOut(problem, asked)) return null;
    // Prices tell nothing of groups.
    if (problem.groupLimit.length > 0 && filledOf(problem, inGroups(problem), 0) <= known) return null;
    const best = gainOf(problem, part, solve(problem, searchCases, tiers).taken);
    return best !== null && best.filled > known ? best : null;
  };
}
