import { check } from "../certificate/certificate.ts";
import { mark, startsOf, whole } from "../problem/cells.ts";
import type { Problem } from "../problem/problem.ts";
import { solveDays } from "../solve/days/dayRounds.ts";
import { type Solution, solutionOfOnePart, solve } from "../solve/solve.ts";
import { type GapInstance, roomsOf } from "./gapText.ts";

/** How sure an answer is; `incomplete` says that no complete assignment was found, `infeasible` that there is none. */
export type GapStatus = "optimal" | "bounded" | "incomplete" | "infeasible";

export interface GapAnswer {
  readonly kind: "solved";
  readonly requests: number;
  readonly practitioners: number;
  readonly edges: number;
  readonly status: GapStatus;
  /** Whether every request goes to somebody. */
  readonly feasible: boolean;
  readonly assigned: number;
  /** Cost of the complete assignment; null where none was found. */
  readonly objective: number | null;
  /** No complete assignment costs less; null where there is none. */
  readonly bound: number | null;
  /** How much less another could cost, as a share of the cost. */
  readonly gap: number | null;
  readonly certified: boolean;
  readonly taken: Uint8Array;
}

export interface GapOptions {
  readonly rounds: number;
  readonly spent: () => number;
  /** Cases that a search to the end may open, where pairs are few. */
  readonly cases: number;
}

export type GapOutcome =
  GapAnswer | { readonly kind: "too-large"; readonly where: string; readonly message: string };

/** How pairs are weighed: an assigned request outweighs all costs, and prices may be finer than costs. */
interface Weighing {
  readonly fine: number;
  readonly perRequest: number;
  readonly least: number;
  readonly span: number;
}

const largestTotal = 2 ** 51;
/** Prices are whole numbers; costs are multiplied so that prices can be this much finer where totals allow. */
const finest = 1000;
/** Up to so many pairs a problem is searched to the end. */
const pairsSearched = 300;

function weighingOf({ cost, requestCount }: GapInstance): Weighing | null {
  let [least, most] = [Infinity, -Infinity];
  for (const value of cost) [least, most] = [Math.min(least, value), Math.max(most, value)];
  if (cost.length === 0) [least, most] = [0, 0];
  const span = most - least;
  const perRequest = 1 + (requestCount + 1) * span;
  const fine = Math.min(finest, Math.floor(largestTotal / (perRequest * (requestCount + 1))));
  return fine < 1 ? null : { fine, perRequest, least, span };
}

function problemOf(instance: GapInstance, { fine, perRequest, least }: Weighing): Problem {
  const { requestCount, practitionerCount, cost, consumption, capacity } = instance;
  const { total, most } = roomsOf(instance);
  const slotStart = startsOf(most);
  return {
    requestCount,
    practitionerCount,
    wanted: new Int32Array(requestCount).fill(1),
    start: instance.start,
    practitioner: instance.practitioner,
    need: consumption,
    weight: Float64Array.from(cost, (value) => fine * (perRequest - (value - least))),
    group: new Int32Array(cost.length).fill(-1),
    groupLimit: new Int32Array(0),
    slotStart,
    slotCost: new Float64Array(whole(slotStart, practitionerCount)),
    dayCapacity: capacity.map((value, j) => Math.min(value, whole(total, j))),
  };
}

const sumOf = (solution: Solution, key: "bound" | "objective"): number =>
  solution.claims.reduce((sum, claim) => sum + claim[key], 0);

function solutionOf(problem: Problem, { fine, span }: Weighing, options: GapOptions): Solution {
  const { rounds, spent, cases } = options;
  const room = Math.max(1, 2 * fine * span);
  const tiers = { unit: Math.max(room, Math.max(...problem.weight.subarray(0, 1), 1)), room };
  const found = solveDays(problem, { tiers, rounds, spent, grain: fine });
  const quick = solutionOfOnePart(problem, found, found.bound);
  const isClosed = found.bound - found.objective < fine;
  if (isClosed || problem.weight.length > pairsSearched) return quick;
  const exact = solve(problem, cases);
  const gapOf = (solution: Solution): number => sumOf(solution, "bound") - sumOf(solution, "objective");
  return gapOf(exact) < gapOf(quick) ? exact : quick;
}

/** Solves a generalised assignment problem and has the answer certified. */
export function solveGap(instance: GapInstance, options: GapOptions): GapOutcome {
  const weighing = weighingOf(instance);
  if (weighing === null)
    return { kind: "too-large", where: "costs", message: "are too far apart to be totalled exactly" };
  const problem = problemOf(instance, weighing);
  const solution = solutionOf(problem, weighing, options);
  const verdict = check(problem, solution, solution.claims);
  const { fine, perRequest, least, span } = weighing;
  const { requestCount } = instance;
  let [assigned, cost] = [0, 0];
  for (let e = 0; e < problem.weight.length; e++)
    if (mark(solution.taken, e) === 1) [assigned, cost] = [assigned + 1, cost + whole(instance.cost, e)];
  const bound = verdict.parts.reduce((sum, part) => sum + part.bound, 0);
  const feasible = assigned === requestCount;
  const isNone = bound < fine * requestCount * (perRequest - span);
  const leastCost = requestCount * (perRequest + least) - Math.floor(bound / fine);
  const gap = cost === leastCost ? 0 : (cost - leastCost) / Math.max(1, Math.abs(cost));
  return {
    kind: "solved",
    requests: requestCount,
    practitioners: instance.practitionerCount,
    edges: problem.weight.length,
    status: feasible ? (gap === 0 ? "optimal" : "bounded") : isNone ? "infeasible" : "incomplete",
    feasible,
    assigned,
    objective: feasible ? cost : null,
    bound: isNone ? null : leastCost,
    gap: feasible ? gap : null,
    certified: verdict.valid,
    taken: solution.taken,
  };
}
