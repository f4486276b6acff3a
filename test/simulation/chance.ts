/** Draws that are the same for the same seed. */
export interface Chance {
  /** A whole number from 0 to below `most`. */
  readonly below: (most: number) => number;
  /** Whether something happens that does so in that share of cases. */
  readonly happens: (share: number) => boolean;
  /** One of several. */
  readonly oneOf: <Each>(all: readonly [Each, ...Each[]]) => Each;
  /** One of several, each as often as it weighs. */
  readonly weighed: <Each>(all: readonly (readonly [weight: number, each: Each])[]) => Each;
}

/** Draws by a seed: Mulberry32, which is small and good enough to choose what happens next. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const draw = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number): number => Math.floor(draw() * most);
  return {
    below,
    happens: (share) => draw() < share,
    weighed(all) {
      let left = below(all.reduce((sum, [weight]) => sum + weight, 0));
      for (const [weight, each] of all) {
        if (left < weight) return each;
        left -= weight;
      }
      throw new Error("There is nothing to choose from");
    },
    oneOf: ([first, ...others]) => others[below(others.length + 1) - 1] ?? first,
  };
}
