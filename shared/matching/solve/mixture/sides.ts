import { addTo } from "../../problem/cells.ts";

/** Columns or rows: which of the others each meets, how many of these are open, and a stack of those that meet a single one. */
interface Side {
  readonly start: Int32Array;
  others: Int32Array;
  readonly count: Int32Array;
  readonly isOpen: Uint8Array;
  readonly singles: Int32Array;
  waiting: number;
}

const sideOf = (size: number): Side => ({
  start: new Int32Array(size + 1),
  others: new Int32Array(0),
  count: new Int32Array(size),
  isOpen: new Uint8Array(size),
  // Each waits once at most, since what it meets only becomes less.
  singles: new Int32Array(size),
  waiting: 0,
});

/** A square matrix by column and by row. */
interface Sides {
  readonly columns: Side;
  readonly rows: Side;
  /** Where the next cell of each row goes. */
  readonly next: Int32Array;
}

/** Room for square matrices of one size. */
export const sidesOf = (size: number): Sides => ({
  columns: sideOf(size),
  rows: sideOf(size),
  next: new Int32Array(size),
});

/** Opens all of a side, of which it is counted how many each meets. */
function open(side: Side): void {
  const { start, count, isOpen, singles } = side;
  isOpen.fill(1);
  side.waiting = 0;
  for (let at = 0; at < count.length; at++) {
    start[at + 1] = (start[at] ?? 0) + (count[at] ?? 0);
    if (count[at] === 1) singles[side.waiting++] = at;
  }
  const all = start[count.length] ?? 0;
  if (side.others.length < all) side.others = new Int32Array(2 * all);
}

/** Opens a square matrix, each of whose columns is told by the rows in which it has a one. */
export function openAll(uses: readonly (readonly number[])[], { columns, rows, next }: Sides): void {
  rows.count.fill(0);
  uses.forEach((each, at) => {
    columns.count[at] = each.length;
    for (const row of each) addTo(rows.count, row, 1);
  });
  open(columns);
  open(rows);
  next.set(rows.start.subarray(0, next.length));
  let at = 0;
  uses.forEach((each, column) => {
    for (const row of each) {
      columns.others[at++] = row;
      const place = next[row] ?? 0;
      rows.others[place] = column;
      next[row] = place + 1;
    }
  });
}

/** Closes a column or row: those that it meets meet one less. */
export function close({ start, others, isOpen }: Side, other: Side, at: number): void {
  isOpen[at] = 0;
  for (let q = start[at] ?? 0, end = start[at + 1] ?? 0; q < end; q++) {
    const met = others[q] ?? 0;
    if (other.isOpen[met] === 0) continue;
    const left = (other.count[met] ?? 0) - 1;
    other.count[met] = left;
    if (left === 1) other.singles[other.waiting++] = met;
  }
}

/** The next one that meets a single open one; -1 where there is none. */
export function nextSingle(side: Side): number {
  while (side.waiting > 0) {
    const at = side.singles[--side.waiting] ?? 0;
    if (side.isOpen[at] === 1 && side.count[at] === 1) return at;
  }
  return -1;
}

/** Of the open ones that it meets the one that meets most; -1 where it meets none. */
export function metMost({ start, others }: Side, other: Side, at: number): number {
  let best = -1;
  for (let q = start[at] ?? 0, end = start[at + 1] ?? 0; q < end; q++) {
    const met = others[q] ?? 0;
    if (other.isOpen[met] === 1 && (best < 0 || (other.count[met] ?? 0) > (other.count[best] ?? 0)))
      best = met;
  }
  return best;
}

/** The row that meets fewest columns, of those that meet any; -1 where none does. */
export function emptiest({ isOpen, count }: Side): number {
  let [row, least] = [-1, Infinity];
  for (let at = 0; at < isOpen.length; at++) {
    const meets = count[at] ?? 0;
    if (isOpen[at] === 1 && meets > 0 && meets < least) [row, least] = [at, meets];
  }
  return row;
}
