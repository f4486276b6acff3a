import { assign, type Tiers } from "../solve/places/assign.ts";
import { mark, whole } from "../problem/cells.ts";
import { check } from "../certificate/certificate.ts";
import type { Worth } from "../certificate/proof.ts";
import { solveDaysByTiers } from "../solve/days/dayTiers.ts";
import { type TooLarge, type Totals, tooManyDays, totalsOf } from "./exactTotals.ts";
import type { Instance } from "./instance.ts";
import { type Pruned, prunedOf } from "./pruned.ts";
import { type Problem, requestOfPairs } from "../problem/problem.ts";
import { solve } from "../solve/solve.ts";
import { type Solution, solutionOfOnePart } from "../solve/solution.ts";

export interface InstanceOptions {
  /** Each filled place is worth its priority times this, plus its score; null makes priority outweigh all scores. */
  readonly objectiveWeight: number | null;
  /** Whether days bind; without them only places do. */
  readonly days: boolean;
  /** Cases that the search over days may open in small parts. */
  readonly cases: number;
  /** Rounds of the search over days, and the share of the time allowed that is used up. */
  readonly rounds?: number;
  readonly spent?: () => number;
  /** A gap, as a share of the bound, at which the search over days stops; none unless told. */
  readonly enough?: number;
}

export interface InstanceAnswer extends Pruned {
  readonly kind: "solved";
  readonly requests: number;
  readonly practitioners: number;
  readonly edges: number;
  readonly objective: number;
  readonly filled: number;
  readonly priorityFilled: number;
  readonly fit: number;
  readonly worstFit: number | null;
  readonly bound: number;
  readonly gap: number;
  readonly certified: boolean;
  /** Places by which practitioners stay under their least loads, which no answer can lower. */
  readonly leastLoadShort: number;
  /** 1 for each pair that is chosen. */
  readonly taken: Uint8Array;
}

export type InstanceOutcome = InstanceAnswer | TooLarge;

/** An instance as an integer problem, with what its numbers mean. */
export interface EncodedInstance {
  readonly kind: "encoded";
  readonly instance: Instance;
  readonly problem: Problem;
  readonly tiers: Tiers;
  /** What each filled place is worth for each step of its request's priority. */
  readonly perPriority: number;
  /** What each place up to somebody's least load is worth: more than all other places together. */
  readonly leastLoadUnit: number;
}

export type Encoding = EncodedInstance | TooLarge;

const noDays = 2 ** 30;

/** Slots that could ever be used, those up to the least load earning what they must. */
function slotsOf(
  instance: Instance,
  { pairs: degree, leastLoadUnit }: Totals,
): Pick<Problem, "slotStart" | "slotCost"> {
  const slotStart = new Int32Array(instance.practitionerCount + 1);
  for (let j = 0; j < degree.length; j++)
    slotStart[j + 1] = whole(slotStart, j) + Math.min(whole(instance.slots, j), whole(degree, j));
  const slotCost = new Float64Array(whole(slotStart, degree.length));
  for (let j = 0; j < degree.length; j++) {
    const [least, first] = [whole(instance.leastLoad, j), whole(slotStart, j)];
    if (least > 0) slotCost.fill(-leastLoadUnit, first, Math.min(first + least, whole(slotStart, j + 1)));
  }
  return { slotStart, slotCost };
}

/** Writes an instance as an integer problem; refuses what could not be totalled exactly. */
export function encodeInstance(instance: Instance, options: InstanceOptions): Encoding {
  const totals = totalsOf(instance, options.objectiveWeight);
  if (totals.kind === "too-large") return totals;
  const unweighable = options.days ? tooManyDays(instance) : null;
  if (unweighable !== null) return unweighable;
  const { perPriority, leastLoadUnit, greatestScore } = totals;
  const weight = new Float64Array(instance.score.length);
  const need = new Int32Array(instance.score.length);
  for (let i = 0; i < instance.requestCount; i++) {
    const base = whole(instance.priority, i) * perPriority;
    const [from, to] = [whole(instance.start, i), whole(instance.start, i + 1)];
    for (let e = from; e < to; e++) weight[e] = base + (instance.score[e] ?? 0);
    if (options.days) need.fill(whole(instance.days, i), from, to);
  }
  const { days } = options;
  return {
    kind: "encoded",
    instance,
    perPriority,
    leastLoadUnit,
    tiers: { unit: Math.max(1, perPriority), room: Math.max(1, 2 * greatestScore) },
    problem: {
      requestCount: instance.requestCount,
      practitionerCount: instance.practitionerCount,
      wanted: instance.wanted,
      start: instance.start,
      practitioner: instance.practitioner,
      need,
      weight,
      group: new Int32Array(instance.score.length).fill(-1),
      groupLimit: new Int32Array(0),
      ...slotsOf(instance, totals),
      dayCapacity: days ? instance.dayCapacity : new Int32Array(instance.practitionerCount).fill(noDays),
    },
  };
}

const usualRounds = 12;
/** Up to so many pairs, days go to the search by cases, which ends by their count and not by the time allowed. */
const pairsSearched = 1000;

/** Finds the best answer to an encoded instance; exact where days do not bind. */
export function answerTo({ problem, tiers, instance }: EncodedInstance, options: InstanceOptions): Solution {
  if (!options.days) return solutionOfOnePart(problem, assign(problem, { tiers, candidates: Infinity }));
  const isSmall = problem.weight.length <= pairsSearched;
  const isObliged = instance.leastLoad.some((least) => least > 0);
  const { rounds = usualRounds, spent = () => 0, enough = 0 } = options;
  if (isSmall || isObliged) return solve(problem, options.cases, { unit: tiers.unit, spent });
  const { taken, requestPrice, slotPrice, bound } = solveDaysByTiers(problem, {
    tiers,
    rounds,
    spent,
    enough,
  });
  return solutionOfOnePart(problem, { taken, requestPrice, slotPrice }, bound);
}

/** Has an answer checked, and says what it comes to. */
export function certified(
  { instance, problem, perPriority, leastLoadUnit }: EncodedInstance,
  solution: Solution,
): InstanceAnswer {
  const verdict = check(problem, solution, solution.claims);
  const owner = requestOfPairs(problem);
  const load = new Int32Array(instance.practitionerCount);
  let [filled, priorityFilled, fit, worst] = [0, 0, 0, Infinity];
  for (let e = 0; e < owner.length; e++) {
    if (mark(solution.taken, e) === 0) continue;
    const score = whole(instance.score, e);
    const j = whole(problem.practitioner, e);
    load[j] = whole(load, j) + 1;
    filled++;
    priorityFilled += whole(instance.priority, whole(owner, e));
    fit += score;
    worst = Math.min(worst, score);
  }
  let [earned, leastLoadShort] = [0n, 0];
  instance.leastLoad.forEach((least, j) => {
    earned += BigInt(Math.min(least, whole(load, j)) * leastLoadUnit);
    leastLoadShort += Math.max(0, least - whole(load, j));
  });
  const worthBesides = (key: keyof Worth): number =>
    Number(solution.claims.reduce((sum, claim) => sum + claim[key], -earned));
  const [objective, bound] = [worthBesides("objective"), worthBesides("bound")];
  return {
    kind: "solved",
    requests: instance.requestCount,
    practitioners: instance.practitionerCount,
    edges: instance.score.length,
    objective,
    filled,
    priorityFilled,
    fit,
    worstFit: worst === Infinity ? null : worst,
    bound,
    gap: bound === 0 ? 0 : (bound - objective) / bound,
    certified: verdict.valid,
    leastLoadShort,
    ...prunedOf(instance, solution, perPriority),
    taken: solution.taken,
  };
}

/** Solves an instance and has the answer certified. Days are counted in the file's own unit. */
export function solveInstance(instance: Instance, options: InstanceOptions): InstanceOutcome {
  const encoded = encodeInstance(instance, options);
  return encoded.kind === "too-large" ? encoded : certified(encoded, answerTo(encoded, options));
}
