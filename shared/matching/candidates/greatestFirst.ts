import { addTo, reusedCells, whole } from "../problem/cells.ts";

/** Digits have as many bits as tell the values apart, and no more than whose counts lie close at hand. */
const mostDigitBits = 14;

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
    const count = values.length;
    let [least, most] = [2 ** 31 - 1, -(2 ** 31)];
    for (let x = 0; x < count; x++) {
      const value = whole(values, x);
      least = Math.min(least, value);
      most = Math.max(most, value);
    }
    const digitBits = Math.min(mostDigitBits, 32 - Math.clz32(most - least));
    const mask = (1 << digitBits) - 1;
    const next = digits(mask + 1);
    let [from, to] = [one(count), other(count)];
    for (let x = 0; x < count; x++) from[x] = x;
    for (let shift = 0; shift < 32 && (most - least) >>> shift > 0; shift += digitBits) {
      next.fill(0);
      for (let x = 0; x < count; x++) addTo(next, ((most - whole(values, x)) >>> shift) & mask, 1);
      placesOf(next);
      for (let x = 0; x < count; x++) {
        const at = whole(from, x);
        const digit = ((most - whole(values, at)) >>> shift) & mask;
        const place = whole(next, digit);
        next[digit] = place + 1;
        to[place] = at;
      }
      [from, to] = [to, from];
    }
    return from;
  };
}
