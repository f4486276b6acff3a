import { addTo, exact, mark, whole } from "../problem/cells.ts";
import type { Solved } from "./standing.ts";
import { type Cost, traderOf } from "./trade.ts";

/** Somebody put in the place that another gives up, with what that would cost the run. */
export interface Exchange {
  readonly cost: Cost;
  /** Pairs that the person would give up for it. */
  readonly givenUp: readonly number[];
  /** Whether each place given up is filled by somebody else. */
  readonly refilled: boolean;
}

/** Works out what it would take to put others in the places of a run. */
export interface Exchanges {
  /** Whether the person of a pair has the place and the days for it as the run stands. */
  readonly hasRoom: (pair: number) => boolean;
  /** Whether the person of a pair could take the place that another pair gives up, all else staying as it is. */
  readonly isFree: (pair: number, leaving: number) => boolean;
  /** What it would cost if a free person took the place. */
  readonly steppingIn: (pair: number, leaving: number) => Cost;
  /** The least cost found when they give up other work for it; null when no work of theirs makes room. */
  readonly bringing: (pair: number, leaving: number) => Exchange | null;
}

/** Who works where, and which pairs could take which place. */
function benchOf(solved: Solved) {
  const { problem } = solved.encoded;
  const { taken } = solved.solution;
  const personOf = (e: number): number => whole(problem.practitioner, e);
  const load = new Int32Array(problem.practitionerCount);
  const held: number[][] = Array.from({ length: problem.practitionerCount }, () => []);
  taken.forEach((chosen, e) => {
    if (chosen === 0) return;
    addTo(load, personOf(e), 1);
    held[personOf(e)]?.push(e);
  });
  const hasRoom = (e: number, given: readonly number[]): boolean => {
    let days = whole(solved.halfDaysFree, personOf(e));
    for (const other of given) days += whole(problem.need, other);
    const slots = whole(solved.slotsFree, personOf(e)) + given.length;
    return slots > 0 && days >= whole(problem.need, e);
  };
  const groupAllows = (e: number, leaving: number): boolean => {
    const g = whole(problem.group, e);
    return g < 0 || g === whole(problem.group, leaving) || whole(solved.groupFree, g) > 0;
  };
  /** Pairs not taken of the request of a pair. */
  const othersFor = (given: number): readonly number[] => {
    const i = whole(solved.requestOfPair, given);
    const found: number[] = [];
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      if (mark(taken, e) === 0) found.push(e);
    return found;
  };
  /** The pair not taken of the request of a pair with another person, or undefined. */
  const pairWith = (given: number, person: number): number | undefined => {
    const i = whole(solved.requestOfPair, given);
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      if (personOf(e) === person) return mark(taken, e) === 0 ? e : undefined;
    return undefined;
  };
  /** The slot that a person uses last, after giving up so many before, or the next one that they would use. */
  const slotOf = (j: number, fewer: number): number => whole(problem.slotStart, j) + whole(load, j) - fewer;
  const heldBy = (j: number): readonly number[] => held[j] ?? [];
  return { personOf, heldBy, hasRoom, groupAllows, othersFor, pairWith, slotOf };
}

/** Opens the exchanges of a solved run. */
export function exchangesOf(solved: Solved): Exchanges {
  const { problem } = solved.encoded;
  const costOf = traderOf(solved);
  const { personOf, heldBy, hasRoom, groupAllows, othersFor, pairWith, slotOf } = benchOf(solved);
  const lastSlot = (e: number): number => slotOf(personOf(e), 1);
  const nextSlot = (e: number): number => slotOf(personOf(e), 0);
  const isFree: Exchanges["isFree"] = (pair, leaving) => hasRoom(pair, []) && groupAllows(pair, leaving);
  const steppingIn: Exchanges["steppingIn"] = (pair, leaving) =>
    costOf({ lost: [leaving], won: [pair], spared: [lastSlot(leaving)], used: [nextSlot(pair)] });

  /** Whoever free is worth most in the place of a pair, and the next: the first may be the one who is leaving. */
  const refills = new Map<number, readonly number[]>();
  const refillsOf = (given: number): readonly number[] => {
    const known = refills.get(given);
    if (known !== undefined) return known;
    const worth = (e: number): number => exact(problem.weight, e) - exact(problem.slotCost, nextSlot(e));
    const best = othersFor(given)
      .filter((e) => isFree(e, given))
      .toSorted((a, b) => worth(b) - worth(a) || a - b)
      .slice(0, 2);
    refills.set(given, best);
    return best;
  };

  /** The person gives up one piece of work, which goes to whoever loses least by it, or to nobody. */
  const changingPlaces = (pair: number, leaving: number, given: number): Exchange => {
    const lost = [leaving, given];
    const spared = [lastSlot(leaving)];
    const back = pairWith(given, personOf(leaving));
    const other = refillsOf(given).find((e) => personOf(e) !== personOf(leaving));
    const ways = [{ cost: costOf({ lost, won: [pair], spared, used: [] }), refilled: false }];
    if (back !== undefined && hasRoom(back, [leaving]) && groupAllows(back, given))
      ways.push({ cost: costOf({ lost, won: [pair, back], spared: [], used: [] }), refilled: true });
    if (other !== undefined)
      ways.push({
        cost: costOf({ lost, won: [pair, other], spared, used: [nextSlot(other)] }),
        refilled: true,
      });
    const least = ways.reduce((best, next) => (next.cost.whole < best.cost.whole ? next : best));
    return { ...least, givenUp: [given] };
  };

  /** The person gives up one piece of work after another, the lightest first, and nobody takes them. */
  const droppingWork = (pair: number, leaving: number): Exchange | null => {
    const weight = (e: number): number => exact(problem.weight, e);
    const mine = heldBy(personOf(pair)).toSorted((a, b) => weight(a) - weight(b) || a - b);
    const count = mine.findIndex((_, x) => hasRoom(pair, mine.slice(0, x + 1))) + 1;
    if (count === 0) return null;
    const givenUp = mine.slice(0, count);
    const spared = Array.from({ length: count - 1 }, (_, x) => slotOf(personOf(pair), x + 1));
    const cost = costOf({
      lost: [leaving, ...givenUp],
      won: [pair],
      spared: [lastSlot(leaving), ...spared],
      used: [],
    });
    return { cost, givenUp, refilled: false };
  };

  const bringing: Exchanges["bringing"] = (pair, leaving) => {
    if (!groupAllows(pair, leaving)) return null;
    const single = heldBy(personOf(pair))
      .filter((given) => hasRoom(pair, [given]))
      .map((given) => changingPlaces(pair, leaving, given));
    return single.length === 0
      ? droppingWork(pair, leaving)
      : single.reduce((best, next) => (next.cost.whole < best.cost.whole ? next : best));
  };
  return { hasRoom: (pair) => hasRoom(pair, []), isFree, steppingIn, bringing };
}
