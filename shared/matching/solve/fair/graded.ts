import type { LevelsProof } from "../../certificate/fairProof.ts";
import { isWithinLimits, objectiveOf } from "../../problem/answer.ts";
import { gradesFrom, heaviest, type WeightOfLevel, weightOfPlaces } from "../../problem/grades.ts";
import { dayMarketOf, fromMarket, toMarket } from "../days/dayMarket.ts";
import { mergeInto } from "../days/dayMerge.ts";
import { solveDays } from "../days/dayRounds.ts";
import { byPrices } from "../days/daySettled.ts";
import { fairerBy } from "./fairerBy.ts";
import { isFairer, type Part, placesOf, type TieredPart } from "./fairer.ts";
import { type LevelWorth, tightest, weighed } from "./levelPrices.ts";

/** Rounds of a search, and searches at most: another begins where places weigh little, so much has the worst one risen. */
const [rounds, searches, light] = [4, 2, heaviest / 8] as const;
/** While answers are merged a unit of the first tier is worth so many of the heaviest places, and one that is filled two. */
const mergedUnit = 128;
/** What pairs are worth then stays below this. */
const mostExact = 2 ** 46;

/** How a pair is worth where a unit of the first tier is worth about so many of the heaviest places, and one that is filled so many. */
const worthBy = (
  { unit }: TieredPart,
  weightOf: WeightOfLevel,
  [perUnit, perPlace]: readonly [number, number],
): LevelWorth => ({
  scale: Math.ceil((perUnit * heaviest) / unit),
  perPlace: perPlace * heaviest,
  weightOf,
});

/** Takes over what is better in another answer, part by part. */
function merged(part: TieredPart, weightOf: WeightOfLevel, other: Uint8Array): Uint8Array {
  const market = dayMarketOf(weighed(part, worthBy(part, weightOf, [mergedUnit, 2])));
  const answer = toMarket(market, part.begin);
  mergeInto(market, answer, toMarket(market, other));
  return fromMarket(market, answer, part.begin.length);
}

/** Whether an answer is worth more in the first tier, else has a better worst place, else weighs less. */
function isBetter({ first, levelOf }: Part, a: Uint8Array, b: Uint8Array): boolean {
  const [more, less] = [objectiveOf(first, a), objectiveOf(first, b)];
  const [mine, other] = [placesOf(levelOf, a)[0] ?? 0, placesOf(levelOf, b)[0] ?? 0];
  if (more !== less || mine !== other) return more > less || (more === less && mine > other);
  const grades = gradesFrom(mine, levelOf);
  return (weightOfPlaces(levelOf, a, grades) ?? 0) < (weightOfPlaces(levelOf, b, grades) ?? 0);
}

/** A search from an answer: the best total of prices at which a unit of the first tier buys off two of the heaviest places. */
function searched(part: TieredPart): Uint8Array {
  const { first, levelOf, begin } = part;
  const weightOf = gradesFrom(placesOf(levelOf, begin)[0] ?? 0, levelOf);
  const problem = weighed(part, worthBy(part, weightOf, [2, 2]));
  const tiers = { unit: 2 * heaviest, room: 2 * heaviest };
  const { taken } = solveDays(problem, { tiers, rounds, spent: () => 0 });
  const next = merged(part, weightOf, taken);
  const found = [next, fairerBy(part, next)].filter(
    (each) => isWithinLimits(first, each) && isFairer(part, each, begin),
  );
  return found.reduce((best, each) => (isBetter(part, each, best) ? each : best), found[0] ?? begin);
}

/**
 * Looks for a fairer answer to a whole part at once: each place weighs the more the lower its level is, from that of the worst
 * place on, and the least such weight beside the first tier is looked for like any best total. Gives the answer in hand where
 * nothing is fairer, or what is found breaks a limit of groups, which the search does not know.
 */
export function graded(part: TieredPart): Uint8Array {
  let { begin } = part;
  const units = part.first.weight.reduce((most, worth) => Math.max(most, worth), 0) / part.unit;
  // The search knows no least loads.
  if (part.first.slotCost.some((cost) => cost !== 0) || mergedUnit * heaviest * units > mostExact)
    return begin;
  const worstOf = (answer: Uint8Array): number => placesOf(part.levelOf, answer)[0] ?? 0;
  for (let search = 0; search < searches; search++) {
    const weightOf = gradesFrom(worstOf(begin), part.levelOf);
    begin = searched({ ...part, begin });
    if ((weightOf(worstOf(begin)) ?? 0) >= light) break;
  }
  return begin;
}

/** Proves how little the places of any answer weigh that is as good in the first tier and has no worse worst place. */
export function gradedProof(part: TieredPart, taken: Uint8Array): LevelsProof {
  const weightOf = gradesFrom(placesOf(part.levelOf, taken)[0] ?? 0, part.levelOf);
  const worth = worthBy(part, weightOf, [1, 1]);
  const problem = weighed(part, worth);
  const { bound } = tightest(problem, { unit: heaviest, aim: objectiveOf(problem, taken) });
  return { ...worth, proof: byPrices(bound.price, problem.groupLimit.length) };
}
