import { whole } from "../problem/cells.ts";
import { type Claims, codeAt } from "./claimRows.ts";
import type { People } from "./people.ts";
import { inNumbers, numbersWide } from "./rows.ts";

/** Marks of codes, bits of three words, shared by keys where there are more keys than bits. */
export type CodeMarks = readonly [number, number, number];
const bitsInWord = 31;
const bitCount = 3 * bitsInWord;

/** The marks of some codes: who has none of them among theirs claims nothing near. */
export function marksOf({ keys }: Pick<Claims, "keys">, codes: Iterable<number>): CodeMarks {
  const words: [number, number, number] = [0, 0, 0];
  for (const code of codes) {
    const mark = whole(keys, code) % bitCount;
    const bit = 1 << (mark % bitsInWord);
    if (mark < bitsInWord) words[0] |= bit;
    else if (mark < 2 * bitsInWord) words[1] |= bit;
    else words[2] |= bit;
  }
  return words;
}

/** Writes the marks of all that people claim into their rows. */
export function writeMarks({ numbers, count }: People, { rows, keys }: Claims): void {
  for (let number = 0; number < count; number++) {
    const marks = number * numbersWide + inNumbers.marks;
    for (let at = whole(rows.start, number); at < whole(rows.start, number + 1); at++) {
      const mark = whole(keys, codeAt(rows, at)) % bitCount;
      const cell = marks + Math.floor(mark / bitsInWord);
      numbers[cell] = whole(numbers, cell) | (1 << (mark % bitsInWord));
    }
  }
}

/** Whether the person of a row has any of some marks. */
export const isMarked = (numbers: Int32Array, row: number, [one, two, three]: CodeMarks): boolean =>
  (((numbers[row + inNumbers.marks] ?? 0) & one) |
    ((numbers[row + inNumbers.marks + 1] ?? 0) & two) |
    ((numbers[row + inNumbers.marks + 2] ?? 0) & three)) !==
  0;

/** Marks folded into one word: where it lacks a bit, each of the three does. */
export const folded = ([one, two, three]: CodeMarks): number => one | two | three;
export const foldedMarks = (numbers: Int32Array, row: number): number =>
  whole(numbers, row + inNumbers.marks) |
  whole(numbers, row + inNumbers.marks + 1) |
  whole(numbers, row + inNumbers.marks + 2);
