import { grouped, whole } from "../problem/cells.ts";

/** Numbers of each of many: those of `i` are `start[i]` up to `start[i + 1]`. */
export interface Lists {
  readonly start: Int32Array;
  readonly number: Int32Array;
}

/** Visits the numbers of one. */
export function eachOf({ start, number }: Lists, of: number, visit: (each: number) => void): void {
  for (let at = whole(start, of); at < whole(start, of + 1); at++) visit(whole(number, at));
}

/** Whether a number is among those of one. */
export function isListed({ start, number }: Lists, of: number, wanted: number): boolean {
  for (let at = whole(start, of); at < whole(start, of + 1); at++) if (number[at] === wanted) return true;
  return false;
}

/** The numbers of one. */
export const listed = ({ start, number }: Lists, of: number): Int32Array =>
  number.subarray(whole(start, of), whole(start, of + 1));

/** Collects the numbers of one after the other. */
export function listing() {
  const [start, numbers]: [number[], number[]] = [[0], []];
  return {
    add: (each: number): void => void numbers.push(each),
    end: (): void => void start.push(numbers.length),
    lists: (): Lists => ({ start: Int32Array.from(start), number: Int32Array.from(numbers) }),
  };
}

/** Puts numbers in lists by whose they are; those of each stay in their order. */
export function listsOf(owners: readonly number[], numbers: readonly number[], count: number): Lists {
  const { start, rows } = grouped(Int32Array.from(owners), count);
  return { start, number: rows.map((at) => numbers[at] ?? 0) };
}
