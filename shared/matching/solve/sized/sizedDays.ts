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
/** The way down before the first dive, and that of a gap that is larger than the room: in shares of room and gap. */
const way = { steps: 60, length: 0.01, halvings: 4 } as const;
const boldWay = { steps: 150, length: 1 / 20, halvings: 3 } as const;
const settlingSteps = 150;

/** A bound and an answer that come nearer to each other. */
interface Approach {
  readonly gap: () => number;
  /** Goes some steps down, lengths in some unit, and then brings the bound down to the answer. */
  readonly down: (pace: typeof way | typeof boldWay, unit: number) => void;
  /** Takes the next dive of a list, lengths in some unit; says whether there was one. */
  readonly dive: (dives: Iterator<Pace, undefined>, unit: number) => boolean;
  /** Whether the last dive found nothing better, and no region has chosen anew since. */
  readonly isInVain: () => boolean;
  readonly chooseAnew: (length: number) => void;
  readonly answer: (rounds: number) => DaysAnswer;
}

function approachFrom(problem: Problem, beginning: Beginning, mayGoOn: () => boolean): Approach {
  const { room } = beginning.tiers;
  const whole = dayMarketOf(problem);
  const rows = rowsOf(whole);
  const lower = (
    from: DayBound,
    { length, ...pace }: typeof way | typeof boldWay,
    unit: number,
  ): DayBound => {
    const spent = (): number => (mayGoOn() ? 0 : 1);
    return lowered(whole, from, { ...pace, length: length * unit, slack: Math.max(room, unit), spent });
  };
  let bound = lower(sizedBound(problem, whole, beginning), way, room);
  let isInVain = false;
  const search = searchFrom(problem, whole, { price: bound.price, room, mayGoOn });
  const settle = (): void => {
    bound = settledPrices(whole, rows, { from: bound, objective: search.objective(), steps: settlingSteps });
  };
  return {
    gap: () => Number(bound.value - search.objective()),
    down: (pace, unit) => {
      bound = lower(bound, pace, unit);
      settle();
    },
    dive: (dives, unit) => {
      const { value: next } = dives.next();
      if (next === undefined) return false;
      const before = search.objective();
      search.dive(bound.price, { ...next, length: next.length * unit });
      isInVain = search.objective() === before;
      settle();
      return true;
    },
    isInVain: () => isInVain,
    chooseAnew: (length) => {
      isInVain = false;
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
 * prices move by shares of that: so far may those of the first tier be off. Without a clock every machine finds
 * the same.
 */
export function solveSizedDays(problem: Problem, beginning: Beginning): DaysAnswer {
  const { room } = beginning.tiers;
  const mayGoOn = (): boolean => (beginning.spent?.() ?? 0) < 1;
  const approach = approachFrom(problem, beginning, mayGoOn);
  const { gap, down, dive, isInVain, chooseAnew } = approach;
  const mayImprove = (): boolean => gap() >= Math.max(1, enough * room) && mayGoOn();
  const [fine, bold] = [fineDives.values(), boldDives.values()];
  const fineRound = (): boolean => {
    chooseAnew(regionLength * room);
    return mayImprove() && dive(fine, room);
  };
  const boldRound = (): boolean => {
    down(boldWay, gap());
    if (!mayImprove()) return false;
    if (!isInVain()) return dive(bold, gap());
    chooseAnew(boldWay.length * gap());
    return true;
  };
  dive(fine, room);
  let rounds = 1;
  while (rounds < tries && mayImprove() && (gap() > room ? boldRound() : fineRound())) rounds++;
  return approach.answer(rounds);
}
