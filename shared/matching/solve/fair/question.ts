import type { RungProof } from "../../certificate/fairProof.ts";
import { mark, whole } from "../../problem/cells.ts";
import type { Component } from "../../problem/components.ts";
import type { Problem } from "../../problem/problem.ts";
import { somePrices } from "../../problem/proofPrices.ts";
import { rowsOf } from "../days/dayAnswer.ts";
import { dayMarketOf } from "../days/dayMarket.ts";
import { boundAt } from "../days/dayPrices.ts";
import { objectiveOf } from "../../problem/answer.ts";
import { settledPrices } from "../sized/settlePrices.ts";

/** A level of which some open pairs are not taken, with what one more place at it costs whoever would have fewer above. */
export interface Rung {
  readonly level: number;
  penalty: number;
}

/** Whether fewer places at a level would do: the part of the open pairs that has them, as a problem, and what it has. */
export interface Question {
  readonly problem: Problem;
  /** What an answer with fewer places is worth at least. */
  readonly target: bigint;
  readonly scale: number;
  readonly penalties: ReadonlyMap<number, number>;
  /** How far prices may move below the first tier. */
  readonly room: number;
}

/** Penalties are multiples of this, so that prices may hold fractions of them. */
const fineness = 64;
/** Weights and prices stay below this, as in every problem that is solved. */
const mostExact = 2 ** 47;

/** What the dearest pair and the dearest slot are worth together. */
const dearestOf = ({ weight, slotCost }: Problem): number =>
  weight.reduce((most, worth) => Math.max(most, worth), 0) +
  slotCost.reduce((most, cost) => Math.max(most, Math.abs(cost)), 0);

/** A problem whose weights and costs count several times, less the penalties of pairs. */
const scaledBy = (problem: Problem, scale: number, penaltyOf: (e: number) => number): Problem => ({
  ...problem,
  weight: problem.weight.map((worth, e) => scale * worth - penaltyOf(e)),
  slotCost: problem.slotCost.map((cost) => scale * cost),
});

/** So many times the first tier counts when it is asked what can be filled: prices may then hold fractions of it. */
const firstScale = 1024;

/** The first tier, counted as often as is exact. */
export function firstScaled(problem: Problem): { readonly problem: Problem; readonly scale: number } {
  const scale = Math.max(1, Math.min(firstScale, Math.floor(mostExact / dearestOf(problem))));
  return { problem: scaledBy(problem, scale, () => 0), scale };
}

/** What is asked about; pairs are those of the part's component, in its order. */
interface Asked {
  readonly component: Component;
  readonly levelOf: Int32Array;
  readonly taken: Uint8Array;
}

/** Asks whether one level can do with fewer places; null where the weights would not be exact. */
export function questionOf(
  { component, levelOf, taken }: Asked,
  level: number,
  lower: readonly Rung[],
): Question | null {
  const { problem } = component;
  const [places, pairs] = [new Map<number, number>(), new Map<number, number>()];
  levelOf.forEach((l, e) => {
    pairs.set(l, (pairs.get(l) ?? 0) + 1);
    places.set(l, (places.get(l) ?? 0) + mark(taken, e));
  });
  const penalties = new Map([[level, fineness]]);
  let most = fineness * (places.get(level) ?? 0);
  let greatest = fineness;
  for (const { level: l, penalty } of lower) {
    if (places.get(l) === pairs.get(l)) continue;
    penalties.set(l, fineness * penalty);
    most += fineness * penalty * (places.get(l) ?? 0);
    greatest = Math.max(greatest, fineness * penalty);
  }
  // No saving of penalties is worth anything of the first tier.
  const scale = most + fineness;
  if (scale * dearestOf(problem) > mostExact) return null;
  const weighed = scaledBy(problem, scale, (e) => penalties.get(whole(levelOf, e)) ?? 0);
  const target = objectiveOf(weighed, taken) + BigInt(fineness);
  return { problem: weighed, target, scale, penalties, room: 2 * greatest };
}

/** Steps by which prices of the level before are brought down to a level's own. */
const steps = 60;

/** Prices that bound a question from those of another one, in units of its first tier, and whether they settle it. */
export function bounded({ problem, target, scale }: Question, price: Float64Array) {
  const market = dayMarketOf(problem);
  const from = boundAt(
    market,
    price.map((each) => Math.max(0, Math.round(each * scale))),
  );
  const found = settledPrices(market, rowsOf(market), { from, objective: target - 1n, steps });
  const proof: RungProof["proof"] = {
    kind: "prices",
    requestPrice: found.price,
    groupPrice: new Float64Array(problem.groupLimit.length),
  };
  return { proof, isSettled: found.value < target, price: found.price.map((each) => each / scale) };
}

/** Prices of a proof in units of the first tier, each `scale`; those of the first case where it has several. */
export const pricesOf = (proof: RungProof["proof"], scale: number): Float64Array =>
  somePrices(proof).requestPrice.map((each) => each / scale);
