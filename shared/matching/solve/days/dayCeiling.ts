import { objectiveOf } from "../../problem/answer.ts";
import { mark } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { settledPrices } from "../sized/settlePrices.ts";
import { rowsOf } from "./dayAnswer.ts";
import { type DayMarket, dayMarketOf, toMarket } from "./dayMarket.ts";
import { casesOf } from "./dayCases.ts";
import { boundAt, type DayBound, loweredInStages } from "./dayPrices.ts";
import { byPrices, type Proven } from "./daySettled.ts";

/** How a tier is counted: what a unit of it is worth, and prices that know about it, in which a unit is `priced` so much. */
interface Counting {
  readonly unit: number;
  readonly price: Float64Array;
  readonly priced: number;
  readonly taken: Uint8Array;
  /** What was counted before, if anything, whose prices are better. */
  readonly known: Count | null;
  /** Splits into cases where prices do not suffice. */
  readonly splits: number;
  /** Share of the time for it that is used up. */
  readonly spent: () => number;
}

/** What proves that no answer has more units of a tier, and whether one that is known has as many; `bound` is in fractions of a unit. */
export interface Count extends Proven {
  readonly units: bigint;
  readonly isBest: boolean;
  readonly price: Float64Array;
  readonly fineness: number;
}

/** The first tier alone, in which a unit is worth so much. */
export function firstTierOf(problem: Problem, unit: number, fineness: number): Problem {
  const read = (value: number): number => fineness * Math.round(value / unit);
  return { ...problem, weight: problem.weight.map(read), slotCost: problem.slotCost.map(read) };
}

/** The units of the first tier that an answer has. */
export const unitsIn = ({ weight }: Problem, unit: number, taken: Uint8Array): number =>
  weight.reduce((sum, each, e) => sum + mark(taken, e) * Math.round(each / unit), 0);

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

const pricesFrom = ({ price, priced, known }: Counting, fineness: number): Float64Array =>
  known?.price ?? price.map((each) => Math.max(0, Math.round((each / priced) * fineness)));

/** A tier read in fractions of a unit, what the answer that is known has of it, and the least that would be a unit more. */
interface Fine {
  readonly problem: Problem;
  readonly market: DayMarket;
  readonly fineness: number;
  readonly held: bigint;
  readonly limit: bigint;
}

function finely(problem: Problem, { unit, taken }: Counting): Fine {
  const fineness = finenessFor(problem, unit);
  const units = firstTierOf(problem, unit, fineness);
  const held = objectiveOf(units, taken);
  return { problem, market: dayMarketOf(units), fineness, held, limit: held + BigInt(fineness) };
}

/** Prices that bound the units, from those that know about the tier down to the answer; from farther above where that is of use. */
function countedBy({ market, fineness, held, limit }: Fine, counting: Counting): DayBound {
  const { known, spent } = counting;
  const settle = (from: DayBound): DayBound => {
    const objective = held + BigInt(Math.floor(fineness / 2));
    const mayGoOn = (): boolean => spent() < 1;
    return settledPrices(market, rowsOf(market), { from, objective, steps: settlingSteps, mayGoOn });
  };
  const bound = settle(boundAt(market, pricesFrom(counting, fineness)));
  if (bound.value < limit || known !== null) return bound;
  const way = { steps: loweringSteps, length: farthest * fineness, last: nearest * fineness };
  return settle(loweredInStages(market, bound, { ...way, share: 1, spent }));
}

/** What the better of some prices and what was known proves, less by one unit at a time as far as cases prove that. */
function provenBy({ problem, market, fineness, limit }: Fine, price: DayBound, counting: Counting): Proven {
  const { taken, known, splits, spent } = counting;
  const mayGoOn = (): boolean => spent() < 1;
  const groupCount = problem.groupLimit.length;
  const asked = { unit: fineness, taken: toMarket(market, taken), groupCount, mayGoOn };
  let proven: Proven =
    known !== null && known.bound < price.value
      ? known
      : { bound: price.value, proof: byPrices(price.price, groupCount) };
  for (let most = proven.bound + 1n; proven.bound >= limit && proven.bound < most && mayGoOn();) {
    most = proven.bound - (proven.bound % BigInt(fineness));
    const next = casesOf(market, price.price, { ...asked, limit: most })(splits);
    if (next.bound < proven.bound) proven = next;
  }
  return proven;
}

/**
 * Proves how many units of the first tier an answer holds at most: prices for that tier alone bound them, and there are only
 * whole ones; where that is more than what is known, cases may leave fewer.
 */
export function countOf(problem: Problem, counting: Counting): Count {
  const fine = finely(problem, counting);
  const { fineness, limit } = fine;
  const counted = countedBy(fine, counting);
  const { bound, proof } = provenBy(fine, counted, counting);
  const units = bound / BigInt(fineness);
  return { units, isBest: bound < limit, fineness, price: counted.price, bound, proof };
}
