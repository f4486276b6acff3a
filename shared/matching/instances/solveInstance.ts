import { assign } from "../solve/places/assign.ts";
import { exact, mark, whole } from "../problem/cells.ts";
import { check } from "../certificate/certificate.ts";
import type { Worth } from "../certificate/proof.ts";
import { solveDaysByTiers } from "../solve/days/dayTiers.ts";
import { type Asked, type EncodedInstance, encodeInstance } from "./encodeInstance.ts";
import type { TooLarge } from "./exactTotals.ts";
import type { Instance } from "./instance.ts";
import { loadsOf } from "../problem/answer.ts";
import { leastProvenPrices } from "../problem/pricing.ts";
import { type Problem, requestOfPairs } from "../problem/problem.ts";
import { solve } from "../solve/solve.ts";
import { type Solution, solutionOfOnePart } from "../solve/solution.ts";

/** How an instance is asked, and how far the search goes. */
export interface InstanceOptions extends Asked {
  /** Cases that the search over days may open in small parts. */
  readonly cases: number;
  /** Rounds of the search over days, and the share of the time allowed that is used up. */
  readonly rounds?: number;
  readonly spent?: () => number;
  /** A gap, as a share of the bound, at which the search over days stops; none unless told. */
  readonly enough?: number;
}

/** Of the requests whose file leaves candidates out: how many prices prove to need none of them, and how many not. */
interface Pruned {
  readonly prunedCertified: number;
  readonly prunedOpen: number;
}

/** What an answer to an instance comes to, and what is proven of it. */
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

const usualRounds = 12;
/** Splits into cases after each round of that search that found nothing better. */
const splitsInVain = 4;
/** Up to so many pairs, days go to the search by cases, which ends by their count and not by the time allowed. */
const pairsSearched = 1000;

/** Finds the best answer to an encoded instance; exact where days do not bind. */
export function answerTo({ problem, tiers, instance }: EncodedInstance, options: InstanceOptions): Solution {
  if (!options.days) return solutionOfOnePart(problem, assign(problem, { tiers, candidates: Infinity }));
  const isSmall = problem.weight.length <= pairsSearched;
  const isObliged = instance.leastLoad.some((least) => least > 0);
  const { rounds = usualRounds, spent = () => 0, enough = 0 } = options;
  if (isSmall || isObliged) return solve(problem, options.cases, { unit: tiers.unit, spent });
  const found = solveDaysByTiers(problem, { tiers, rounds, spent, enough, splits: splitsInVain });
  return solutionOfOnePart(problem, found, found.bound);
}

/**
 * Counts what the prices prove of candidates that an instance leaves out: one worth no more than its request's
 * price could not raise the objective, whoever it is, unless somebody's least load is to be reached, which
 * might be theirs.
 */
function prunedOf(instance: Instance, solution: Solution, perPriority: number): Pruned {
  const prices = leastProvenPrices(
    instance.requestCount,
    solution,
    (i) => whole(instance.priority, i) * perPriority,
  );
  const isObliged = instance.leastLoad.some((least) => least > 0);
  // A ceiling counts units of priority to the nearest, so that a score of half of one would count as one more.
  const isCounted = solution.parts.some(({ proof }) => proof.kind === "ceiling");
  let [prunedCertified, prunedOpen] = [0, 0];
  instance.bestOmitted.forEach((best, i) => {
    if (best < 0) return;
    const worth = whole(instance.priority, i) * perPriority + best;
    const isRead = !isCounted || 2 * best < perPriority;
    if (!isObliged && isRead && worth <= exact(prices, i)) prunedCertified++;
    else prunedOpen++;
  });
  return { prunedCertified, prunedOpen };
}

/** What the chosen pairs of an instance come to. */
function countedOf(instance: Instance, problem: Problem, taken: Uint8Array) {
  const owner = requestOfPairs(problem);
  let [filled, priorityFilled, fit, worst] = [0, 0, 0, Infinity];
  for (let e = 0; e < owner.length; e++) {
    if (mark(taken, e) === 0) continue;
    const score = whole(instance.score, e);
    filled++;
    priorityFilled += whole(instance.priority, whole(owner, e));
    fit += score;
    worst = Math.min(worst, score);
  }
  return { filled, priorityFilled, fit, worstFit: worst === Infinity ? null : worst };
}

/** Has an answer checked, and says what it comes to. */
export function certified(
  { instance, problem, perPriority, leastLoadUnit }: EncodedInstance,
  solution: Solution,
): InstanceAnswer {
  const verdict = check(problem, solution, solution.claims);
  const load = loadsOf(problem, solution.taken);
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
    ...countedOf(instance, problem, solution.taken),
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
