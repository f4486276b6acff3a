import { exact, whole } from "../problem/cells.ts";
import type { Earnings } from "./earnings.ts";
import { endsOf, movesOf } from "./moves.ts";
import { endsFrom, type Reached, type Routes, spreaderOn } from "./routes.ts";
import type { Solved } from "./standing.ts";
import { together, type Trade } from "./trade.ts";

/** Moves one after another, and what they cost at the prices that prove the run. */
interface Chain {
  readonly trade: Trade;
  readonly cost: number;
}

/** The cheapest ways, from each request on, to settle that it has one too few or one too many. */
export interface Settling {
  /** What settling it would cost, at the prices that prove the run. */
  readonly costOf: (request: number) => number;
  /** The moves of it, one after another. */
  readonly tradeOf: (request: number) => Trade;
  /** So many requests at most that chains of moves pass it on to, itself first, with what settling it there still costs. */
  readonly around: (request: number, count: number) => readonly Reached[];
  /** The cheapest chain of moves that passes it on to another request, for less than so much; null where there is none. */
  readonly chainTo: (request: number, other: number, under: number) => Chain | null;
}

/** The cheapest ways to fill one more place of each request, and to clear one where somebody has come in addition. */
export interface Reroutes {
  readonly filling: Settling;
  readonly clearing: Settling;
}

/** How a lack, or one too many, goes from request to request, what ends it at one, and the trades that do. */
interface Passing extends Routes {
  readonly endTrade: (request: number) => Trade;
  readonly tradeOf: (move: number) => Trade;
}

/** So many requests are looked at on the way to another. */
const mostOnTheWay = 12;

function settlingBy(passing: Passing): Settling {
  const { before, after, endTrade, tradeOf } = passing;
  const ends = endsFrom(passing);
  const { least, next } = ends;
  const { spread, by } = spreaderOn(passing, ends);
  return {
    costOf: (request) => exact(least, request),
    tradeOf: (request) => {
      const trades: Trade[] = [];
      let i = request;
      for (let move = whole(next, i); move >= 0; move = whole(next, i)) {
        trades.push(tradeOf(move));
        i = whole(after, move);
      }
      return together([...trades, endTrade(i)]);
    },
    around: (request, count) => {
      const most = exact(least, request);
      const reached = most < Infinity ? spread({ request, under: most, until: -1, most: count }) : [];
      // What lies farther off stays as it is: those around settle no more than comes before it.
      const settled = reached.length === count ? (reached.at(-1)?.cost ?? 0) : most;
      return reached.flatMap(({ request: other, cost: far }) =>
        far < settled ? [{ request: other, cost: settled - far }] : [],
      );
    },
    chainTo: (request, other, under) => {
      const last = spread({ request, under, until: other, most: mostOnTheWay }).at(-1);
      if (last?.request !== other) return null;
      const trades: Trade[] = [];
      for (let i = other; i !== request; i = whole(before, whole(by, i))) trades.push(tradeOf(whole(by, i)));
      return { trade: together(trades), cost: last.cost };
    },
  };
}

/**
 * Finds the cheapest chains of moves by which one more place of each request is filled, and by which somebody is found
 * other work or leaves it where it has one too many: shortest paths from request to request, all of them at once. Limits
 * that a chain meets twice, and those of groups, are not asked. Idea: Dijkstra 1959 on costs reduced by prices.
 */
export function reroutesOf(solved: Solved, earnings: Earnings): Reroutes {
  const ends = endsOf(solved, earnings);
  const moves = movesOf(solved, earnings, ends);
  const { takenAt, givenAt, into, outOf } = moves;
  const shared = {
    cost: moves.cost,
    tradeOf: (move: number): Trade => ({ won: [whole(moves.taken, move)], lost: [whole(moves.given, move)] }),
  };
  return {
    filling: settlingBy({
      ...shared,
      before: takenAt,
      after: givenAt,
      movesFrom: into,
      movesTo: outOf,
      endCost: ends.fillCost,
      endTrade: (i) => ({ lost: [], won: ends.filler(i) }),
    }),
    clearing: settlingBy({
      ...shared,
      before: givenAt,
      after: takenAt,
      movesFrom: outOf,
      movesTo: into,
      endCost: ends.clearCost,
      endTrade: (i) => ({ lost: ends.leaver(i), won: [] }),
    }),
  };
}
