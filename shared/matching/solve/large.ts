import { mark, whole } from "../problem/cells.ts";
import { objectiveOf, overbooked } from "./days.ts";
import { assign, type Tiers } from "./places/assign.ts";
import type { Problem } from "../problem/problem.ts";
import type { Found } from "./search.ts";
import { solveSizedDays } from "./sized/sizedDays.ts";
import type { Beginning } from "./sized/sizedPrices.ts";

/** Whether an answer keeps to the limits of all groups. */
function keepsToGroups({ group, groupLimit }: Problem, taken: Uint8Array): boolean {
  const left = groupLimit.slice();
  for (let e = 0; e < taken.length; e++) {
    const g = whole(group, e);
    if (g >= 0 && mark(taken, e) === 1) left[g] = whole(left, g) - 1;
  }
  return left.every((count) => count >= 0);
}

/**
 * Solves a large part by prices alone, leaving out limits that mostly do not bind: first groups and half-days,
 * which is exact where nobody breaks them, then groups. A bound without limits holds with them. Null where the
 * answer breaks a group. The search over days ends early where the time allowed is spent.
 */
export function solveLarge(
  problem: Problem,
  tiers: Tiers,
  spent: Beginning["spent"] = () => 0,
): Found | null {
  const places = assign(problem, { tiers, candidates: Infinity });
  const groupPrice = new Float64Array(problem.groupLimit.length);
  if (overbooked(problem, places.taken).every((over) => over === 0)) {
    if (!keepsToGroups(problem, places.taken)) return null;
    const { taken, requestPrice, slotPrice } = places;
    const objective = objectiveOf(problem, taken);
    const proof = { kind: "prices", requestPrice, groupPrice } as const;
    return { taken, objective, bound: objective, proof, slotPrice };
  }
  const found = solveSizedDays(problem, { tiers, places, spent });
  if (!keepsToGroups(problem, found.taken)) return null;
  const { taken, requestPrice, slotPrice, objective, bound } = found;
  return { taken, objective, bound, proof: { kind: "prices", requestPrice, groupPrice }, slotPrice };
}
