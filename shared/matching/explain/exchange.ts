import { exact, whole } from "../problem/cells.ts";
import type { Earnings } from "./earnings.ts";
import type { Reroutes } from "./reroute.ts";
import { isFreeFor, type Solved } from "./standing.ts";
import { type Cost, together, type Trade, traderOf } from "./trade.ts";

/** Somebody put in the place that another gives up, with what that would cost the run. */
export interface Exchange extends Trade {
  readonly cost: Cost;
  /** Pairs that the person would give up for it. */
  readonly givenUp: readonly number[];
}

/** Works out what it would take to put others in the places of a run. */
export interface Exchanges {
  /** Whether the person of a pair could take the place that another pair gives up, all else staying as it is. */
  readonly isFree: (pair: number, leaving: number) => boolean;
  /** Whether the person of a pair has room for it, or work of the run to give up that makes room. */
  readonly couldHaveRoom: (pair: number) => boolean;
  /**
   * Of the exchanges found that propose the person of a pair in the place of another the one that prices estimate to be
   * the cheapest and all of whose steps can be made; null when there is none. Whoever gives up a place may find other
   * work, and that may move others in turn.
   */
  readonly instead: (pair: number, leaving: number) => Exchange | null;
}

/** What is known of the run that exchanges are looked for in. */
export interface Around extends Reroutes {
  readonly earnings: Earnings;
}

/** A trade that comes to mind, and what it is estimated to cost at the prices that prove the run. */
interface Way {
  readonly estimate: number;
  readonly trade: () => Trade;
}

/** A pair to be proposed in the place of another, and what its person could give up for it. */
interface Asked {
  readonly pair: number;
  readonly leaving: number;
  readonly givens: readonly (readonly number[])[];
}

/** Work that people could give up so as to have room for a pair. */
function makingRoom(solved: Solved): (pair: number) => readonly (readonly number[])[] {
  const { problem } = solved.encoded;
  return (pair) => {
    const j = whole(problem.practitioner, pair);
    const makesRoom = (given: readonly number[]): boolean => {
      let days = whole(solved.halfDaysFree, j);
      for (const g of given) days += whole(problem.need, g);
      return whole(solved.slotsFree, j) + given.length > 0 && days >= whole(problem.need, pair);
    };
    if (makesRoom([])) return [[]];
    const mine = solved.heldBy[j] ?? [];
    const singles = mine.map((g) => [g]).filter(makesRoom);
    const twos = mine.flatMap((g, x) => mine.slice(x + 1).map((other) => [g, other])).filter(makesRoom);
    if (singles.length > 0 || twos.length > 0) return [...singles, ...twos];
    return makesRoom(mine) ? [mine] : [];
  };
}

/** Opens the exchanges of a solved run. */
export function exchangesOf(solved: Solved, { earnings, filling, clearing }: Around): Exchanges {
  const { problem } = solved.encoded;
  const { profitOf, requestPrice, nextCost, lastCost } = earnings;
  const trader = traderOf(solved);
  const roomFor = makingRoom(solved);
  const personOf = (e: number): number => whole(problem.practitioner, e);
  const requestOf = (e: number): number => whole(solved.requestOfPair, e);
  const isFree: Exchanges["isFree"] = (pair, leaving) => {
    const g = whole(problem.group, pair);
    const isOpen = g < 0 || g === whole(problem.group, leaving) || whole(solved.groupFree, g) > 0;
    return isOpen && isFreeFor(solved, personOf(pair), whole(problem.need, pair));
  };

  /** Ways to give up some work: others are found for it by chains, or nobody. */
  const givings = (given: readonly number[]): readonly Way[] => {
    let [byChains, open] = [0, 0];
    for (const g of given) {
      byChains += profitOf(g) + filling.costOf(requestOf(g));
      open += profitOf(g) + exact(requestPrice, requestOf(g));
    }
    const lost = { lost: given, won: [] };
    const chains = (): readonly Trade[] => given.map((g) => filling.tradeOf(requestOf(g)));
    return [
      { estimate: byChains, trade: () => together([lost, ...chains()]) },
      { estimate: open, trade: () => lost },
    ];
  };
  /** Ways to make room for a pair, and to have the place given up for it, each on its own. */
  const waysApart = ({ pair, leaving, givens }: Asked): readonly Way[] => {
    const i = requestOf(pair);
    const free: Way = { estimate: nextCost(personOf(pair)), trade: () => ({ lost: [], won: [] }) };
    const rooms = givens.flatMap((given) => (given.length === 0 ? [free] : givings(given)));
    const clearings: readonly Way[] = [
      { estimate: clearing.costOf(i), trade: () => clearing.tradeOf(i) },
      {
        estimate: profitOf(leaving) - lastCost(personOf(leaving)),
        trade: () => ({ lost: [leaving], won: [] }),
      },
    ];
    return rooms.flatMap((room) =>
      clearings.map((clear) => ({
        estimate: room.estimate + clear.estimate,
        trade: () => together([{ lost: [], won: [pair] }, room.trade(), clear.trade()]),
      })),
    );
  };
  /** Ways by which whoever gives the place up comes, by some moves, to take the work given up for it. */
  const waysRound = ({ pair, givens }: Asked, under: number): readonly Way[] =>
    givens.flatMap(([g, ...others]) => {
      if (g === undefined || others.length > 0) return [];
      const chain = filling.chainTo(requestOf(g), requestOf(pair), under - profitOf(g));
      if (chain === null) return [];
      const trade = (): Trade => together([{ lost: [g], won: [pair] }, chain.trade]);
      return [{ estimate: profitOf(g) + chain.cost, trade }];
    });
  /** All ways that come to mind, those estimated to cost least first. */
  const waysOf = (asked: Asked): readonly Way[] => {
    const apart = waysApart(asked);
    const least = Math.min(...apart.map(({ estimate }) => estimate));
    return [...apart, ...waysRound(asked, least)].toSorted((a, b) => a.estimate - b.estimate);
  };
  return {
    isFree,
    couldHaveRoom: (pair) => roomFor(pair).length > 0,
    instead: (pair, leaving) => {
      for (const way of waysOf({ pair, leaving, givens: roomFor(pair) })) {
        const trade = way.trade();
        if (!trader.isPossible(trade)) continue;
        const givenUp = trade.lost.filter((e) => personOf(e) === personOf(pair));
        return { ...trade, cost: trader.costOf(trade), givenUp };
      }
      return null;
    },
  };
}
