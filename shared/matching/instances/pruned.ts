import { exact, whole } from "../problem/cells.ts";
import { leastPrices } from "../problem/pricing.ts";
import type { Solution } from "../solve/solution.ts";
import type { Instance } from "./instance.ts";

/** Of the requests whose file leaves candidates out: how many prices prove to need none of them, and how many not. */
export interface Pruned {
  readonly prunedCertified: number;
  readonly prunedOpen: number;
}

/**
 * Counts what the prices prove of candidates that an instance leaves out: one worth no more than its request's
 * price could not raise the objective, whoever it is, unless somebody's least load is to be reached, which
 * might be theirs.
 */
export function prunedOf(instance: Instance, solution: Solution, perPriority: number): Pruned {
  const prices = leastPrices(instance.requestCount, solution);
  const isObliged = instance.leastLoad.some((least) => least > 0);
  let [prunedCertified, prunedOpen] = [0, 0];
  instance.bestOmitted.forEach((best, i) => {
    if (best < 0) return;
    const worth = whole(instance.priority, i) * perPriority + best;
    if (!isObliged && worth <= exact(prices, i)) prunedCertified++;
    else prunedOpen++;
  });
  return { prunedCertified, prunedOpen };
}
