/** A sum of whole numbers that stays exact however large it grows. */
export interface Total {
  /** Adds a whole number below 2^53; anything else is a bug and stops the run. */
  readonly add: (value: number) => void;
  readonly value: () => bigint;
}

/** Begins a sum at 0. Plain numbers are added as such and moved over just before they would round. */
export function totalFromZero(): Total {
  let [high, low] = [0n, 0];
  return {
    add: (value) => {
      if (!Number.isSafeInteger(value)) throw new RangeError(`${value} is not exact`);
      if (!Number.isSafeInteger(low + value)) [high, low] = [high + BigInt(low), 0];
      low += value;
    },
    value: () => high + BigInt(low),
  };
}

/** The greater of two totals. */
export const greaterOf = (a: bigint, b: bigint): bigint => (a > b ? a : b);
