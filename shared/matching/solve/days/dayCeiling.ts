import type { ProofCase } from "../../certificate/proof.ts";
import { objectiveOf } from "../../problem/answer.ts";
import type { Problem } from "../../problem/problem.ts";
import { settledPrices } from "../sized/settlePrices.ts";
import { rowsOf } from "./dayAnswer.ts";
import { dayMarketOf } from "./dayMarket.ts";
import { boundAt, type DayBound, loweredInStages } from "./dayPrices.ts";

/** How a tier is counted: what a unit of it is worth, and prices that know about it, in which a unit is `priced` so much. */
interface Counting {
  readonly unit: number;
  readonly price: Float64Array;
  readonly priced: number;
  readonly taken: Uint8Array;
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
export const readBy = (problem: Problem, of: (value: number) => number): Problem => ({
  ...problem,
  weight: problem.weight.map(of),
  slotCost: problem.slotCost.map(of),
});

/** A unit is read as so much, so that prices may hold fractions of it; less where that would not be exact. */
const [finest, mostExact] = [2 ** 20, 2 ** 46] as const;
/** Steps that bring prices down to the count, and those from farther above where they do not suffice. */
const [settlingSteps, loweringSteps] = [300, 500] as const;
/** The first of the latter moves prices by such a share of a unit, the last by such. */
const [farthest, nearest] = [1 / 4, 1 / 8192] as const;

function finenessFor({ weight, slotCost }: Problem, unit: number): number {
  const most = (cells: Float64Array): number => cells.reduce((top, each) => Math.max(top, Math.abs(each)), 0);
  const units = 1 + Math.round((most(weight) + most(slotCost)) / unit);
  return Math.max(1, Math.min(finest, Math.floor(mostExact / units)));
}

/**
 * Proves that no answer holds more units of the first tier than one that is known: prices for that tier alone leave less
 * than one unit more, and there are only whole ones. Null where they leave more.
 */
export function counted(problem: Problem, counting: Counting): Count | null {
  const { unit, priced, taken, spent } = counting;
  const fineness = finenessFor(problem, unit);
  const units = readBy(problem, (value) => fineness * Math.round(value / unit));
  const held = objectiveOf(units, taken);
  const market = dayMarketOf(units);
  const isProven = ({ value }: DayBound): boolean => value < held + BigInt(fineness);
  const price = counting.price.map((each) => Math.max(0, Math.round((each / priced) * fineness)));
  let bound = boundAt(market, price);
  const settle = (): void => {
    const objective = held + BigInt(Math.floor(fineness / 2));
    const mayGoOn = (): boolean => spent() < 1;
    bound = settledPrices(market, rowsOf(market), { from: bound, objective, steps: settlingSteps, mayGoOn });
  };
  settle();
  if (!isProven(bound)) {
    const way = { steps: loweringSteps, length: farthest * fineness, last: nearest * fineness };
    bound = loweredInStages(market, bound, { ...way, share: 1, spent });
    settle();
  }
  if (!isProven(bound)) return null;
  const groupPrice = new Float64Array(problem.groupLimit.length);
  return {
    units: held / BigInt(fineness),
    fineness,
    proof: { kind: "prices", requestPrice: bound.price, groupPrice },
  };
}
