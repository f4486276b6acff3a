import { whole } from "../problem/cells.ts";
import type { Ask } from "./asks.ts";
import { never } from "./points.ts";

/** Nobody is worth more than this. */
const mostWorth = 2 ** 30;

/** Columns of those kept: what they are worth, their places, where their rows begin, and a heap of who stands where. */
const columnsFor = (count: number) => ({
  worths: new Int32Array(count),
  places: new Int32Array(count),
  rows: new Int32Array(count),
  heap: new Int32Array(count),
});

/**
 * Keeps the best so many of those offered, of equal ones those who come first in the roster, and one more to know
 * what the best of those left out is worth: what it keeps does not depend on the order of the offers. Whole numbers
 * alone, since a key of worth and place in one would be put into memory of its own at each offer.
 */
export function keeper() {
  let kept = columnsFor(1024);
  let [size, most, above, bar] = [0, 0, never, never];

  const grow = (): void => {
    const more = columnsFor(2 * size);
    more.worths.set(kept.worths);
    more.places.set(kept.places);
    more.rows.set(kept.rows);
    more.heap.set(kept.heap);
    kept = more;
  };
  /** Whether one goes before another does: the one worth less, and of equal ones who comes later in the roster. */
  const goesFirst = (one: number, other: number): boolean => {
    const { worths, places } = kept;
    const more = whole(worths, one) - whole(worths, other);
    return more < 0 || (more === 0 && whole(places, one) > whole(places, other));
  };
  const rise = (each: number): void => {
    const { heap } = kept;
    let at = size;
    for (; at > 0; at = (at - 1) >> 1) {
      const parent = whole(heap, (at - 1) >> 1);
      if (goesFirst(parent, each)) break;
      heap[at] = parent;
    }
    heap[at] = each;
  };
  /** Puts somebody in the place of the one who goes first. */
  const sink = (each: number): void => {
    const { heap } = kept;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && goesFirst(whole(heap, child + 1), whole(heap, child))) child++;
      if (goesFirst(each, whole(heap, child))) break;
      heap[at] = whole(heap, child);
      at = child;
    }
    heap[at] = each;
  };
  const write = (each: number, worth: number, [place, row]: readonly [number, number]): void => {
    kept.worths[each] = worth;
    kept.places[each] = place;
    kept.rows[each] = row;
  };
  const first = (): number => whole(kept.heap, 0);

  return {
    begin: (ask: Ask): void => {
      [size, most] = [0, ask.most];
      above = Math.max(never, Math.min(ask.above, mostWorth));
      bar = above;
    },
    /** Only those worth more than this can still be kept. */
    bar: () => bar,
    /** Offers somebody worth more than the bar, by place and by where their row begins; tells the bar from then on. */
    offer: (worth: number, place: number, row: number): number => {
      if (size <= most) {
        if (size === kept.heap.length) grow();
        write(size, worth, [place, row]);
        rise(size);
        size++;
      } else {
        const last = first();
        const theirs = whole(kept.worths, last);
        if (theirs > worth || (theirs === worth && whole(kept.places, last) < place)) return bar;
        write(last, worth, [place, row]);
        sink(last);
      }
      if (size > most) bar = Math.max(above, whole(kept.worths, first()) - 1);
      return bar;
    },
    /** Lets the one go who was kept too many and tells what they are worth; `never` where nobody was. */
    letGo: (): number => {
      if (size <= most) return never;
      const worth = whole(kept.worths, first());
      size--;
      sink(whole(kept.heap, size));
      return worth;
    },
    /** Tells where the rows of all who are kept begin, and what they are worth. */
    each: (visit: (row: number, worth: number) => void): void => {
      for (let at = 0; at < size; at++) {
        const each = whole(kept.heap, at);
        visit(whole(kept.rows, each), whole(kept.worths, each));
      }
    },
  };
}
export type Keeper = ReturnType<typeof keeper>;
