import { exact } from "../problem/cells.ts";
import type { Ask } from "./asks.ts";
import { never } from "./points.ts";

/** Nobody is worth more than this. */
const mostWorth = 2 ** 30;

/** More than anybody's place in a crowd. */
export const placeBits = 22;
export const manyPlaces = 2 ** placeBits;

/**
 * Keeps the best so many of those offered, of equal ones those who come first in the crowd, and one more to know
 * what the best of those left out is worth: what it keeps does not depend on the order of the offers. They are a heap of
 * keys, of worth and place in one: at its top is who would go first, worth least, and of equal ones standing last.
 */
export function keeper() {
  let keys = new Float64Array(1024);
  let [size, most, above, bar] = [0, 0, never, never];

  const grow = (): void => {
    const more = new Float64Array(2 * size);
    more.set(keys);
    keys = more;
  };
  const worthAt = (x: number): number => Math.floor(exact(keys, x) / manyPlaces);
  /** Puts the key that stands last where it belongs. Keys stay in their cells: one handed over would have memory of its own. */
  const rise = (): void => {
    const key = exact(keys, size - 1);
    let at = size - 1;
    for (; at > 0; at = (at - 1) >> 1) {
      const parent = exact(keys, (at - 1) >> 1);
      if (parent < key) break;
      keys[at] = parent;
    }
    keys[at] = key;
  };
  /** Puts the key that stands first where it belongs. */
  const sink = (): void => {
    const key = exact(keys, 0);
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && exact(keys, child + 1) < exact(keys, child)) child++;
      const below = exact(keys, child);
      if (key < below) break;
      keys[at] = below;
      at = child;
    }
    keys[at] = key;
  };

  return {
    begin: (ask: Ask): void => {
      [size, most] = [0, ask.most];
      above = Math.max(never, Math.min(ask.above, mostWorth));
      bar = above;
    },
    /** Only those worth more than this can still be kept. */
    bar: () => bar,
    /** Offers somebody worth more than the bar, by where they stand in the crowd; tells the bar from then on. */
    offer: (worth: number, place: number): number => {
      const key = (worth + 1) * manyPlaces - 1 - place;
      if (size <= most) {
        if (size === keys.length) grow();
        keys[size++] = key;
        rise();
      } else {
        if (key < exact(keys, 0)) return bar;
        keys[0] = key;
        sink();
      }
      if (size > most) bar = Math.max(above, worthAt(0) - 1);
      return bar;
    },
    /** Lets the one go who was kept too many and tells what they are worth; `never` where nobody was. */
    letGo: (): number => {
      if (size <= most) return never;
      const worth = worthAt(0);
      keys[0] = exact(keys, --size);
      sink();
      return worth;
    },
    /** Tells where all who are kept stand in the crowd, and what they are worth. */
    each: (visit: (place: number, worth: number) => void): void => {
      for (let x = 0; x < size; x++) {
        const worth = worthAt(x);
        visit((worth + 1) * manyPlaces - 1 - exact(keys, x), worth);
      }
    },
  };
}
export type Keeper = ReturnType<typeof keeper>;
