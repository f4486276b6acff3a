import { IsoDate } from "../domain/vocabulary.ts";
import type { CellReader, GiasColumn } from "./giasColumns.ts";

const saysNothing = /^(?:not applicable|does not apply|not collected|none|not under a federation)$/i;

/** A code as the registers compare them: without leading zeros; null where it is empty or means "none". */
export function integerCode(cell: string): string | null {
  if (!/^\d+$/.test(cell)) return null;
  const digits = cell.replace(/^0+/, "");
  return digits === "" ? null : digits;
}

/** A cell's text, or null where it is empty or says that nothing applies. */
export const textOrNull = (cell: string): string | null =>
  cell === "" || saysNothing.test(cell) ? null : cell;

/** `dd-mm-yyyy` as `yyyy-mm-dd`, or null for a date that no calendar has. */
export function isoDateOf(cell: string): string | null {
  const [, day, month, year] = /^(\d{2})[-/](\d{2})[-/](\d{4})$/.exec(cell) ?? [];
  if (day === undefined || month === undefined || year === undefined) return null;
  const date = IsoDate.safeParse(`${year}-${month}-${day}`);
  return date.success ? date.data : null;
}

/** Called for each cell that has to be read as null, with what is wrong with it. */
export type Gaps = (column: GiasColumn, message: string) => void;

/** The ISO date in a column. */
export function dateIn(cell: CellReader, column: GiasColumn, gap: Gaps): string | null {
  const text = cell(column);
  const date = isoDateOf(text);
  if (text !== "" && date === null) gap(column, "is not a date in the form dd-mm-yyyy");
  return date;
}

/** The whole number, zero or more, in a column: years, pupils or metres. */
export function wholeIn(cell: CellReader, column: GiasColumn, gap: Gaps): number | null {
  const text = cell(column);
  if (text === "") return null;
  const value = /^\d{1,9}(?:\.0*)?$/.test(text) ? Number(text) : null;
  if (value === null) gap(column, "is not a whole number");
  return value;
}

/** The percentage in a column, 0 to 100. */
export function percentageIn(cell: CellReader, column: GiasColumn, gap: Gaps): number | null {
  const text = cell(column);
  if (text === "") return null;
  const value = /^\d{1,3}(?:\.\d+)?$/.test(text) ? Number(text) : null;
  if (value !== null && value <= 100) return value;
  gap(column, "is not a percentage");
  return null;
}
