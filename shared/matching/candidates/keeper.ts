import { minHeap } from "../problem/heap.ts";
import type { Ask } from "./best.ts";

/** Keeps the best so many of those offered, and remembers the best that it let go. */
export function keeper() {
  const kept = minHeap();
  let [most, above, bar, leftOut] = [0, -Infinity, -Infinity, -Infinity];
  const drop = (worth: number): void => {
    if (worth > leftOut) leftOut = worth;
  };
  return {
    begin: (ask: Ask): void => {
      kept.clear();
      [most, above, bar, leftOut] = [ask.most, ask.above, ask.most > 0 ? ask.above : Infinity, -Infinity];
    },
    /** Only those worth more than this can still be kept. */
    bar: () => bar,
    drop,
    leftOut: () => leftOut,
    takeAll: (take: (worth: number, place: number) => void): void => {
      for (; kept.size() > 0; take(kept.topKey(), kept.pop()));
    },
    /** Keeps somebody worth more than the bar, and lets the least go where they are too many. */
    offer: (worth: number, place: number): void => {
      if (kept.size() < most) kept.push(worth, place);
      else {
        drop(kept.topKey());
        kept.replaceTop(worth, place);
      }
      if (kept.size() >= most) bar = Math.max(above, kept.topKey());
    },
  };
}
