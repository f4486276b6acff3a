import { minHeap } from "../problem/heap.ts";
import type { Ask } from "./asks.ts";
import { never } from "./points.ts";

/** Nobody is worth more than this. */
const mostWorth = 2 ** 30;

/**
 * Keeps the best so many of those offered, of equal ones those who come first in the roster, and one more to know
 * what the best of those left out is worth: what it keeps does not depend on the order of the offers.
 */
export function keeper(people: number) {
  const kept = minHeap();
  let [most, above, bar] = [0, never, never];
  /** Worth and place as one number, greater for who is preferred. */
  const keyOf = (worth: number, place: number): number => (worth + 1) * people - 1 - place;
  const worthOf = (key: number): number => Math.floor(key / people);
  return {
    begin: (ask: Ask): void => {
      kept.clear();
      most = ask.most;
      above = Math.max(never, Math.min(ask.above, mostWorth));
      bar = above;
    },
    /** Only those worth more than this can still be kept. */
    bar: () => bar,
    /** Offers somebody worth more than the bar, by place and by where their row begins; tells the bar from then on. */
    offer: (worth: number, place: number, row: number): number => {
      const key = keyOf(worth, place);
      if (kept.size() <= most) kept.push(key, row);
      else if (key > kept.topKey()) kept.replaceTop(key, row);
      if (kept.size() > most) bar = Math.max(above, worthOf(kept.topKey()) - 1);
      return bar;
    },
    /** Lets the one go who was kept too many and tells what they are worth; `never` where nobody was. */
    letGo: (): number => {
      if (kept.size() <= most) return never;
      const worth = worthOf(kept.topKey());
      kept.pop();
      return worth;
    },
    /** Tells where the rows of all who are kept begin, and what they are worth. */
    each: (visit: (row: number, worth: number) => void): void =>
      kept.each((key, row) => visit(row, worthOf(key))),
  };
}
export type Keeper = ReturnType<typeof keeper>;
