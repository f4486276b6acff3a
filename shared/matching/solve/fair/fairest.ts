import type { FairTiers } from "../../certificate/fairness.ts";
import type { FairProof, TierPrices } from "../../certificate/fairProof.ts";
import { whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { objectiveOf } from "../../problem/answer.ts";
import { flowSolver } from "../flow.ts";
import { networkOf } from "../network.ts";
import { assign, type Tiers } from "../places/assign.ts";
import { faceOf } from "./face.ts";
import { bestOnFace } from "./lastTier.ts";
import { makeFairest } from "./leximin.ts";

/** The tiers to be fair by; half-days are not looked at beyond each single pair. */
export interface FairAsk extends FairTiers {
  /** How weights of the first tier are built; null where it is not in units that outweigh all below. */
  readonly tiers: Tiers | null;
  /** An answer to begin with; one that is fair already makes less work. */
  readonly begin: Uint8Array | null;
}

/** A fairest answer with its proof. */
export interface Fairest {
  readonly taken: Uint8Array;
  readonly proof: FairProof;
}

/** The best answer in the first tier, with the prices that prove it. */
function bestWithPrices(first: Problem, tiers: Tiers | null): { taken: Uint8Array; prices: TierPrices } {
  if (first.groupLimit.length > 0) {
    const { taken, ...prices } = flowSolver(networkOf(first))(new Int8Array(first.weight.length));
    return { taken, prices };
  }
  const { taken, requestPrice, slotPrice } = assign(first, { tiers, candidates: Infinity });
  // Whoever has no slot comes to no market; nobody would pay this price.
  const never = first.weight.reduce((most, worth) => Math.max(most, worth), 0);
  for (let j = 0; j < first.practitionerCount; j++)
    if (whole(first.slotStart, j) === whole(first.slotStart, j + 1)) slotPrice[j] = never;
  return { taken, prices: { requestPrice, slotPrice, groupPrice: new Float64Array(0) } };
}

/** The best answer in the first tier, of those the fairest, of those the best in the last tier; and its proof. */
export function fairest({ first, levelOf, last, tiers, begin }: FairAsk): Fairest {
  const { taken, prices } = bestWithPrices(first, tiers);
  const isAsGood = begin !== null && objectiveOf(first, begin) === objectiveOf(first, taken);
  const face = faceOf(first, isAsGood ? begin : taken, prices);
  const stages = makeFairest(face, levelOf);
  const best = last === null ? null : bestOnFace(face, last);
  return {
    taken: best?.taken ?? face.taken,
    proof: { first: prices, stages, last: best?.prices ?? null },
  };
}
