import type { ProofCase } from "../../certificate/proof.ts";
import { objectiveOf } from "../../problem/answer.ts";
import type { Problem } from "../../problem/problem.ts";
import { settledPrices } from "../sized/settlePrices.ts";
import { rowsOf } from "./dayAnswer.ts";
import { dayMarketOf } from "./dayMarket.ts";
import { casesOf } from "./dayCases.ts";
import { boundAt, loweredInStages } from "./dayPrices.ts";

/** How a tier is counted: what a unit of it is worth, and prices that know about it, in which a unit is `priced` so much. */
interface Counting {
  readonly unit: number;
  readonly price: Float64Array;
  readonly priced: number;
  readonly taken: Uint8Array;
  /** Whether cases are tried where prices do not suffice. */
  readonly byCases: boolean;
  /** Share of the time for it that is used up. */
  readonly spent: () => number;
}

/** What proves that no answer has more of a tier than one that is known. */
export interface Count {
  readonly units: bigint;
  readonly fineness: number;
  readonly proof: ProofCase;
}

/** Worths and costs read otherwise. */
const readBy = (problem: Problem, of: (value: number) => number): Problem => ({
  ...problem,
  weight: problem.weight.map(of),
  slotCost: problem.slotCost.map(of),
});

/** A unit is read as so much, so that prices may hold fractions of it; less where that would not be exact. */
const [finest, mostExact] = [2 ** 20, 2 ** 46] as const;
/** Steps that bring prices down to the count, and those from farther above where they do not suffice. */
const [settlingSteps, loweringSteps] = [300, 500] as const;
/** Splits into cases where prices alone do not suffice, unless they leave so many units in doubt. */
const [mostSplits, farOff] = [40, 2] as const;
/** The first of the latter moves prices by such a share of a unit, the last by such. */
const [farthest, nearest] = [1 / 4, 1 / 8192] as const;

function finenessFor({ weight, slotCost }: Problem, unit: number): number {
  const most = (cells: Float64Array): number => cells.reduce((top, each) => Math.max(top, Math.abs(each)), 0);
  const units = 1 + Math.round((most(weight) + most(slotCost)) / unit);
  return Math.max(1, Math.min(finest, Math.floor(mostExact / units)));
}

/**
 * Proves that no answer holds more units of the first tier than one that is known: prices for that tier alone leave less
 * than one unit more, and there are only whole ones; where they leave more, cases may. Null where neither proves it.
 */
export function counted(problem: Problem, counting: Counting): Count | null {
  const { unit, priced, taken, byCases, spent } = counting;
  const fineness = finenessFor(problem, unit);
  const units = readBy(problem, (value) => fineness * Math.round(value / unit));
  const held = objectiveOf(units, taken);
  const market = dayMarketOf(units);
  const limit = held + BigInt(fineness);
  const price = counting.price.map((each) => Math.max(0, Math.round((each / priced) * fineness)));
  let bound = boundAt(market, price);
  const settle = (): void => {
    const objective = held + BigInt(Math.floor(fineness / 2));
    const mayGoOn = (): boolean => spent() < 1;
    bound = settledPrices(market, rowsOf(market), { from: bound, objective, steps: settlingSteps, mayGoOn });
  };
  settle();
  if (bound.value >= limit) {
    const way = { steps: loweringSteps, length: farthest * fineness, last: nearest * fineness };
    bound = loweredInStages(market, bound, { ...way, share: 1, spent });
    settle();
  }
  const isFar = bound.value - limit > BigInt(farOff * fineness);
  if (bound.value >= limit && (isFar || !byCases)) return null;
  const { bound: most, proof } = casesOf(market, bound.price, {
    limit,
    unit: fineness,
    taken: Uint8Array.from(market.origin, (e) => taken[e] ?? 0),
    groupCount: problem.groupLimit.length,
    mayGoOn: () => spent() < 1,
  })(mostSplits);
  return most < limit ? { units: held / BigInt(fineness), fineness, proof } : null;
}
