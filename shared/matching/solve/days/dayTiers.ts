import { lotOf, type Tiers } from "../places/assign.ts";
import { type DayMarket, dayMarketOf, worthOf } from "./dayMarket.ts";
import { mergeInto } from "./dayMerge.ts";
import { boundAt, type DayBound, loweredInStages, polished } from "./dayPrices.ts";
import { answerOf, type DaysAnswer } from "./daySettled.ts";
import { type DaysEffort, manySteps, solveDays } from "./dayRounds.ts";
import type { Problem } from "../../problem/problem.ts";

/** First tiers worth so many times the room of those below are tried, each in its part of the time allowed. */
const trials = [
  { times: 1, from: 0, to: 0.45 },
  { times: 2, from: 0.6, to: 1 },
] as const;

/** The first step down moves prices by such a share of the greatest worth. */
const shareOfGreatest = 1 / 12;

const greatestOf = (worth: Float64Array): number => worth.reduce((most, each) => Math.max(most, each), 1);

/** Prices of a problem with a lowered first tier, lifted as if they held whole units of it, which they mostly do. */
const lifted = (price: Float64Array, { unit }: Tiers, low: number): Float64Array =>
  price.map((value) => value + Math.round(value / low) * (unit - low));

/** Goes down at the full unit: first by shares of the first tier, at last by shares of what is below it. */
function fromAbove(
  whole: DayMarket,
  from: DayBound,
  { tiers, spent, steps = manySteps }: DaysEffort,
): DayBound {
  const { room } = tiers;
  const length = shareOfGreatest * greatestOf(whole.worth);
  const way = { steps: 2 * steps, length, last: room / 8, share: 1 };
  return loweredInStages(whole, from, { ...way, spent: () => (spent() - 0.45) / 0.15 });
}

/**
 * Solves a problem in which days bind and the first tier outweighs all below it. Prices that must find both
 * tiers at once find them slowly; so the first tier is lowered until a few of its units would pay for what is
 * below, the answers so found are merged at their full worth, and the prices lifted to it. What the bound says
 * is said of the full worth.
 */
export function solveDaysByTiers(problem: Problem, effort: DaysEffort): DaysAnswer {
  const { tiers, spent, enough = 0 } = effort;
  const { unit, room } = tiers;
  if (unit <= 2 * room) return solveDays(problem, effort);
  const whole = dayMarketOf(problem);
  const taken = new Uint8Array(whole.request.length);
  let bound = boundAt(whole, new Float64Array(problem.requestCount).fill(greatestOf(whole.worth)));
  let [rounds, objective] = [0, 0n];
  for (const { times, from, to } of trials) {
    if (rounds >= effort.rounds) break;
    const low = times * room;
    const cheaper = {
      ...problem,
      weight: problem.weight.map((worth) => lotOf(worth, { unit, room: low })),
    };
    const length = shareOfGreatest * greatestOf(cheaper.weight);
    const part = {
      length,
      rounds: times === 1 ? Math.ceil(effort.rounds / 2) : effort.rounds - rounds,
      tiers: { unit: low, room },
      spent: () => (spent() - from) / (to - from),
    };
    const found = solveDays(cheaper, { ...effort, ...part });
    rounds += found.rounds;
    mergeInto(
      whole,
      taken,
      Uint8Array.from(whole.origin, (e) => found.taken[e] ?? 0),
    );
    objective = worthOf(whole, taken);
    const lift = boundAt(whole, lifted(found.requestPrice, tiers, low));
    if (lift.value < bound.value) bound = lift;
    const mayGoOn = (): boolean => spent() < 1;
    bound = polished(whole, bound, { objective, tiers, mayGoOn });
    if (times === 1 && bound.value > objective) bound = fromAbove(whole, bound, effort);
    if (Number(bound.value - objective) < Math.max(1, enough * Number(bound.value))) break;
  }
  return answerOf(problem, whole, { taken, bound, rounds });
}
