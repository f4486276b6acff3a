import type { Scale } from "../problem/scale.ts";
import type { Worth } from "./proof.ts";

/**
 * How far the bound of a part lies above its worth, by tier. What the worth holds below a tier is counted with what
 * is missing of it: an answer that has less of that may have a whole unit more of the tier.
 */
export function gapTiers(
  { leastUnit, priorityUnit, fitUnit }: Pick<Scale, "leastUnit" | "priorityUnit" | "fitUnit">,
  { objective, bound }: Worth,
) {
  const [least, priority, fit] = [BigInt(leastUnit), BigInt(priorityUnit), BigInt(fitUnit)];
  const missing = bound - objective;
  const below = (unit: bigint): bigint => ((objective % unit) + unit) % unit;
  const units = (of: bigint, unit: bigint): number => Number((of + below(unit)) / unit);
  return {
    leastLoads: units(missing, least),
    priorityWeighted: units(missing % least, priority),
    fitLessRotation: units(missing % priority, fit),
  };
}
