import { addTo, reusedCells, whole } from "../problem/cells.ts";

/** Digits have so many bits that there are about as many digits as values, and no more than lie close at hand. */
const mostDigitBits = 13;

/** Turns the count of each digit into where the first value with that digit goes. */
function placesOf(counts: Int32Array): void {
  for (let digit = 0, start = 0; digit < counts.length; digit++) {
    const count = whole(counts, digit);
    counts[digit] = start;
    start += count;
  }
}

/**
 * Tells where each value stands when the greatest come first; equal ones stay in their order. Sorts by digits; what a
 * call gives out is good until the next.
 */
export function greatestFirst(): (values: Int32Array) => Int32Array {
  const [one, other, digits] = [reusedCells(), reusedCells(), reusedCells()];
  return (values) => {
    let [least, most] = [Infinity, -Infinity];
    for (const value of values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    const digitBits = Math.min(mostDigitBits, 32 - Math.clz32(values.length));
    const next = digits(1 << digitBits);
    let [from, to] = [one(values.length), other(values.length)];
    for (let x = 0; x < from.length; x++) from[x] = x;
    for (let shift = 0; most - least >= 2 ** shift; shift += digitBits) {
      const digitOf = (value: number): number => ((most - value) >>> shift) & (next.length - 1);
      next.fill(0);
      for (const value of values) addTo(next, digitOf(value), 1);
      placesOf(next);
      for (let x = 0; x < values.length; x++) {
        const at = whole(from, x);
        const digit = digitOf(whole(values, at));
        to[whole(next, digit)] = at;
        addTo(next, digit, 1);
      }
      [from, to] = [to, from];
    }
    return from;
  };
}
