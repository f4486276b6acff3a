import { whole } from "../problem/cells.ts";
import { type Claims, type ClaimsByPerson, codeIn } from "./claimed.ts";
import type { Lists } from "./lists.ts";
import { inNumbers, numbersWide, type Rows } from "./rows.ts";

/** Marks of codes, bits of three words, shared by keys where there are more keys than bits. */
export type CodeMarks = readonly [number, number, number];
const bitsInWord = 31;
const bitCount = 3 * bitsInWord;

/** The marks of the codes of one list: who has none of them among theirs claims nothing near. */
export function marksOf({ keys }: Pick<Claims, "keys">, { start, number }: Lists, of: number): CodeMarks {
  const words: [number, number, number] = [0, 0, 0];
  for (let at = whole(start, of); at < whole(start, of + 1); at++) {
    const mark = whole(keys, whole(number, at)) % bitCount;
    const bit = 1 << (mark % bitsInWord);
    if (mark < bitsInWord) words[0] |= bit;
    else if (mark < 2 * bitsInWord) words[1] |= bit;
    else words[2] |= bit;
  }
  return words;
}

/** Writes the marks of all that somebody claims into their row. */
export function markClaims(
  { numbers }: Rows,
  place: number,
  { claims: { start, number }, keys }: { readonly claims: ClaimsByPerson; readonly keys: Int32Array },
): void {
  const marks = place * numbersWide + inNumbers.marks;
  for (let at = whole(start, place); at < whole(start, place + 1); at++) {
    const mark = whole(keys, codeIn(whole(number, at))) % bitCount;
    const cell = marks + Math.floor(mark / bitsInWord);
    numbers[cell] = whole(numbers, cell) | (1 << (mark % bitsInWord));
  }
}

/** Whether the person of a row has any of some marks. */
export const isMarked = (numbers: Int32Array, row: number, marks: CodeMarks): boolean =>
  (((numbers[row + inNumbers.marks] ?? 0) & marks[0]) |
    ((numbers[row + inNumbers.marks + 1] ?? 0) & marks[1]) |
    ((numbers[row + inNumbers.marks + 2] ?? 0) & marks[2])) !==
  0;

/** Marks folded into one word: where it lacks a bit, each of the three does. */
export const folded = ([one, two, three]: CodeMarks): number => one | two | three;
export const foldedMarks = (numbers: Int32Array, row: number): number =>
  whole(numbers, row + inNumbers.marks) |
  whole(numbers, row + inNumbers.marks + 1) |
  whole(numbers, row + inNumbers.marks + 2);
