import { objectiveOf, overbooked, keepsToGroups } from "../problem/answer.ts";
import { assign, type Tiers } from "./places/assign.ts";
import type { Problem } from "../problem/problem.ts";
import type { Found } from "./search.ts";
import { solveSizedDays } from "./sized/sizedDays.ts";
import type { Beginning } from "./sized/sizedPrices.ts";

/** Whether an answer keeps to half-days and groups. */
const isWithinLimits = (problem: Problem, taken: Uint8Array): boolean =>
  overbooked(problem, taken).every((over) => over === 0) && keepsToGroups(problem, taken);

/**
 * Solves a large part by prices alone: first without limits of groups and half-days, which is exact where nobody
 * breaks them, then with them. A bound without limits of groups holds with them. The search over days ends early
 * where the time allowed is spent.
 */
export function solveLarge(problem: Problem, tiers: Tiers, spent: Beginning["spent"] = () => 0): Found {
  const places = assign(problem, { tiers, candidates: Infinity });
  const groupPrice = new Float64Array(problem.groupLimit.length);
  if (isWithinLimits(problem, places.taken)) {
    const { taken, requestPrice, slotPrice } = places;
    const objective = objectiveOf(problem, taken);
    const proof = { kind: "prices", requestPrice, groupPrice } as const;
    return { taken, objective, bound: objective, proof, slotPrice };
  }
  const found = solveSizedDays(problem, { tiers, places, spent });
  const { taken, requestPrice, slotPrice, objective, bound } = found;
  return { taken, objective, bound, proof: { kind: "prices", requestPrice, groupPrice }, slotPrice };
}
