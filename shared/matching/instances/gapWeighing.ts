import type { GapInstance } from "./gapText.ts";
import type { Tiers } from "../solve/places/assign.ts";

/** How pairs are weighed: an assigned request outweighs all costs, and prices may be finer than costs. */
export interface Weighing {
  readonly fine: number;
  readonly perRequest: number;
  readonly least: number;
  readonly span: number;
}

const largestTotal = 2 ** 51;
/** Prices are whole numbers; costs are multiplied so that prices can be this much finer where totals allow. */
const finest = 1000;

/** Weighs the pairs of an instance; null where totals would not be exact. */
export function weighingOf({ cost, requestCount }: GapInstance): Weighing | null {
  let [least, most] = [Infinity, -Infinity];
  for (const value of cost) [least, most] = [Math.min(least, value), Math.max(most, value)];
  if (cost.length === 0) [least, most] = [0, 0];
  const span = most - least;
  const perRequest = 1 + (requestCount + 1) * span;
  const fine = Math.min(finest, Math.floor(largestTotal / (perRequest * (requestCount + 1))));
  return fine < 1 ? null : { fine, perRequest, least, span };
}

/** What a pair of some cost is worth. */
export const weightOf = ({ fine, perRequest, least }: Weighing, cost: number): number =>
  fine * (perRequest - (cost - least));

/** The first tier counts what the dearest pair is worth, so that every pair is in it once. */
export const tiersOf = ({ fine, perRequest, span }: Weighing): Tiers => ({
  unit: fine * (perRequest - span),
  room: Math.max(1, 2 * fine * span),
});
