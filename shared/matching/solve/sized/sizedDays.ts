import type { Problem } from "../../problem/problem.ts";
import { rowsOf } from "../days/dayAnswer.ts";
import { dayMarketOf } from "../days/dayMarket.ts";
import { type DayBound, lowered } from "../days/dayPrices.ts";
import { answerOf, type DaysAnswer } from "../days/daySettled.ts";
import { settledPrices } from "./settlePrices.ts";
import { type Beginning, sizedBound } from "./sizedPrices.ts";
import { type Pace, searchFrom } from "./sizedSearch.ts";

/** Dives while only fit is missing: how far prices move, as shares of the room below the first tier. */
const fineDives: readonly Pace[] = [
  { length: 0.01, steps: 8, share: 0.3 },
  { length: 0.02, steps: 12, share: 0.1 },
  { length: 0.005, steps: 8, share: 0.1 },
  { length: 0.03, steps: 16, share: 0.05 },
];
/** How far prices move meanwhile where regions choose anew. */
const regionLength = 0.02;
/** Dives while more is missing: the same, as shares of what is missing. */
const boldDives = [1 / 20, 1 / 100, 1 / 10, 1 / 50, 1 / 5, 1 / 20, 1 / 100, 1 / 10].map(
  (length, turn): Pace =>
    turn % 2 === 0 ? { length, steps: 12, share: 0.1 } : { length, steps: 16, share: 0.05 },
);
const tries = 9;
/** A gap of such a share of the room is small enough. */
const enough = 0.02;
/** A way down: steps, how far the first of them moves prices, as a share of some unit, and how often that is halved. */
export interface Way {
  readonly steps: number;
  readonly length: number;
  readonly halvings: number;
}

/** The way down before the first dive, in shares of the room; and each stage of the way down while more is missing. */
export const [way, stage]: readonly [Way, Way] = [
  { steps: 60, length: 0.01, halvings: 4 },
  { steps: 250, length: 1 / 20, halvings: 8 },
];
/** The unit of the first stage, in what is missing, and of each later one, in that of the one before. */
const [farthest, nearer] = [16, 1 / 8] as const;
/** How far prices move where regions choose anew while more is missing, as a share of that. */
const boldLength = 1 / 20;
export const settlingSteps = 150;
/** Pairs that may be looked at in one part, about two minutes' work: where no clock ends the search, this does. */
const mostLooks = 8e9;

/** A bound and an answer that come nearer to each other. */
interface Approach {
  readonly mayGoOn: () => boolean;
  readonly gap: () => number;
  /** Goes down in stages, from far more than what is missing to what fit can be. */
  readonly down: () => void;
  /** Dives from the prices; says whether that made the answer better. */
  readonly dive: (pace: Pace) => boolean;
  /** Has regions choose anew where something is missing. */
  readonly chooseAnew: (length: number) => void;
  readonly answer: (rounds: number) => DaysAnswer;
}

function approachFrom(problem: Problem, beginning: Beginning): Approach {
  const { room } = beginning.tiers;
  const { spent: byClock, looks = mostLooks } = beginning;
  const whole = dayMarketOf(problem);
  const rows = rowsOf(whole);
  const mayGoOn = (): boolean => whole.work.looks < looks && (byClock?.() ?? 0) < 1;
  const spent = (): number => (mayGoOn() ? 0 : 1);
  const lower = (from: DayBound, { length, ...pace }: Way, unit: number): DayBound =>
    lowered(whole, from, { ...pace, length: length * unit, slack: unit, spent });
  let bound = lower(sizedBound(problem, whole, beginning), way, room);
  const search = searchFrom(problem, whole, { price: bound.price, room, mayGoOn });
  const gap = (): number => Number(bound.value - search.objective());
  const settle = (): void => {
    bound = settledPrices(whole, rows, { from: bound, objective: search.objective(), steps: settlingSteps });
  };
  return {
    mayGoOn,
    gap,
    down: () => {
      for (let unit = farthest * gap(); unit > room / 2; unit *= nearer)
        bound = lower(bound, stage, Math.max(room, unit));
      settle();
    },
    dive: (pace) => {
      const before = search.objective();
      search.dive(bound.price, pace);
      settle();
      return search.objective() > before;
    },
    chooseAnew: (length) => {
      search.chooseAnew(bound.price, length);
      settle();
    },
    answer: (rounds) => answerOf(problem, whole, { taken: search.taken(), bound, rounds }),
  };
}

/**
 * Solves a problem in which days or groups bind, at the full worth of all tiers. Prices come from exact answers
 * with sized slots and from some steps down; answers from dives at these prices, from chains and from regions that
 * choose anew; and the prices are then brought down to the answer. While more is missing than what fit can be,
 * prices of the first tiers may be off by many times that: they go down once in stages, each of an eighth of the
 * lengths of the one before, and dives move them by shares of what is missing. Without a clock every machine finds
 * the same.
 */
export function solveSizedDays(problem: Problem, beginning: Beginning): DaysAnswer {
  const { room } = beginning.tiers;
  const approach = approachFrom(problem, beginning);
  const { gap, down, dive, chooseAnew } = approach;
  const mayImprove = (): boolean => gap() >= Math.max(1, enough * room) && approach.mayGoOn();
  const [fine, bold] = [fineDives.values(), boldDives.values()];
  let [wentDown, isInVain] = [false, false];
  const diveNext = (dives: Iterator<Pace, undefined>, unit: number): boolean => {
    const { value: pace } = dives.next();
    if (pace === undefined) return false;
    isInVain = !dive({ ...pace, length: pace.length * unit });
    return true;
  };
  const fineRound = (): boolean => {
    chooseAnew(regionLength * room);
    return mayImprove() && diveNext(fine, room);
  };
  const boldRound = (): boolean => {
    if (wentDown && !isInVain) return diveNext(bold, gap());
    if (wentDown) chooseAnew(boldLength * gap());
    else down();
    [wentDown, isInVain] = [true, false];
    return true;
  };
  diveNext(fine, room);
  let rounds = 1;
  while (rounds < tries && mayImprove() && (gap() > room ? boldRound() : fineRound())) rounds++;
  return approach.answer(rounds);
}
