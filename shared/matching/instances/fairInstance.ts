import { mark, whole } from "../problem/cells.ts";
import type { Problem } from "../problem/problem.ts";
import { withAnswer, type Solution } from "../solve/solution.ts";
import type { GradedTotal } from "../solve/fair/withinDays.ts";
import { type FairReach, worstFirst, type WorstFirstAsk } from "../solve/fair/worstFirst.ts";
import type { Instance } from "./instance.ts";
import type { EncodedInstance } from "./encodeInstance.ts";
import type { InstanceOptions } from "./solveInstance.ts";

/** What fairness came to: how bad the worst place is, and what it costs in total fit. */
export interface FairFigures {
  readonly mode: "leximin";
  readonly worstFit: number | null;
  /** The best that the worst place could be with as much of the first tier; null where that is not proven. */
  readonly worstFitAtMost: number | null;
  /** Fit of the answer with the most total fit less that of the fair one. */
  readonly lossInFit: number;
  /** True when prices prove, and the checker accepts, that no answer is fairer. */
  readonly proven: boolean;
  readonly provenUpTo: FairReach;
  /** How many places, from the worst on, no answer has fairer. */
  readonly placesProven: number;
  /** What the places of parts too large to be climbed weigh by grade, the least they could, and the share between the two; null where there is none. */
  readonly graded: (GradedTotal & { readonly gap: number }) | null;
  /** What the answer's bound and gap compare with: not what is fairest, which has the proof above. */
  readonly boundOf: "best total";
}

export type FairSolution =
  | { readonly kind: "fair"; readonly solution: Solution; readonly fair: FairFigures }
  | { readonly kind: "too-large"; readonly where: string; readonly message: string };

/** The first tier of an instance: places by priority, and of equal totals the most places; least loads before both. */
function firstTierOf({ priority }: Instance, problem: Problem): { first: Problem; unit: number } | null {
  const unit = 1 + problem.wanted.reduce((sum, wanted, i) => sum + Math.min(wanted, pairsOf(problem, i)), 0);
  const weight = new Float64Array(problem.weight.length);
  let greatest = 1;
  for (let i = 0; i < problem.requestCount; i++) {
    const worth = whole(priority, i) * unit + 1;
    greatest = Math.max(greatest, worth);
    weight.fill(worth, whole(problem.start, i), whole(problem.start, i + 1));
  }
  const obliged = problem.slotCost.reduce((count, cost) => count + (cost < 0 ? 1 : 0), 0);
  const leastLoadUnit = 1 + unit * greatest;
  if (leastLoadUnit * (obliged + 1) > 2 ** 50) return null;
  const slotCost = problem.slotCost.map((cost) => (cost < 0 ? -leastLoadUnit : 0));
  return { first: { ...problem, weight, slotCost }, unit };
}

const pairsOf = ({ start }: Problem, i: number): number => whole(start, i + 1) - whole(start, i);

const fitOf = ({ score }: Instance, taken: Uint8Array): number =>
  score.reduce((sum, fit, e) => sum + (mark(taken, e) === 1 ? fit : 0), 0);

/**
 * The fairest answer to an instance, with the best total fit as what it is measured by: first tier, then the
 * fewest places at the worst fit, then at the next. Bounded by the proof of the best solution.
 */
export function fairSolution(
  encoded: EncodedInstance,
  best: Solution,
  { cases, checker }: Pick<InstanceOptions, "cases"> & Pick<WorstFirstAsk, "checker">,
): FairSolution {
  const { instance, problem } = encoded;
  const tier = firstTierOf(instance, problem);
  if (tier === null)
    return { kind: "too-large", where: "priorities", message: "count for too much to be told apart exactly" };
  const { taken, proven, placesProven, worstAtMost, graded } = worstFirst({
    first: tier.first,
    levelOf: instance.score,
    last: null,
    tiers: { unit: tier.unit, room: 1 },
    countsPlaces: true,
    begin: best.taken,
    cases,
    ...(checker === undefined ? {} : { checker }),
  });
  const fits = instance.score.filter((_, e) => mark(taken, e) === 1);
  return {
    kind: "fair",
    solution: withAnswer(problem, best, taken),
    fair: {
      mode: "leximin",
      worstFit: fits.length === 0 ? null : fits.reduce((least, fit) => Math.min(least, fit)),
      worstFitAtMost: worstAtMost,
      lossInFit: fitOf(instance, best.taken) - fitOf(instance, taken),
      proven: proven === "every place",
      provenUpTo: proven,
      placesProven,
      graded: graded === null ? null : { ...graded, gap: (graded.total - graded.bound) / graded.total },
      boundOf: "best total",
    },
  };
}
