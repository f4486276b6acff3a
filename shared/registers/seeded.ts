/** A stream of numbers that the same seed always repeats: for synthetic data, never for secrets. */
export type SeededRandom = {
  /** The next number, from 0 up to but without 1. */
  readonly next: () => number;
  /** A whole number from `low` to `high`, both possible. */
  readonly between: (low: number, high: number) => number;
  /** True with the given probability. */
  readonly chance: (probability: number) => boolean;
  /** One of the items. A list without items is a bug. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** The items in another order. */
  readonly shuffled: <Item>(items: readonly Item[]) => Item[];
};

// Mulberry32 by Tommy Ettinger (public domain): 32 bits of state are plenty for synthetic schools.
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Starts the stream of a seed (any whole number; only its lowest 32 bits count). */
export function seeded(seed: number): SeededRandom {
  const next = mulberry32(seed);
  const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    const [item] = items.slice(between(0, items.length - 1));
    if (item === undefined) throw new Error("There is nothing to pick from");
    return item;
  };
  const shuffled = <Item>(items: readonly Item[]): Item[] =>
    items
      .map((item) => ({ item, key: next() }))
      .toSorted((a, b) => a.key - b.key)
      .map(({ item }) => item);
  return { next, between, chance: (probability) => next() < probability, pick, shuffled };
}
