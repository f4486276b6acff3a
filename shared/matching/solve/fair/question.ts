import { gathered, mark, whole } from "../../problem/cells.ts";
import type { Component } from "../../problem/components.ts";
import type { Problem } from "../../problem/problem.ts";
import { objectiveOf } from "../../problem/answer.ts";

/** Some open pairs of a part, what they share with no other, and which of them are taken. */
export interface Piece extends Pick<Component, "problem" | "requests" | "groups" | "pairs"> {
  readonly levelOf: Int32Array;
  readonly taken: Uint8Array;
}

/** What is asked of a piece: whether it could be worth more, the first tier counting so many units and levels less than 0. */
export interface Asked {
  readonly tierUnits: number;
  /** What a place at each of some levels costs, in units. */
  readonly costs: ReadonlyMap<number, number>;
}

/** A question as a problem in whole numbers. */
export interface Question {
  readonly problem: Problem;
  /** What an answer that is better is worth at least. */
  readonly target: bigint;
  /** How many times the first tier counts. */
  readonly scale: number;
  readonly penalties: ReadonlyMap<number, number>;
}

/** A unit in whole numbers, so that prices may hold fractions of it. */
const fineness = 1024;
/** Weights and prices stay below this, as in every problem that is solved. */
const mostExact = 2 ** 47;

/** What the dearest pair and the dearest slot are worth together. */
export const dearestOf = ({ weight, slotCost }: Problem): number =>
  weight.reduce((most, worth) => Math.max(most, worth), 0) +
  slotCost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);

/** Units in whole numbers. */
export const inWhole = (units: number): number => Math.round(fineness * units);

/**
 * Asks whether a piece could be worth a unit more than it is; null where the weights would not be exact. A unit holds so
 * many parts, of which each price is a whole number.
 */
export function questionOf(
  { problem, levelOf, taken }: Piece,
  { tierUnits, costs }: Asked,
  parts: number = fineness,
): Question | null {
  const inParts = (units: number): number => Math.round(parts * units);
  const scale = inParts(tierUnits);
  if (!(parts > 0) || scale * dearestOf(problem) > mostExact) return null;
  const penalties = new Map(Array.from(costs, ([level, units]) => [level, inParts(units)]));
  const weighed: Problem = {
    ...problem,
    weight: problem.weight.map((worth, e) => scale * worth - (penalties.get(whole(levelOf, e)) ?? 0)),
    slotCost: problem.slotCost.map((cost) => scale * cost),
  };
  return { problem: weighed, target: objectiveOf(weighed, taken) + BigInt(parts), scale, penalties };
}

/** How finely a unit can be divided while the weights stay exact, at most as finely as prices of mixtures are told. */
export const finestFor = ({ problem }: Piece, tierUnits: number): number =>
  Math.min(fineness, Math.floor(mostExact / (tierUnits * dearestOf(problem))));

/** Whether weights stay exact beside prices of mixtures; else a mixture would not tell a unit from what rounding leaves either. */
export const isFineEnough = (piece: Piece, tierUnits: number): boolean =>
  finestFor(piece, tierUnits) === fineness;

/** Cuts a piece out of a part: what is left of it once pairs are decided. */
export const pieceOf = (
  { problem, requests, groups, pairs }: Omit<Piece, "levelOf" | "taken">,
  { levelOf, taken }: Pick<Piece, "levelOf" | "taken">,
): Piece => ({
  problem,
  requests,
  groups,
  pairs,
  levelOf: gathered(levelOf, pairs),
  taken: Uint8Array.from(pairs, (e) => mark(taken, e)),
});
