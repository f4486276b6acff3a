/** Reads a cell of whole numbers; a cell outside the array is a bug and stops the run. */
export function whole(cells: Int32Array, index: number): number {
  const value = cells[index];
  if (value === undefined) throw new RangeError(`No cell ${index} among ${cells.length}`);
  return value;
}

/** Reads a cell of exact integers kept in doubles. */
export function exact(cells: Float64Array, index: number): number {
  const value = cells[index];
  if (value === undefined) throw new RangeError(`No cell ${index} among ${cells.length}`);
  return value;
}

/** Reads a cell of marks. */
export function mark(cells: Uint8Array, index: number): number {
  const value = cells[index];
  if (value === undefined) throw new RangeError(`No cell ${index} among ${cells.length}`);
  return value;
}

/** Adds to a cell of whole numbers. */
export function addTo(cells: Int32Array, index: number, amount: number): void {
  cells[index] = whole(cells, index) + amount;
}

/** Turns counts per row, `counts[row]`, into the first position of each row and of the end. */
export function startsOf(counts: Int32Array): Int32Array {
  const starts = new Int32Array(counts.length + 1);
  for (let row = 0; row < counts.length; row++) starts[row + 1] = whole(starts, row) + whole(counts, row);
  return starts;
}

/** The cells of some rows, in the order of these. */
export function gathered(cells: Int32Array, rows: Int32Array): Int32Array {
  const found = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at++) found[at] = whole(cells, whole(rows, at));
  return found;
}

/** The same of exact integers kept in doubles. */
export function gatheredExact(cells: Float64Array, rows: Int32Array): Float64Array {
  const found = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at++) found[at] = exact(cells, whole(rows, at));
  return found;
}

/** Positions by group: those of group `g` are `rows[start[g]]` up to `rows[start[g + 1]]`. */
export interface Groups {
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/** Puts positions in so many groups by which each is of; those of one group stay in their order. */
export function grouped(groupOf: Int32Array, count: number): Groups {
  const counts = new Int32Array(count);
  for (let at = 0; at < groupOf.length; at++) addTo(counts, whole(groupOf, at), 1);
  const start = startsOf(counts);
  const next = start.slice();
  const rows = new Int32Array(groupOf.length);
  for (let at = 0; at < groupOf.length; at++) {
    const group = whole(groupOf, at);
    const to = whole(next, group);
    rows[to] = at;
    next[group] = to + 1;
  }
  return { start, rows };
}

/**
 * Cells that are used again and again, so that no new memory need be had: what a call gives out ends with the next one.
 * More than `most` are new each time, and not kept.
 */
export function reusedCells(most = Infinity): (count: number) => Int32Array {
  let cells = new Int32Array(0);
  return (count) => {
    if (count > most) return new Int32Array(count);
    if (cells.length < count) cells = new Int32Array(Math.max(count, 2 * cells.length));
    return cells.subarray(0, count);
  };
}

/** The same for exact integers kept in doubles. */
export function reusedExact(most = Infinity): (count: number) => Float64Array {
  let cells = new Float64Array(0);
  return (count) => {
    if (count > most) return new Float64Array(count);
    if (cells.length < count) cells = new Float64Array(Math.max(count, 2 * cells.length));
    return cells.subarray(0, count);
  };
}

/** Cells that all hold one value and are written by nobody, so that all who ask share them. */
export function sameCells(value: number): (count: number) => Int32Array {
  let cells = new Int32Array(0);
  return (count) => {
    if (cells.length < count) cells = new Int32Array(count).fill(value);
    return cells.subarray(0, count);
  };
}

/** So many cells of whole numbers that threads may share, so that nothing is copied where they are sent. */
export const sharedCells = (count: number): Int32Array =>
  new Int32Array(new SharedArrayBuffer(count * Int32Array.BYTES_PER_ELEMENT));

/** The same for exact integers kept in doubles. */
export const sharedExact = (count: number): Float64Array =>
  new Float64Array(new SharedArrayBuffer(count * Float64Array.BYTES_PER_ELEMENT));
