import { whole } from "../problem/cells.ts";
import { isFreeFor, type Solved } from "./standing.ts";
import { type Cost, type Trade, traderOf } from "./trade.ts";
import { type Around, waysOf } from "./ways.ts";

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
export function exchangesOf(solved: Solved, around: Around): Exchanges {
  const { problem } = solved.encoded;
  const trader = traderOf(solved);
  const roomFor = makingRoom(solved);
  const personOf = (e: number): number => whole(problem.practitioner, e);
  return {
    isFree: (pair, leaving) => {
      const g = whole(problem.group, pair);
      const isOpen = g < 0 || g === whole(problem.group, leaving) || whole(solved.groupFree, g) > 0;
      return isOpen && isFreeFor(solved, personOf(pair), whole(problem.need, pair));
    },
    couldHaveRoom: (pair) => roomFor(pair).length > 0,
    instead: (pair, leaving) => {
      for (const way of waysOf(solved, around, { pair, leaving, givens: roomFor(pair) })) {
        const trade = way.trade();
        if (!trader.isPossible(trade)) continue;
        const givenUp = trade.lost.filter((e) => personOf(e) === personOf(pair));
        return { ...trade, cost: trader.costOf(trade), givenUp };
      }
      return null;
    },
  };
}
