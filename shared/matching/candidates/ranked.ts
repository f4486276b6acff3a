import { reusedCells, whole } from "../problem/cells.ts";
import type { Crowd } from "./crowd.ts";
import { traits } from "./people.ts";

/** Digits have so many bits that there are about as many digits as values, and no more than lie close at hand. */
const mostDigitBits = 13;

/** Tells where each value stands when the greatest come first; equal ones stay in their order. Sorts by digits. */
function greatestFirst(): (values: Int32Array) => Int32Array {
  const [one, other, digits] = [reusedCells(), reusedCells(), reusedCells()];
  return (values) => {
    let [least, most] = [Infinity, -Infinity];
    for (const value of values) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
    const digitBits = Math.min(mostDigitBits, 32 - Math.clz32(values.length));
    const digitCount = 1 << digitBits;
    const next = digits(digitCount);
    let [from, to] = [one(values.length), other(values.length)];
    for (let x = 0; x < from.length; x++) from[x] = x;
    for (let shift = 0; most - least >= 2 ** shift; shift += digitBits) {
      const digitOf = (value: number): number => ((most - value) >>> shift) & (digitCount - 1);
      next.fill(0);
      for (let x = 0; x < values.length; x++) {
        const digit = digitOf(whole(values, x));
        next[digit] = whole(next, digit) + 1;
      }
      for (let digit = 0, start = 0; digit < digitCount; digit++) {
        const count = whole(next, digit);
        next[digit] = start;
        start += count;
      }
      for (let x = 0; x < values.length; x++) {
        const at = whole(from, x);
        const digit = digitOf(whole(values, at));
        const place = whole(next, digit);
        to[place] = at;
        next[digit] = place + 1;
      }
      [from, to] = [to, from];
    }
    return from;
  };
}

/**
 * People in sections, in each those first who could be worth most: section `s` is from `start[s]` up to
 * `start[s + 1]`. Where somebody must travel there is one for each square of the map; the last one is of those who
 * may come from anywhere.
 */
export interface Ranked {
  readonly sections: number;
  readonly start: Int32Array;
  /** By where their rows are. */
  readonly people: Int32Array;
  readonly most: Int32Array;
  /** Marks of what each claims, and the class of their school. */
  readonly marks: Int32Array;
  readonly classes: Int32Array;
}

/** Those of a crowd who could serve, by where they stand in it, with the most that each could be worth. */
export interface Serving {
  readonly members: Int32Array;
  readonly most: Int32Array;
}

/** Counts made where rows begin, in place: a count for `row` stands at `row + 1`. */
function begins(counts: Int32Array): void {
  for (let row = 1; row < counts.length; row++) counts[row] = whole(counts, row) + whole(counts, row - 1);
}

/** Puts those who could serve in sections; who roams stands in the last one too. */
export function ranking() {
  const sort = greatestFirst();
  const [startRoom, nextRoom] = [reusedCells(), reusedCells()];
  const [peopleRoom, mostRoom] = [reusedCells(), reusedCells()];
  const [marksRoom, classRoom] = [reusedCells(), reusedCells()];
  return ({ members, most }: Serving, crowd: Crowd, squares: number): Ranked => {
    const squareAt = (at: number): number => (squares === 0 ? -1 : whole(crowd.square, at));
    const isAnywhere = (at: number): boolean =>
      squares === 0 || (whole(crowd.traits, at) & traits.isRoaming) !== 0;
    const [start, next] = [startRoom(squares + 2).fill(0), nextRoom(squares + 2)];
    for (const at of members) {
      const square = squareAt(at);
      if (square >= 0) start[square + 1] = whole(start, square + 1) + 1;
      if (isAnywhere(at)) start[squares + 1] = whole(start, squares + 1) + 1;
    }
    begins(start);
    next.set(start);
    const size = whole(start, squares + 1);
    const ranked = {
      sections: squares + 1,
      start,
      people: peopleRoom(size),
      most: mostRoom(size),
      marks: marksRoom(size),
      classes: classRoom(size),
    };
    const put = (section: number, at: number, worth: number): void => {
      const to = whole(next, section);
      next[section] = to + 1;
      ranked.people[to] = at;
      ranked.most[to] = worth;
      ranked.marks[to] = whole(crowd.marks, at);
      ranked.classes[to] = whole(crowd.schoolClass, at);
    };
    for (const x of sort(most)) {
      const [at, worth] = [whole(members, x), whole(most, x)];
      const square = squareAt(at);
      if (square >= 0) put(square, at, worth);
      if (isAnywhere(at)) put(squares, at, worth);
    }
    return ranked;
  };
}
