import { exact, type Groups, whole } from "../problem/cells.ts";
import { minHeap } from "../problem/heap.ts";
import type { Earnings } from "./earnings.ts";
import { endsOf, movesOf } from "./moves.ts";
import type { Solved } from "./standing.ts";
import { together, type Trade } from "./trade.ts";

/** A request that chains come to, and a cost. */
export interface Reached {
  readonly request: number;
  readonly cost: number;
}

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

/** How a lack, or one too many, goes from request to request. */
interface Passing {
  readonly cost: Float64Array;
  /** Where each move passes it on from, and to. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly movesFrom: Groups;
  readonly movesTo: Groups;
  /** What ends it at a request, and the trade that does. */
  readonly endCost: Float64Array;
  readonly endTrade: (request: number) => Trade;
  readonly tradeOf: (move: number) => Trade;
}

/** How far to spread from a request: for less than so much, up to another request, and to so many at most. */
interface Spread {
  readonly request: number;
  readonly under: number;
  readonly until: number;
  readonly most: number;
}

/** So many requests are looked at on the way to another. */
const mostOnTheWay = 12;

function settlingBy(passing: Passing): Settling {
  const { cost, before, after, movesFrom, movesTo, endCost, endTrade, tradeOf } = passing;
  const heap = minHeap();
  const least = endCost.slice();
  const next = new Int32Array(endCost.length).fill(-1);
  least.forEach((each, i) => each < Infinity && heap.push(each, i));
  while (heap.size() > 0) {
    const key = heap.topKey();
    const i = heap.pop();
    if (key > exact(least, i)) continue;
    for (let x = whole(movesTo.start, i); x < whole(movesTo.start, i + 1); x++) {
      const move = whole(movesTo.rows, x);
      const [other, through] = [whole(before, move), key + exact(cost, move)];
      if (through >= exact(least, other)) continue;
      least[other] = through;
      next[other] = move;
      heap.push(through, other);
    }
  }

  const far = new Float64Array(endCost.length).fill(Infinity);
  const by = new Int32Array(endCost.length).fill(-1);
  /** What it takes at least to come to another request from here: what settles it here is no dearer by way of there. */
  const atLeast = (here: number, there: number): number =>
    there < 0 ? 0 : Math.max(0, exact(least, here) - exact(least, there));
  /** Spreads from a request to all that chains reach for less, or up to one of them. */
  const spread = ({ request, under, until, most }: Spread): readonly Reached[] => {
    const reached: Reached[] = [];
    const touched = [request];
    heap.clear();
    far[request] = 0;
    heap.push(0, request);
    while (heap.size() > 0) {
      const key = heap.topKey();
      const i = heap.pop();
      if (key > exact(far, i)) continue;
      reached.push({ request: i, cost: key });
      if (i === until || reached.length === most) break;
      for (let x = whole(movesFrom.start, i); x < whole(movesFrom.start, i + 1); x++) {
        const move = whole(movesFrom.rows, x);
        const [other, through] = [whole(after, move), key + exact(cost, move)];
        if (through >= under) break;
        if (through >= exact(far, other) || through + atLeast(other, until) >= under) continue;
        far[other] = through;
        by[other] = move;
        touched.push(other);
        heap.push(through, other);
      }
    }
    for (const i of touched) far[i] = Infinity;
    return reached;
  };
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
