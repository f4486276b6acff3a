import type { Scale } from "../problem/scale.ts";
import type { Worth } from "./proof.ts";

/**
 * How far the bound of a part lies above its worth, by tier. What the worth holds below the tier of fit is counted
 * with the fit that is missing: an answer without it may have a whole unit of fit more.
 */
export function gapTiers(
  { leastUnit, priorityUnit, fitUnit }: Pick<Scale, "leastUnit" | "priorityUnit" | "fitUnit">,
  { objective, bound }: Worth,
) {
  const [least, priority, fit] = [BigInt(leastUnit), BigInt(priorityUnit), BigInt(fitUnit)];
  const missing = bound - objective;
  const belowFit = ((objective % fit) + fit) % fit;
  return {
    leastLoads: Number(missing / least),
    priorityWeighted: Number((missing % least) / priority),
    fitLessRotation: Number(((missing % priority) + belowFit) / fit),
  };
}
