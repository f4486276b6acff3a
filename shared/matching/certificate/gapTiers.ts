import type { Scale } from "../problem/scale.ts";
import type { Worth } from "./proof.ts";

/**
 * How many units of a tier the bound of a part lies above its worth. What the worth holds below the tier is counted
 * with what is missing of it: an answer that has less of that may have a whole unit more of the tier.
 */
export function unitsMissing(unit: number, { objective, bound }: Worth, missing = bound - objective): number {
  const of = BigInt(unit);
  const below = ((objective % of) + of) % of;
  return Number((missing + below) / of);
}

/** How far the bound of a part lies above its worth, by tier. */
export function gapTiers(
  { leastUnit, priorityUnit, fitUnit }: Pick<Scale, "leastUnit" | "priorityUnit" | "fitUnit">,
  claim: Worth,
) {
  const missing = claim.bound - claim.objective;
  return {
    leastLoads: unitsMissing(leastUnit, claim),
    priorityWeighted: unitsMissing(priorityUnit, claim, missing % BigInt(leastUnit)),
    fitLessRotation: unitsMissing(fitUnit, claim, missing % BigInt(priorityUnit)),
  };
}
