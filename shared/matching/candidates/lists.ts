import { grouped, sharedCells, whole } from "../problem/cells.ts";

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

/** Collects the numbers of so many, one after the other, in cells that threads may share. */
export function listing(count: number) {
  const start = sharedCells(count + 1);
  // Room that is never written is never had, but what is outgrown was.
  let [numbers, size, ended] = [sharedCells((1 << 12) + 8 * count), 0, 0];
  return {
    add: (each: number): void => {
      if (size === numbers.length) {
        const more = sharedCells(2 * size);
        more.set(numbers);
        numbers = more;
      }
      numbers[size++] = each;
    },
    end: (): void => void (start[++ended] = size),
    lists: (): Lists => ({ start, number: numbers.subarray(0, size) }),
  };
}

/** Puts numbers in lists by whose they are; those of each stay in their order. */
export function listsOf(owners: readonly number[], numbers: readonly number[], count: number): Lists {
  const { start, rows } = grouped(Int32Array.from(owners), count);
  return { start, number: rows.map((at) => numbers[at] ?? 0) };
}

/** How many marks are looked at first: as few as a processor keeps at hand. */
const nearMarks = 1024;

/** Marks for things of one sort that are taken back all at once; that something is not marked is mostly told at hand. */
export function marksFor(count: number) {
  const [cells, near] = [new Int32Array(count), new Int32Array(nearMarks)];
  let now = 0;
  return {
    clear: () => void now++,
    add: (at: number) => {
      if (at < 0) return;
      cells[at] = now;
      near[at % nearMarks] = now;
    },
    has: (at: number) => near[at % nearMarks] === now && cells[at] === now,
  };
}
