import type { Tiers } from "../places/assign.ts";
import { type DayAnswer, emptyAnswer } from "./dayAnswer.ts";
import { type ChainEffort, improveByDayChains } from "./dayChains.ts";
import { doubtOn } from "./dayDoubt.ts";
import { exchangerOn } from "./dayExchanger.ts";
import { dayMarketOf, peopleOf } from "./dayMarket.ts";
import { type Narrowed, narrowed } from "./dayNarrowing.ts";
import { lowestBound, polished } from "./dayPrices.ts";
import { improveRegions } from "./dayRegions.ts";
import { answerOf, type DaysAnswer } from "./daySettled.ts";
import { dived, takeOver } from "./dayTries.ts";
import type { Problem } from "../../problem/problem.ts";

/** How far a search over days goes. */
export interface DaysEffort {
  readonly tiers: Tiers;
  /** Rounds at most; the same number gives the same answer as long as the time does not run out. */
  readonly rounds: number;
  /** Share of the time allowed that is used up; from 1 on the work ends with the best answer so far. */
  readonly spent: () => number;
  /** What the worth of every answer is a multiple of; 1 unless told. */
  readonly grain?: number;
  /** A gap to the bound, as a share of it, at which to stop; none unless told. */
  readonly enough?: number;
  /** Steps down from above before the first dive; many unless told. */
  readonly steps?: number;
  /** How far the first of them moves prices; a quarter of the room below the first tier unless told. */
  readonly length?: number;
  /** Pairs that earn so much less than nothing at the prices, as a share of the room below the first tier, rest. */
  readonly slack?: number;
  /** Splits into cases after each round that found nothing better; none unless told. */
  readonly splits?: number;
}

const shareForBound = 0.35;
/** Steps down from above unless told. */
export const manySteps = 250;
/** The first dive makes haste: where prices tell almost all, slower ones find no more. */
const shareAtFirst = 0.3;
/** Dives differ in how far prices move, as shares of the room below the first tier, in steps and in haste. */
const [lengths, steps, shares] = [
  [0.02, 0.01, 0.04, 0.005, 0.03],
  [12, 16, 8],
  [0.1, 0.05],
] as const;
const nth = (values: readonly number[], at: number): number => values[at % values.length] ?? 0;
/** People who choose anew together, in one round over the regions after another. */
const regionSizes = [30, 60, 120, 240] as const;
/** The same as shares of everybody, where there are few. */
const regionShares = [0.3, 0.2, 0.4, 0.6] as const;

/** Moves tried for each open place by chains after a dive, and after a round over the regions. */
const [movesOfDive, movesOfRegions] = [50, 500] as const;
/** Exchanges looked at from each beginning in the first rounds; as many more in each turn. */
const looksAtFirst = 300;

/** A search for an answer: what it works on, the prices and the pace by which it does, and the best answer so far. */
interface Searching {
  readonly ground: Narrowed;
  readonly price: Float64Array;
  readonly room: number;
  readonly slack: number;
  readonly mayGoOn: () => boolean;
  readonly exchange: ReturnType<typeof exchangerOn>;
  readonly answer: DayAnswer;
}

const chainsFor = ({ price, room, mayGoOn }: Searching, moves: number): ChainEffort => ({
  depth: 12,
  moves,
  slack: room / 20,
  price,
  mayGoOn,
});

/** Dives from the prices, improves what comes of it, and takes over what is better in any part. */
function diveAgain(searching: Searching, turn: number): void {
  const { ground, price, room, slack, mayGoOn, exchange, answer } = searching;
  const next = dived(ground, {
    price,
    length: nth(lengths, turn) * room,
    slack,
    steps: nth(steps, turn),
    share: turn === 0 ? shareAtFirst : nth(shares, turn),
    mayGoOn,
  });
  improveByDayChains(ground, next, chainsFor(searching, movesOfDive));
  exchange(next, (turn + 1) * looksAtFirst);
  takeOver(ground, answer, next);
}

/** Has people of one region after another choose anew, and improves what comes of it. */
function chooseByRegions(searching: Searching, turn: number): void {
  const { ground, price, room, slack, mayGoOn, exchange, answer } = searching;
  const everybody = peopleOf(ground.market).length;
  const people = Math.min(nth(regionSizes, turn), Math.ceil(nth(regionShares, turn) * everybody));
  improveRegions(ground, answer, { price, people, length: nth(lengths, turn) * room, slack, mayGoOn });
  improveByDayChains(ground, answer, chainsFor(searching, movesOfRegions));
  exchange(answer, (turn + 1) * looksAtFirst);
}

/**
 * Solves a problem in which days bind, without groups, slots costing nothing or more. From above: a Lagrangian
 * bound. From below: dives from its prices, improved by chains and exchanges and merged part by part, and then dives
 * anew in region after region where the prices say that something is missing.
 */
export function solveDays(problem: Problem, effort: DaysEffort): DaysAnswer {
  const { tiers, rounds, spent, grain = 1, enough = 0, steps: down = manySteps, splits = 0 } = effort;
  const { room } = tiers;
  const slack = (effort.slack ?? 0.5) * room;
  const mayGoOn = (): boolean => spent() < 1;
  const whole = dayMarketOf(problem);
  const way = { tiers, steps: down, length: effort.length ?? room / 4, spent, share: shareForBound };
  let bound = lowestBound(problem, whole, way);
  const ground = narrowed(whole, { price: bound.price, slack, lead: slack });
  const price = ground.priceFrom(bound.price);
  const answer = emptyAnswer(ground.market, ground.rows);
  let objective = 0n;
  const proof = doubtOn(problem, whole, { splits, grain, mayGoOn });
  let proven = proof({ objective, taken: () => new Uint8Array(0), bound });
  const isClose = (worth: bigint): boolean =>
    Number(proven.bound - worth) < Math.max(grain, enough * Number(proven.bound));
  const exchange = exchangerOn(ground, { price, room, mayGoOn: (worth) => mayGoOn() && !isClose(worth) });
  const searching = { ground, price, room, slack, mayGoOn, exchange, answer };
  let round = 0;
  for (; round < rounds && !isClose(objective) && (round === 0 || mayGoOn()); round++) {
    const turn = Math.floor(round / 2);
    if (round % 2 === 0) diveAgain(searching, turn);
    else chooseByRegions(searching, turn);
    objective = answer.worth();
    bound = polished(whole, bound, { objective, tiers, mayGoOn });
    proven = proof({ objective, taken: () => ground.lifted(answer.taken), bound });
  }
  return answerOf(problem, whole, { taken: ground.lifted(answer.taken), bound, rounds: round, proven });
}
