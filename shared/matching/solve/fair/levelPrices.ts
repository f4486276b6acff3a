import type { WeightOfLevel } from "../../problem/grades.ts";
import type { Problem } from "../../problem/problem.ts";
import { rowsOf } from "../days/dayAnswer.ts";
import { type DayMarket, dayMarketOf } from "../days/dayMarket.ts";
import { type DayBound, loweredInStages, lowestBound } from "../days/dayPrices.ts";
import { settledPrices } from "../sized/settlePrices.ts";
import type { Part } from "./fairer.ts";

/** How a pair is worth: so many times what it is in the first tier, and so much, less what its level weighs. */
export interface LevelWorth {
  readonly scale: number;
  readonly perPlace: number;
  readonly weightOf: WeightOfLevel;
}

/** A part with its pairs so weighed; those that are out of the question fit nobody. */
export function weighed(
  { first, levelOf }: Pick<Part, "first" | "levelOf">,
  { scale, perPlace, weightOf }: LevelWorth,
): Problem {
  const never = first.dayCapacity.reduce((most, days) => Math.max(most, days), 0) + 1;
  const weights = Array.from(levelOf, weightOf);
  const need = first.need.map((days, e) => (weights[e] === null ? never : days));
  const weight = first.weight.map((worth, e) => scale * worth + perPlace - (weights[e] ?? 0));
  return { ...first, need, weight, slotCost: first.slotCost.map((cost) => scale * cost) };
}

/** Steps down before and in the stages, and those that bring the bound down to what is aimed at. */
const [firstSteps, stagedSteps, settlingSteps] = [60, 1500, 300] as const;
/** The first step moves prices by such a share of a unit, the last by about such. */
const [farthest, nearest] = [1 / 4, 1 / 8192] as const;

/** The tightest bound that is found, going down until it is as low as what is aimed at; `unit` is a unit of the first tier. */
export function tightest(
  problem: Problem,
  { unit, aim }: { readonly unit: number; readonly aim: bigint },
): { readonly market: DayMarket; readonly bound: DayBound } {
  const market = dayMarketOf(problem);
  const spent = (): number => 0;
  const length = farthest * unit;
  const tiers = { unit, room: unit };
  const above = lowestBound(problem, market, { tiers, steps: firstSteps, length, spent, share: 1 });
  const way = { steps: stagedSteps, length, last: nearest * unit, share: 1, enough: aim, spent };
  const from = loweredInStages(market, above, way);
  return {
    market,
    bound: settledPrices(market, rowsOf(market), { from, objective: aim, steps: settlingSteps }),
  };
}
