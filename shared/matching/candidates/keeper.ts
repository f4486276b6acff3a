import { minHeap } from "../problem/heap.ts";
import type { Ask } from "./best.ts";

/**
 * Keeps the best so many of those offered, of equal ones those who come first in the roster, and one more to know
 * what the best of those left out is worth: what it keeps does not depend on the order of the offers.
 */
export function keeper(people: number) {
  const kept = minHeap();
  let [most, above, bar] = [0, -Infinity, -Infinity];
  /** Worth and place as one number, greater for who is preferred. */
  const keyOf = (worth: number, place: number): number => (worth + 1) * people - 1 - place;
  const worthOf = (key: number): number => Math.floor(key / people);
  return {
    begin: (ask: Ask): void => {
      kept.clear();
      [most, above, bar] = [ask.most, ask.above, ask.above];
    },
    /** Only those worth more than this can still be kept. */
    bar: () => bar,
    /** Offers somebody worth more than the bar, by place. */
    offer: (worth: number, place: number): void => {
      const key = keyOf(worth, place);
      if (kept.size() <= most) kept.push(key, place);
      else if (key > kept.topKey()) kept.replaceTop(key, place);
      if (kept.size() > most) bar = Math.max(above, worthOf(kept.topKey()) - 1);
    },
    /** Hands all out who are kept, and tells the most that anybody left out could be worth. */
    takeAll: (take: (worth: number, place: number) => void): number => {
      let leftOut = above;
      if (kept.size() > most) {
        leftOut = Math.max(above, worthOf(kept.topKey()));
        kept.pop();
      }
      kept.each((key, place) => take(worthOf(key), place));
      return leftOut;
    },
  };
}
