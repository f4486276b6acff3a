import { counted } from "../../domain/counted.ts";
import { type Refused, unreadable } from "./instance.ts";

/** Rows of whole numbers by their kind, in the order in which they stand, and the numbers of the header. */
interface TextRows {
  readonly kind: "rows";
  readonly head: readonly number[];
  readonly rowsOf: (kind: string) => readonly number[][];
}

/** Larger numbers would be cut to 32 bits and read as other numbers. */
const isCell = (field: string): boolean => /^-?\d+$/.test(field) && Math.abs(Number(field)) < 2 ** 31;

/**
 * Reads a text of rows, each its kind and so many whole numbers as `fields` tells of that kind. The header is the row
 * `p` and the name of the format; `#` begins a comment. Refuses the first line that is none of these.
 */
export function textRows(
  text: string,
  format: string,
  fields: ReadonlyMap<string, number>,
): TextRows | Refused {
  const rows = new Map<string, number[][]>(Array.from(fields.keys(), (kind) => [kind, []]));
  for (const [at, line] of text.split("\n").entries()) {
    const [kind = "", ...cells] = line.trim().split(/\s+/);
    if (kind === "" || kind.startsWith("#")) continue;
    const where = `line ${at + 1}`;
    const count = fields.get(kind);
    if (count === undefined) return unreadable(where, `begins with ${kind}, which is no row of this format`);
    if (kind === "p" && cells.shift() !== format) return unreadable(where, `is not the header p ${format}`);
    if (cells.length !== count || !cells.every(isCell))
      return unreadable(where, `does not hold ${counted(count, "whole number")} of 32 bits`);
    rows.get(kind)?.push(cells.map(Number));
  }
  const rowsOf = (kind: string): readonly number[][] => rows.get(kind) ?? [];
  const [head, second] = rowsOf("p");
  if (head === undefined) return unreadable("header", `p ${format} is missing`);
  return second === undefined
    ? { kind: "rows", head, rowsOf }
    : unreadable("header", `p ${format} stands twice`);
}

/** One number of each row. */
export const columnOf = (rows: readonly (readonly number[])[], at: number): Int32Array =>
  Int32Array.from(rows, (row) => row[at] ?? 0);
