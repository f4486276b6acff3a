import { check } from "../certificate/certificate.ts";
import { tiersOf, type Weighing, weighingOf, weightOf } from "./gapWeighing.ts";
import { addTo, mark, startsOf, whole } from "../problem/cells.ts";
import type { Problem } from "../problem/problem.ts";
import { solveDays } from "../solve/days/dayRounds.ts";
import { solve } from "../solve/solve.ts";
import { type Solution, solutionOfOnePart } from "../solve/solution.ts";
import type { TooLarge } from "./exactTotals.ts";
import { largestTable, type Rooms, roomsOf } from "./gapRooms.ts";
import type { GapInstance } from "./gapText.ts";

/** How sure an answer is; `incomplete` says that no complete assignment was found, `infeasible` that there is none. */
export type GapStatus = "optimal" | "bounded" | "incomplete" | "infeasible";

/** What an assignment of a `.gap` file comes to, and what is proven of it. */
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

/** How far the search goes. */
export interface GapOptions {
  readonly rounds: number;
  readonly spent: () => number;
  /** Cases that a search to the end may open, where pairs are few. */
  readonly cases: number;
}

export type GapOutcome = GapAnswer | TooLarge;

/** Up to so many pairs a problem is searched to the end. */
const pairsSearched = 300;

function problemOf(instance: GapInstance, rooms: Rooms, weighing: Weighing): Problem {
  const { requestCount, practitionerCount, cost } = instance;
  const slotStart = startsOf(rooms.most);
  return {
    requestCount,
    practitionerCount,
    wanted: new Int32Array(requestCount).fill(1),
    start: instance.start,
    practitioner: instance.practitioner,
    need: rooms.need,
    weight: Float64Array.from(cost, (value) => weightOf(weighing, value)),
    group: new Int32Array(cost.length).fill(-1),
    groupLimit: new Int32Array(0),
    slotStart,
    slotCost: new Float64Array(whole(slotStart, practitionerCount)),
    dayCapacity: rooms.days,
  };
}

const sumOf = (solution: Solution, key: "bound" | "objective"): bigint =>
  solution.claims.reduce((sum, claim) => sum + claim[key], 0n);

/** Shares of the cases allowed that are opened one after the other, while the clock leaves time for the next. */
const tries = [0.02, 0.1, 0.4, 1];
/** Share of the time allowed for the search to the end; a try may take so many times as long as the one before. */
const [shareForSearch, growth] = [0.5, 6];

const gapOf = (solution: Solution): bigint => sumOf(solution, "bound") - sumOf(solution, "objective");

/** Searches a problem of few pairs to the end, or as far as the cases and the clock allow. */
function searched(problem: Problem, { cases, spent }: GapOptions, grain: number): Solution {
  let solution = solve(problem, 1);
  let last = spent();
  for (const share of tries) {
    const began = spent();
    if (gapOf(solution) < grain || began + growth * last > shareForSearch) break;
    solution = solve(problem, Math.ceil(share * cases));
    last = spent() - began;
  }
  return solution;
}

interface Encoded {
  readonly problem: Problem;
  readonly rooms: Rooms;
  readonly weighing: Weighing;
}

function solutionOf({ problem, rooms, weighing }: Encoded, options: GapOptions): Solution {
  const { fine } = weighing;
  const isSearched = problem.weight.length <= pairsSearched && rooms.largestSquare <= largestTable;
  const exact = isSearched ? searched(problem, options, fine) : null;
  if (exact !== null && gapOf(exact) < fine) return exact;
  const began = options.spent();
  const spent = (): number => (began < 1 ? (options.spent() - began) / (1 - began) : 1);
  const effort = { tiers: tiersOf(weighing), rounds: options.rounds, spent, grain: fine };
  const found = solveDays(problem, effort);
  const quick = solutionOfOnePart(problem, found, found.bound);
  return exact !== null && gapOf(exact) < gapOf(quick) ? exact : quick;
}

/** The problem as the checker weighs it: that only so many pairs fit at once follows from the days. */
function byDaysAlone(problem: Problem): Problem {
  const pairs = new Int32Array(problem.practitionerCount);
  for (const j of problem.practitioner) addTo(pairs, j, 1);
  return { ...problem, slotStart: startsOf(pairs), slotCost: new Float64Array(problem.weight.length) };
}

/** Solves a generalised assignment problem and has the answer certified. */
export function solveGap(instance: GapInstance, options: GapOptions): GapOutcome {
  const weighing = weighingOf(instance);
  if (weighing === null)
    return { kind: "too-large", where: "costs", message: "are too far apart to be totalled exactly" };
  const rooms = roomsOf(instance);
  if (rooms.kind === "too-large") return rooms;
  const problem = problemOf(instance, rooms, weighing);
  const solution = solutionOf({ problem, rooms, weighing }, options);
  const verdict = check(byDaysAlone(problem), solution, solution.claims);
  const { fine, perRequest, least, span } = weighing;
  const { requestCount } = instance;
  let [assigned, cost] = [0, 0];
  for (let e = 0; e < problem.weight.length; e++)
    if (mark(solution.taken, e) === 1) [assigned, cost] = [assigned + 1, cost + whole(instance.cost, e)];
  const bound = sumOf(solution, "bound");
  const feasible = assigned === requestCount;
  const isNone = bound < fine * requestCount * (perRequest - span);
  const leastCost = requestCount * (perRequest + least) - Number(bound / BigInt(fine));
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
