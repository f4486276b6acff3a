import type { Fault, Refusal } from "../contract/problems.ts";
import { type CsvProblem, problemLimit } from "../registers/csv.ts";
import { refuse } from "./refusal.ts";

/** Where each problem of a file lies, as a problem document tells it. */
export const fileFaults = (problems: readonly CsvProblem[]): Fault[] =>
  problems.map(({ row, column, message }) => ({
    row,
    detail: message,
    ...(column === null ? {} : { column }),
  }));

/** Faults in the order of the rows, however they were found. */
export const byRow = (faults: readonly Fault[]): Fault[] =>
  faults.toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0));

/** Refuses a file that a caller wrote, with the first of its faults: a reader stops at some number of them. */
export const refuseFile = (faults: readonly Fault[]): Refusal =>
  refuse(
    "file-refused",
    faults.length < problemLimit
      ? "Mend what is listed and send the whole file again."
      : `The first ${problemLimit} faults are listed, and there may be more: mend the whole file and send it again.`,
    faults.slice(0, problemLimit),
  );
