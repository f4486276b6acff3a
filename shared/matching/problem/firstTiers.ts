import { check } from "../certificate/certificate.ts";
import { gapTiers } from "../certificate/gapTiers.ts";
import type { ProofCase } from "../certificate/proof.ts";
import type { Solution } from "../solve/solution.ts";
import { exact, whole } from "./cells.ts";
import type { Encoded } from "./encode.ts";
import type { Problem } from "./problem.ts";
import { somePrices } from "./proofPrices.ts";
import type { Scale } from "./scale.ts";

/** How far the bound of the first tiers lies above the answer: nothing where no answer is better in them. */
export interface FirstTiers {
  readonly leastLoads: number;
  readonly priorityWeighted: number;
}

/** A problem in which only the first tiers count, each in full, and what a place that somebody is owed is worth in it. */
interface FirstProblem {
  readonly problem: Problem;
  readonly leastUnit: number;
}

function firstProblem({ problem, priority }: Encoded): FirstProblem {
  const leastUnit = 1 + priority.reduce((sum, each, i) => sum + each * whole(problem.wanted, i), 0);
  const weight = new Float64Array(problem.weight.length);
  priority.forEach((each, i) => weight.fill(each, problem.start[i], problem.start[i + 1]));
  const slotCost = problem.slotCost.map((cost) => (cost < 0 ? -leastUnit : 0));
  return { problem: { ...problem, weight, slotCost }, leastUnit };
}

/** What a price holds of the first tiers, to the nearest whole unit of each. */
function firstOf({ leastUnit, priorityUnit }: Scale, price: number, unit: number): number {
  const owed = Math.round(price / leastUnit);
  return Math.max(0, owed * unit + Math.round((price - owed * leastUnit) / priorityUnit));
}

/** A proven answer, and the prices from which on nobody who was left out as a candidate counts. */
interface Proven {
  readonly solution: Solution;
  readonly leastProving: Float64Array;
}

/** A run as if its first tiers alone counted. */
interface FirstAlone {
  readonly encoded: Encoded;
  readonly solution: Solution;
}

/**
 * The problem of the first tiers alone, whatever is below them, and what the answer's own prices prove of it by what
 * they hold of these tiers, any prices being a proof of some bound. Where people are left out, a request's price is no
 * less than its priority, so that the bound holds for them too: nobody who is owed a place is left out.
 */
export function firstAlone(encoded: Encoded, { solution, leastProving }: Proven): FirstAlone {
  const { problem, leastUnit } = firstProblem(encoded);
  const leastPrice = encoded.priority.map((each, i) => (exact(leastProving, i) > -Infinity ? each : 0));
  const read = (proof: ProofCase, requests: Int32Array): ProofCase => {
    if (proof.kind === "split")
      return { ...proof, without: read(proof.without, requests), taking: read(proof.taking, requests) };
    const first = (price: number): number => firstOf(encoded.scale, price, leastUnit);
    const { requestPrice, groupPrice } = somePrices(proof);
    return {
      kind: "prices",
      requestPrice: requestPrice.map((price, x) =>
        Math.max(first(price), exact(leastPrice, whole(requests, x))),
      ),
      groupPrice: groupPrice.map(first),
    };
  };
  const parts = solution.parts.map((part) => ({ ...part, proof: read(part.proof, part.requests) }));
  const claims = check(problem, { taken: solution.taken, parts }, []).parts.map(({ objective, bound }) => {
    if (objective === null || bound === null) throw new RangeError("The first tiers alone are always exact");
    return { objective, bound };
  });
  const scale = { ...encoded.scale, leastUnit, priorityUnit: 1, fitUnit: 1 };
  return { encoded: { ...encoded, problem, scale }, solution: { ...solution, parts, claims } };
}

/** Proves of an answer that none is better in least loads and priorities, or tells how far from that it may be. */
export function firstTiersOf(encoded: Encoded, proven: Proven): FirstTiers {
  const first = firstAlone(encoded, proven);
  const total = { leastLoads: 0, priorityWeighted: 0 };
  for (const claim of first.solution.claims) {
    const gap = gapTiers(first.encoded.scale, claim);
    total.leastLoads += gap.leastLoads;
    total.priorityWeighted += gap.priorityWeighted;
  }
  return total;
}
