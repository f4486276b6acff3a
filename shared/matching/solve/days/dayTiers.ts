import type { Tiers } from "../places/assign.ts";
import { lotOf } from "../places/opening.ts";
import { type Count, countOf, unitsIn } from "./dayCeiling.ts";
import { type DayMarket, dayMarketOf, fromMarket, toMarket, worthOf } from "./dayMarket.ts";
import { mergeInto } from "./dayMerge.ts";
import { withMore } from "./dayMore.ts";
import { boundAt } from "./dayPrices.ts";
import { type DaysEffort, solveDays } from "./dayRounds.ts";
import { answerOf, byPrices, type DaysAnswer, type Proven } from "./daySettled.ts";
import type { Problem } from "../../problem/problem.ts";

/**
 * First tiers worth so many times the room of those below are tried, each in its part of the time allowed and in such a share of the
 * rounds that are left; then so many splits count the first tier, until such a share of the time. After the first one more of that
 * tier is sought.
 */
const trials = [
  { times: 1, from: 0, to: 0.25, share: 1 / 2, splits: 0, until: 0.35, sought: 0.85 },
  { times: 2, from: 0.7, to: 0.76, share: 1, splits: 40, until: 0.95, sought: 0 },
] as const;
type Trial = (typeof trials)[number];

/** The first step down moves prices by such a share of the greatest worth. */
const shareOfGreatest = 1 / 12;

const greatestOf = (worth: Float64Array): number => worth.reduce((most, each) => Math.max(most, each), 1);

/** Prices of a problem with a lowered first tier, lifted as if they held whole units of it, which they mostly do. */
const lifted = (price: Float64Array, { unit }: Tiers, low: number): Float64Array =>
  price.map((value) => value + Math.round(value / low) * (unit - low));

/** The bound of all tiers where no answer has more units of the first one, and `rest` bounds what is left at `low` each. */
const byCeiling = (
  { units, fineness, proof: count }: Count,
  { unit, low, rest }: { readonly unit: number; readonly low: number; readonly rest: Proven },
): Proven => ({
  bound: units * BigInt(unit - low) + rest.bound,
  proof: { kind: "ceiling", unit, fineness, price: unit - low, count, rest: rest.proof },
});

/** What is known so far of the first tier, and how many rounds led there. */
interface SoFar {
  readonly count: Count | null;
  readonly rounds: number;
}

/** Solves with a unit of the first tier worth `low`, in the part of the time and of the rounds that a trial has. */
function solvedLower(
  problem: Problem,
  effort: DaysEffort,
  { low, from, to, share, count, rounds }: Trial & SoFar & { readonly low: number },
): DaysAnswer {
  const { spent, splits = 0 } = effort;
  const { unit, room } = effort.tiers;
  const cheaper = { ...problem, weight: problem.weight.map((worth) => lotOf(worth, { unit, room: low })) };
  const end = count?.isBest === true ? 1 : to;
  return solveDays(cheaper, {
    ...effort,
    // While more of the first tier is sought, rounds find it, not cases.
    splits: count?.isBest === false ? 0 : splits,
    length: shareOfGreatest * greatestOf(cheaper.weight),
    rounds: Math.ceil(share * (effort.rounds - rounds)),
    tiers: { unit: low, room },
    spent: () => (spent() - from) / (end - from),
  });
}

/** Picks of a market, prices of a lowered problem and what a trial may take, by which the first tier is counted. */
interface Counting extends Pick<Trial, "splits" | "until" | "sought"> {
  readonly unit: number;
  readonly price: Float64Array;
  readonly priced: number;
  readonly taken: Uint8Array;
  readonly known: Count | null;
  readonly spent: () => number;
}

/** Counts how much of the first tier there can be; where the picks have less, more is sought, and picked where it is found. */
function counted(problem: Problem, market: DayMarket, counting: Counting): Count {
  const { spent, until, sought, ...rest } = counting;
  const { unit } = rest;
  const taken = fromMarket(market, counting.taken, problem.weight.length);
  const count = countOf(problem, { ...rest, taken, spent: () => spent() / until });
  const mayGoOn = (): boolean => spent() < sought;
  if (count.isBest || !mayGoOn()) return count;
  const { price: from, fineness, units: most } = count;
  const more = withMore(problem, { unit, price: from, fineness, taken, most, mayGoOn });
  counting.taken.set(toMarket(market, more.taken));
  const proven = more.proven !== null && more.proven.bound < count.bound ? more.proven : count;
  const units = proven.bound / BigInt(fineness);
  return { ...count, ...proven, units, isBest: BigInt(unitsIn(problem, unit, more.taken)) >= units };
}

/**
 * Solves a problem in which days bind and the first tier outweighs all below it; slots cost nothing of that tier. Prices
 * that must find both tiers at once find them slowly; so the first tier is lowered until a few of its units would pay for what is
 * below, and the answers so found are merged at their full worth. Prices for the first tier alone, and cases with mixtures, tell how much
 * of it an answer has at most, and what bounds the lowered problem bounds the rest.
 */
export function solveDaysByTiers(problem: Problem, effort: DaysEffort): DaysAnswer {
  const { tiers, spent, enough = 0 } = effort;
  const { unit, room } = tiers;
  if (unit <= 2 * room) return solveDays(problem, effort);
  const whole = dayMarketOf(problem);
  const taken = new Uint8Array(whole.request.length);
  let prices = boundAt(whole, new Float64Array(problem.requestCount).fill(greatestOf(whole.worth)));
  let best: Proven = { bound: prices.value, proof: byPrices(prices.price, problem.groupLimit.length) };
  let { count, rounds }: SoFar = { count: null, rounds: 0 };
  for (const trial of trials) {
    if (rounds >= effort.rounds) break;
    const low = trial.times * room;
    const rest = solvedLower(problem, effort, { ...trial, low, count, rounds });
    rounds += rest.rounds;
    mergeInto(whole, taken, toMarket(whole, rest.taken));
    const lift = boundAt(whole, lifted(rest.requestPrice, tiers, low));
    if (lift.value < prices.value) prices = lift;
    const counting = { ...trial, unit, price: rest.requestPrice, priced: low, taken, known: count, spent };
    if (count?.isBest !== true) count = counted(problem, whole, counting);
    const next = byCeiling(count, { unit, low, rest });
    if (next.bound < best.bound) best = next;
    const gap = Number(best.bound - worthOf(whole, taken));
    if (gap < Math.max(1, enough * Number(best.bound))) break;
  }
  return answerOf(problem, whole, { taken, bound: prices, rounds, proven: best });
}
