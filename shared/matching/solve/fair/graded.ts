import { isWithinLimits } from "../../problem/answer.ts";
import { mark, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";
import { dayMarketOf } from "../days/dayMarket.ts";
import { mergeInto } from "../days/dayMerge.ts";
import { solveDaysByTiers } from "../days/dayTiers.ts";
import { fairerBy } from "./fairerBy.ts";
import { isFairer, placesOf, type TieredPart } from "./fairer.ts";

/** Of two places the lower one weighs twice as much where such a share of all levels lies between them. */
const halfOfLevels = 1 / 100;
/** What a place weighs at the level from which grades begin, and what one that is filled is worth. */
const [lowest, filled] = [2 ** 20, 2 ** 21] as const;
/** A unit of the first tier. */
const tierUnit = 2 ** 27;
/** Rounds of the search. */
const rounds = 4;
/** Numbers of the search stay below this. */
const mostExact = 2 ** 46;

/** A power of a half, along a line from one halving to the next: powers may differ between machines. */
function halvedBy(times: number): number {
  const halvings = Math.floor(times);
  let share = 1 - (times - halvings) / 2;
  for (let each = 0; each < halvings; each++) share /= 2;
  return share;
}

/**
 * Looks for a fairer answer to a whole part at once: below the units of the first tier and the places filled each place
 * weighs the more the lower its level is, from that of the worst place on, so that the best total of such weights is nearly
 * the fairest answer. What is found is merged with the answer in hand. Gives that one where nothing is fairer, or what is
 * found breaks a limit of groups, which the search does not know.
 */
export function graded(part: TieredPart): Uint8Array {
  const { first, levelOf, begin, unit } = part;
  // The search knows no least loads.
  if (first.slotCost.some((cost) => cost !== 0)) return begin;
  const from = placesOf(levelOf, begin)[0] ?? 0;
  const highest = levelOf.reduce((most, level) => Math.max(most, level), from + 1);
  const half = Math.max(1, highest * halfOfLevels);
  const grade = levelOf.map((level) => Math.round(lowest * halvedBy(Math.max(0, level - from) / half)));
  const never = first.dayCapacity.reduce((most, days) => Math.max(most, days), 0) + 1;
  const need = first.need.map((days, e) => (whole(levelOf, e) < from ? never : days));
  const weigh = (worth: number, e: number): number =>
    tierUnit * Math.round(worth / unit) + filled - whole(grade, e);
  const problem: Problem = { ...first, need, weight: first.weight.map(weigh) };
  if (problem.weight.some((worth) => worth > mostExact)) return begin;
  const tiers = { unit: tierUnit, room: filled };
  const { taken } = solveDaysByTiers(problem, { tiers, rounds, spent: () => 0 });
  const market = dayMarketOf(problem);
  const inMarket = (answer: Uint8Array): Uint8Array => Uint8Array.from(market.origin, (e) => mark(answer, e));
  const merged = inMarket(begin);
  mergeInto(market, merged, inMarket(taken));
  const next = new Uint8Array(begin.length);
  merged.forEach((each, x) => (next[whole(market.origin, x)] = each));
  const found = fairerBy(part, next);
  return isWithinLimits(first, found) && isFairer(part, found, begin) ? found : begin;
}
