import type { Tiers } from "../places/assign.ts";
import { lotOf } from "../places/opening.ts";
import { type Count, counted } from "./dayCeiling.ts";
import { type DayMarket, dayMarketOf, worthOf } from "./dayMarket.ts";
import { mergeInto } from "./dayMerge.ts";
import { boundAt, type DayBound, loweredInStages, polished } from "./dayPrices.ts";
import { type DaysEffort, manySteps, solveDays } from "./dayRounds.ts";
import { answerOf, byPrices, type DaysAnswer, type Proven } from "./daySettled.ts";
import type { Problem } from "../../problem/problem.ts";

/** First tiers worth so many times the room of those below are tried, each in its part of the time allowed. */
const trials = [
  { times: 1, from: 0, to: 0.45 },
  { times: 2, from: 0.6, to: 0.7 },
] as const;

/** Where the first tier is not counted yet after the last trial, cases may go on until such a share of the time is used up. */
const shareUntilCases = 0.95;

/** The first step down moves prices by such a share of the greatest worth. */
const shareOfGreatest = 1 / 12;

const greatestOf = (worth: Float64Array): number => worth.reduce((most, each) => Math.max(most, each), 1);

/** Prices of a problem with a lowered first tier, lifted as if they held whole units of it, which they mostly do. */
const lifted = (price: Float64Array, { unit }: Tiers, low: number): Float64Array =>
  price.map((value) => value + Math.round(value / low) * (unit - low));

/** Time between the trials, for bounds. */
const between = ({ spent }: DaysEffort): number => (spent() - 0.45) / 0.15;

/** Goes down at the full unit: first by shares of the first tier, at last by shares of what is below it. */
function fromAbove(whole: DayMarket, from: DayBound, effort: DaysEffort): DayBound {
  const {
    tiers: { room },
    steps = manySteps,
  } = effort;
  const length = shareOfGreatest * greatestOf(whole.worth);
  const way = { steps: 2 * steps, length, last: room / 8, share: 1 };
  return loweredInStages(whole, from, { ...way, spent: () => between(effort) });
}

/** The bound of all tiers where no answer has more units of the first one, and `rest` bounds what is left at `low` each. */
const byCeiling = (
  { units, fineness, proof: count }: Count,
  { unit, low, rest }: { readonly unit: number; readonly low: number; readonly rest: Proven },
): Proven => ({
  bound: units * BigInt(unit - low) + rest.bound,
  proof: { kind: "ceiling", unit, fineness, price: unit - low, count, rest: rest.proof },
});

/** Marks the pairs of the problem that an answer to the market takes. */
function chosenIn({ weight }: Problem, { origin }: DayMarket, taken: Uint8Array): Uint8Array {
  const chosen = new Uint8Array(weight.length);
  taken.forEach((each, x) => (chosen[origin[x] ?? 0] = each));
  return chosen;
}

/**
 * Solves a problem in which days bind and the first tier outweighs all below it; slots cost nothing of that tier. Prices
 * that must find both tiers at once find them slowly; so the first tier is lowered until a few of its units would pay for what is
 * below, and the answers so found are merged at their full worth. Where prices for the first tier alone prove that no
 * answer has more of it, what bounds the lowered problem bounds the rest; else its prices are lifted to the full worth
 * and brought down there.
 */
export function solveDaysByTiers(problem: Problem, effort: DaysEffort): DaysAnswer {
  const { tiers, spent, enough = 0 } = effort;
  const { unit, room } = tiers;
  if (unit <= 2 * room) return solveDays(problem, effort);
  const whole = dayMarketOf(problem);
  const taken = new Uint8Array(whole.request.length);
  let prices = boundAt(whole, new Float64Array(problem.requestCount).fill(greatestOf(whole.worth)));
  const provenBy = ({ value, price }: DayBound): Proven => ({
    bound: value,
    proof: byPrices(price, problem.groupLimit.length),
  });
  let best = provenBy(prices);
  let count: Count | null = null;
  let [rounds, objective] = [0, 0n];
  for (const { times, from, to } of trials) {
    if (rounds >= effort.rounds) break;
    const low = times * room;
    const cheaper = {
      ...problem,
      weight: problem.weight.map((worth) => lotOf(worth, { unit, room: low })),
    };
    const isCounted = count !== null;
    const length = shareOfGreatest * greatestOf(cheaper.weight);
    const part = {
      length,
      rounds: times === 1 ? Math.ceil(effort.rounds / 2) : effort.rounds - rounds,
      tiers: { unit: low, room },
      spent: () => (spent() - from) / ((isCounted ? 1 : to) - from),
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
    if (lift.value < prices.value) prices = lift;
    const known = { unit, price: found.requestPrice, priced: low, taken: chosenIn(problem, whole, taken) };
    const isLast = times !== 1;
    const spentOnCount = (): number => (isLast ? spent() / shareUntilCases : between(effort));
    count ??= counted(problem, { ...known, byCases: isLast, spent: spentOnCount });
    if (count === null) {
      const mayGoOn = (): boolean => spent() < 1;
      prices = polished(whole, prices, { objective, tiers, mayGoOn });
      if (!isLast && prices.value > objective) prices = fromAbove(whole, prices, effort);
    }
    for (const next of [
      provenBy(prices),
      ...(count === null ? [] : [byCeiling(count, { unit, low, rest: found })]),
    ])
      if (next.bound < best.bound) best = next;
    if (Number(best.bound - objective) < Math.max(1, enough * Number(best.bound))) break;
  }
  return answerOf(problem, whole, { taken, bound: prices, rounds, proven: best });
}
