import type { Prices } from "../bound.ts";

/** What pairs and slots count: a pair may be dear because it has to be taken, or worth nothing because it may not. */
export interface Weighing {
  readonly worthOf: (pair: number) => number;
  /** How many times slots cost what the problem says. */
  readonly slotScale: number;
}

/** Some pairs of which no more than so many may be taken. */
export interface Limit {
  readonly pairs: Int32Array;
  readonly most: number;
}

/** Prices of requests, groups and limits at which everybody's choices are best; not rounded, and never below 0. */
export interface MixturePrices extends Prices {
  readonly limitPrice: readonly number[];
}

/**
 * The best mixture of answers: each practitioner divides themselves among choices that fit their slots and days, and requests,
 * groups and limits get no more than they may on the whole. No answer is worth more; where nobody is divided it is one.
 */
export interface Mixture {
  /** Finds the best mixture for other worths, from the one that was best before; false where it takes too many changes, or may not go on. */
  readonly settle: (weighing: Weighing, mayGoOn: () => boolean) => boolean;
  /** Adds a limit; false where the mixture at hand does not keep it. */
  readonly limit: (limit: Limit) => boolean;
  readonly prices: () => MixturePrices;
  /** The share of each pair that is taken, from 0 to 1. */
  readonly shares: () => Float64Array;
  /** Cells and pairs looked at so far. */
  readonly work: () => number;
}
