import { exact } from "../../problem/cells.ts";

/** Smaller than this, a cell is what rounding left of a 0. */
const nothing = 1e-10;
/** What enters must use so much of a row for that row to bound it. */
const leastUse = 1e-7;

/**
 * Rows with room, and what fills them: in the beginning nothing, so that in each row stands its own unused room. What is let
 * in uses one unit of some rows and takes the place of what stood in one of them.
 */
export interface Basis {
  /** How much there is of what stands in each row. */
  readonly amount: readonly number[];
  /** For each row what its amount owes to the room of all rows. */
  readonly inverse: readonly Float64Array[];
  /** Counts the cells that were changed. */
  readonly work: { cells: number };
  /** Lets something in that uses some rows: in place of what stands in the row told, or of what runs out first; says of which. */
  readonly enter: (uses: readonly number[], row?: number) => number;
  /** Adds a row of which what stands in the others uses so much; false where that is more than its room. */
  readonly limit: (room: number, usedBy: (row: number) => number) => boolean;
}

/** Opens a basis over the room of some rows, none of it used: the revised simplex method with an explicit inverse. */
export function basisOf(room: Float64Array): Basis {
  const amount = Array.from(room);
  const work = { cells: 0 };
  const inverse = amount.map((_, row) => {
    const cells = new Float64Array(room.length);
    cells[row] = 1;
    return cells;
  });
  let rows = room.length;
  /** Cells that there are in each row of the inverse: some more than rows, so that few limits make it grow. */
  let width = rows;
  let [column, touched] = [new Float64Array(rows), new Int32Array(rows)];

  const combine = (uses: readonly number[]): void => {
    for (let row = 0; row < rows; row++) {
      const cells = inverse[row];
      let sum = 0;
      if (cells !== undefined) for (const use of uses) sum += cells[use] ?? 0;
      column[row] = Math.abs(sum) < nothing ? 0 : sum;
    }
    work.cells += rows * uses.length;
  };

  /** The row that runs out first; of several the one that is used most. */
  const first = (): number => {
    let [best, least] = [-1, Infinity];
    for (let row = 0; row < rows; row++) {
      const use = column[row] ?? 0;
      if (use <= leastUse) continue;
      const most = (amount[row] ?? 0) / use;
      if (most < least || (most === least && use > (column[best] ?? 0))) [best, least] = [row, most];
    }
    if (best < 0) throw new RangeError("Nothing uses up any room");
    return best;
  };

  /** Divides a row by its use of what enters, and lists where it is not 0. */
  const divide = (cells: Float64Array, use: number): Int32Array => {
    let count = 0;
    for (let at = 0; at < rows; at++) {
      const cell = cells[at] ?? 0;
      if (Math.abs(cell) < nothing) cells[at] = 0;
      else {
        cells[at] = cell / use;
        touched[count++] = at;
      }
    }
    return touched.subarray(0, count);
  };

  const enter: Basis["enter"] = (uses, told) => {
    combine(uses);
    const row = told ?? first();
    const own = inverse[row];
    if (own === undefined) throw new RangeError(`No row ${row} among ${rows}`);
    const by = Math.max(0, amount[row] ?? 0) / exact(column, row);
    const cells = divide(own, exact(column, row));
    for (let other = 0; other < rows; other++) {
      const use = column[other] ?? 0;
      const theirs = inverse[other];
      if (use === 0 || other === row || theirs === undefined) continue;
      for (let c = 0; c < cells.length; c++) {
        const at = cells[c] ?? 0;
        theirs[at] = (theirs[at] ?? 0) - use * (own[at] ?? 0);
      }
      amount[other] = (amount[other] ?? 0) - use * by;
      work.cells += cells.length;
    }
    amount[row] = by;
    work.cells += rows;
    return row;
  };
  const limit: Basis["limit"] = (more, usedBy) => {
    const own = new Float64Array(rows + 1);
    let left = more;
    inverse.forEach((cells, row) => {
      const used = usedBy(row);
      if (used === 0) return;
      left -= used * (amount[row] ?? 0);
      for (let at = 0; at < rows; at++) own[at] = exact(own, at) - used * exact(cells, at);
    });
    if (left < 0) return false;
    own[rows++] = 1;
    inverse.push(own);
    amount.push(left);
    if (rows > width) width = rows + Math.ceil(rows / 4);
    inverse.forEach((cells, row) => {
      if (cells.length === width) return;
      inverse[row] = new Float64Array(width);
      inverse[row].set(cells);
    });
    [column, touched] = [new Float64Array(rows), new Int32Array(rows)];
    work.cells += rows;
    return true;
  };
  return { amount, inverse, work, enter, limit };
}
