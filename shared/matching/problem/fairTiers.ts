import type { Roster } from "../facts/roster.ts";
import type { WorstFirstAsk } from "../solve/fair/worstFirst.ts";
import { exact, whole } from "./cells.ts";
import type { Encoded } from "./encode.ts";
import type { Problem } from "./problem.ts";

type FairTiersOfRun = Pick<WorstFirstAsk, "first" | "levelOf" | "last" | "tiers" | "countsPlaces">;

/** Weights by request from those of the run. */
function weightsBy({ problem }: Encoded, weigh: (i: number, weight: number) => number): Float64Array {
  const weights = new Float64Array(problem.weight.length);
  for (let i = 0; i < problem.requestCount; i++)
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      weights[e] = weigh(i, exact(problem.weight, e));
  return weights;
}

/**
 * Puts the worst place before the total: first least loads and priorities, and of equal ones the most places;
 * last what comes below the priorities, whose fit the levels have settled by then.
 */
function worstFirstTiers(encoded: Encoded): FairTiersOfRun {
  const { problem, scale, priority } = encoded;
  const unit = 1 + problem.wanted.reduce((sum, wanted) => sum + wanted, 0);
  const weight = weightsBy(encoded, (i) => exact(priority, i) * unit + 1);
  // Half days tie places together, so that one that is owed has to outweigh all others at once.
  const all = problem.wanted.reduce((sum, wanted, i) => sum + wanted * (exact(priority, i) * unit + 1), 0);
  const first: Problem = {
    ...problem,
    weight,
    slotCost: problem.slotCost.map((cost) => (cost < 0 ? -(1 + all) : 0)),
  };
  const last = {
    weight: weightsBy(encoded, (i, worth) => worth - exact(priority, i) * scale.priorityUnit),
    slotCost: problem.slotCost.map((cost) => (cost < 0 ? cost + scale.leastUnit : cost)),
  };
  return { first, levelOf: encoded.fit, last, tiers: { unit, room: 1 }, countsPlaces: true };
}

/** Weights and prices of a first tier stay below this. */
const mostExact = 2 ** 47;

/** A first tier that counts places below all else, or null where that would not be exact. */
function counting(problem: Problem, fitUnit: number): Pick<Problem, "weight" | "slotCost"> | null {
  const unit = 1 + problem.wanted.reduce((sum, wanted) => sum + wanted, 0);
  const raised = (worth: number): number => (worth / fitUnit) * unit;
  const weight = problem.weight.map((worth) => raised(worth) + 1);
  const slotCost = problem.slotCost.map(raised);
  return [weight, slotCost].every((cells) => cells.every((worth) => Math.abs(worth) <= mostExact))
    ? { weight, slotCost }
    : null;
}

/**
 * Puts the total before the worst place: first all but stability and ids, and of equal ones the most places where exact
 * numbers have room for that; last those.
 */
function amongBestTiers(encoded: Encoded): FairTiersOfRun {
  const { problem, scale } = encoded;
  const below = weightsBy(encoded, (_, worth) => worth % scale.fitUnit);
  const first: Problem = { ...problem, weight: problem.weight.map((worth, e) => worth - exact(below, e)) };
  const counted = counting(first, scale.fitUnit);
  const last = { weight: below, slotCost: new Float64Array(problem.slotCost.length) };
  return {
    first: { ...first, ...counted },
    levelOf: encoded.fit,
    last,
    tiers: null,
    countsPlaces: counted !== null,
  };
}

/** The tiers that the policy's fairness asks for, or null where it asks for the total alone. */
export function fairTiersOf(roster: Roster, encoded: Encoded): FairTiersOfRun | null {
  switch (roster.input.policy.fairness) {
    case "total-fit":
      return null;
    case "worst-first":
      return worstFirstTiers(encoded);
    case "worst-first-among-best":
      return amongBestTiers(encoded);
  }
}
