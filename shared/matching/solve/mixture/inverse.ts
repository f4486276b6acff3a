import { eliminatorFor } from "./elimination.ts";
import { type Column, type Etas, load, noEtas } from "./etas.ts";

/** The inverse of what stands in the rows, and where what each row is solved for stands. */
export interface Inverse {
  readonly etas: Etas;
  readonly place: Int32Array;
}

/** Less than this in all rows that are left, and rounding hides what a column is. */
const leastPivot = 1e-7;

/** The inverse of nothing but unused room. */
export const noInverse = (size: number): Inverse => ({
  etas: noEtas(),
  place: Int32Array.from({ length: size }, (_, row) => row),
});

/** The row not taken yet in which a column has most; -1 where that is hardly anything. */
function pivotOf({ cells, rows, count }: Column, isTaken: Uint8Array): number {
  let [most, row] = [leastPivot, -1];
  for (let q = 0; q < count; q++) {
    const own = rows[q] ?? 0;
    const size = Math.abs(cells[own] ?? 0);
    if (isTaken[own] === 0 && size > most) [most, row] = [size, own];
  }
  return row;
}

/** Sets up inverses of so many columns, each told by the rows that it uses; false where rounding hides what they are. */
export function invertorFor(size: number) {
  const eliminate = eliminatorFor(size);
  const isTaken = new Uint8Array(size);
  return (uses: readonly (readonly number[])[], column: Column, { etas, place }: Inverse): boolean => {
    const { columns, rows, first, last, putOff } = eliminate(uses);
    if (first + putOff.length + size - last < size) return false;
    etas.clear();
    isTaken.fill(0);
    const settle = (from: number, to: number): void => {
      for (let q = from; q < to; q++) {
        const [at, row] = [columns[q] ?? 0, rows[q] ?? 0];
        place[row] = at;
        isTaken[row] = 1;
        const own = uses[at] ?? [];
        if (own.length > 1) etas.addOnes(row, own);
      }
    };
    settle(0, first);
    for (let q = last; q < size; q++) isTaken[rows[q] ?? 0] = 1;
    for (const at of putOff) {
      load(column, uses[at] ?? []);
      etas.forward(column);
      const row = pivotOf(column, isTaken);
      if (row < 0) return false;
      isTaken[row] = 1;
      place[row] = at;
      etas.add(row, column);
    }
    settle(last, size);
    return true;
  };
}
