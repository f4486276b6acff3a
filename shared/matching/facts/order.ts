/** Orders texts by their code units, or numbers: the same on any machine, and 0 for equal ones alone. */
export const compared = <Value extends string | number>(a: Value, b: Value): number =>
  a < b ? -1 : a > b ? 1 : 0;

/** Orders rows by id. */
export const byId = (a: { readonly id: string }, b: { readonly id: string }): number => compared(a.id, b.id);

/** Rows ordered by id. Rows that stand so already, as those that a store hands out do, are not sorted again. */
export function inOrder<Row extends { readonly id: string }>(rows: readonly Row[]): readonly Row[] {
  let last = "";
  for (const { id } of rows) {
    if (id < last) return rows.toSorted(byId);
    last = id;
  }
  return rows;
}
