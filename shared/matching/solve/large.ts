import { isWithinLimits, objectiveOf } from "../problem/answer.ts";
import { type Assignment, assign, type Tiers } from "./places/assign.ts";
import { byPrices } from "./days/daySettled.ts";
import type { Problem } from "../problem/problem.ts";
import type { SolvedPart } from "./search.ts";
import { solveSizedDays } from "./sized/sizedDays.ts";
import type { Beginning } from "./sized/sizedPrices.ts";

/** The best answer without limits of groups and half-days, and what it is with them: as good where it keeps to them. */
export interface PlacesAlone {
  readonly places: Assignment;
  readonly found: SolvedPart | null;
}

/** Solves a part as if groups and half-days set no limits: a bound without them holds with them. */
export function placesAlone(problem: Problem, tiers: Tiers): PlacesAlone {
  const places = assign(problem, { tiers, candidates: Infinity, isFirst: true });
  const { taken, requestPrice, slotPrice } = places;
  if (!isWithinLimits(problem, taken)) return { places, found: null };
  const objective = objectiveOf(problem, taken);
  const proof = byPrices(requestPrice, problem.groupLimit.length);
  return { places, found: { taken, objective, bound: objective, proof, slotPrice } };
}

/** Solves by prices a part in which the best places alone break limits; ends early where the time allowed is spent. */
export function solveSized(problem: Problem, beginning: Beginning): SolvedPart {
  const { taken, objective, bound, proof, slotPrice } = solveSizedDays(problem, beginning);
  return { taken, objective, bound, proof, slotPrice };
}
