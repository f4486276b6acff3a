/** A column of which few cells are not 0: those are among the first `count` of `rows`. */
export interface Column {
  readonly cells: Float64Array;
  readonly rows: Int32Array;
  count: number;
}

/** A column of zeros. */
export const emptyColumn = (rows: number): Column => ({
  cells: new Float64Array(rows),
  rows: new Int32Array(rows),
  count: 0,
});

/** Sets a column to how often it is told each row. */
export function load(column: Column, ones: readonly number[]): void {
  const { cells, rows } = column;
  for (let q = 0; q < column.count; q++) cells[rows[q] ?? 0] = 0;
  column.count = 0;
  for (const row of ones) {
    if (cells[row] === 0) rows[column.count++] = row;
    cells[row] = (cells[row] ?? 0) + 1;
  }
}

/** Elementary steps one after another, each of which swaps one unit vector for a column: their product is a matrix. */
export interface Etas {
  /** Solves for a column, in place: how much of each column of the product makes it up. */
  readonly forward: (column: Column) => void;
  /** Solves for a row, in place: what of each row of the product makes it up. */
  readonly backward: (row: Float64Array) => void;
  /** Adds a step: a column, as the steps so far leave it, takes the place of unit vector `pivot`. */
  readonly add: (pivot: number, column: Column) => void;
  /** The same for a column that has a one in each of some rows. */
  readonly addOnes: (pivot: number, ones: readonly number[]) => void;
  /** Forgets all steps. */
  readonly clear: () => void;
  /** Cells that all steps hold. */
  readonly size: () => number;
}

/** Smaller than this, a cell is what rounding left of a 0. */
const nothing = 1e-10;
/** Cells and steps that there is room for in the beginning. */
const few = 4096;

function longer(cells: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(2 * cells.length);
  next.set(cells);
  return next;
}

function longerExact(cells: Float64Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(2 * cells.length);
  next.set(cells);
  return next;
}

/** Steps one behind the other: of each its unit vector, what it is divided by, and the other cells of its column. */
interface Steps {
  count: number;
  pivots: Int32Array;
  divisors: Float64Array;
  /** Cells of step `s` are `start[s]` up to `start[s + 1]`: in which row, and what. */
  start: Int32Array;
  size: number;
  at: Int32Array;
  value: Float64Array;
}

function push(steps: Steps, row: number, cell: number): void {
  if (steps.size === steps.at.length) [steps.at, steps.value] = [longer(steps.at), longerExact(steps.value)];
  steps.at[steps.size] = row;
  steps.value[steps.size++] = cell;
}

/** Ends a step whose cells were pushed. */
function close(steps: Steps, pivot: number, divisor: number): void {
  steps.pivots[steps.count] = pivot;
  steps.divisors[steps.count++] = divisor;
  if (steps.count === steps.start.length) {
    [steps.pivots, steps.divisors] = [longer(steps.pivots), longerExact(steps.divisors)];
    steps.start = longer(steps.start);
  }
  steps.start[steps.count] = steps.size;
}

function forward({ count, pivots, divisors, start, at, value }: Steps, column: Column): void {
  const { cells, rows } = column;
  for (let step = 0; step < count; step++) {
    const pivot = pivots[step] ?? 0;
    const cell = cells[pivot] ?? 0;
    if (cell < nothing && cell > -nothing) continue;
    const share = cell / (divisors[step] ?? 1);
    cells[pivot] = share;
    for (let q = start[step] ?? 0, end = start[step + 1] ?? 0; q < end; q++) {
      const row = at[q] ?? 0;
      const before = cells[row] ?? 0;
      if (before === 0) rows[column.count++] = row;
      const after = before - (value[q] ?? 0) * share;
      // What cancels stays listed, and so must not be 0.
      cells[row] = Math.abs(after) < nothing ? 1e-200 : after;
    }
  }
  let left = 0;
  for (let q = 0; q < column.count; q++) {
    const row = rows[q] ?? 0;
    if (Math.abs(cells[row] ?? 0) < nothing) cells[row] = 0;
    else rows[left++] = row;
  }
  column.count = left;
}

function backward({ count, pivots, divisors, start, at, value }: Steps, row: Float64Array): void {
  for (let step = count - 1; step >= 0; step--) {
    const pivot = pivots[step] ?? 0;
    let left = row[pivot] ?? 0;
    for (let q = start[step] ?? 0, end = start[step + 1] ?? 0; q < end; q++)
      left -= (value[q] ?? 0) * (row[at[q] ?? 0] ?? 0);
    row[pivot] = left / (divisors[step] ?? 1);
  }
}

/** Steps of which there are none yet: the product form of an inverse. */
export function noEtas(): Etas {
  const steps: Steps = {
    count: 0,
    pivots: new Int32Array(few),
    divisors: new Float64Array(few),
    start: new Int32Array(few),
    size: 0,
    at: new Int32Array(few),
    value: new Float64Array(few),
  };
  return {
    add: (pivot, { cells, rows, count }) => {
      for (let q = 0; q < count; q++) {
        const row = rows[q] ?? 0;
        const cell = cells[row] ?? 0;
        if (row !== pivot && Math.abs(cell) > nothing) push(steps, row, cell);
      }
      close(steps, pivot, cells[pivot] ?? 1);
    },
    addOnes: (pivot, ones) => {
      for (const row of ones) if (row !== pivot) push(steps, row, 1);
      close(steps, pivot, 1);
    },
    forward: (column) => forward(steps, column),
    backward: (row) => backward(steps, row),
    clear: () => void ([steps.size, steps.count] = [0, 0]),
    size: () => steps.size + steps.count,
  };
}
