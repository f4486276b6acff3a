import { close, emptiest, metMost, nextSingle, openAll, sidesOf } from "./sides.ts";

/** An order in which to eliminate columns so that little fills in: the first ones, then those put off, which fill in, then the last. */
export interface Elimination {
  /** Columns, and the row that each is solved for: the first up to `first`, and the last from `last` on. */
  readonly columns: Int32Array;
  readonly rows: Int32Array;
  first: number;
  last: number;
  readonly putOff: number[];
}

/**
 * Orders the columns of square matrices of one size, each told by the rows in which it has a one. A column of which one row is left comes
 * last, in reverse, and a row in which one column is left first: neither fills anything in. Where there is neither, a column is put off.
 */
export function eliminatorFor(size: number): (uses: readonly (readonly number[])[]) => Elimination {
  const sides = sidesOf(size);
  const { columns, rows } = sides;
  const order: Elimination = {
    columns: new Int32Array(size),
    rows: new Int32Array(size),
    first: 0,
    last: size,
    putOff: [],
  };
  const put = (at: number, column: number, row: number): void => {
    order.columns[at] = column;
    order.rows[at] = row;
    close(columns, rows, column);
    close(rows, columns, row);
  };
  return (uses) => {
    openAll(uses, sides);
    [order.first, order.last, order.putOff.length] = [0, size, 0];
    for (;;) {
      const column = nextSingle(columns);
      const row = column < 0 ? nextSingle(rows) : metMost(columns, rows, column);
      if (column >= 0) put(--order.last, column, row);
      else if (row >= 0) put(order.first++, metMost(rows, columns, row), row);
      else {
        const narrow = emptiest(rows);
        if (narrow < 0) return order;
        const widest = metMost(rows, columns, narrow);
        order.putOff.push(widest);
        close(columns, rows, widest);
      }
    }
  };
}
