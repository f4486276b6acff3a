import { CsvError, parse, type InfoRecord } from "csv-parse/sync";
import { decodeText } from "./textDecoding.ts";

/** What is wrong and where: `row` counts as a spreadsheet does (the header is row 1); no column means the row. */
export type CsvProblem = { readonly row: number; readonly column: string | null; readonly message: string };

export type CsvRow = { readonly row: number; readonly cells: readonly string[] };

export type CsvReading =
  | { readonly kind: "read"; readonly header: readonly string[]; readonly rows: readonly CsvRow[] }
  | { readonly kind: "refused"; readonly problems: readonly CsvProblem[] };

/** Receives a file row by row, so that a large one need not be held twice. */
export type CsvVisitor = {
  /** The first row. Problems returned here end the reading. */
  readonly header: (cells: readonly string[]) => readonly CsvProblem[];
  readonly row: (row: CsvRow) => void;
};

/** Problems shown of one file; a wrong file would otherwise be answered with a line per row. */
export const problemLimit = 100;

const shape = (row: number, message: string): CsvProblem => ({ row, column: null, message });

const shapeMessages: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: "The file ends inside a quoted cell: it was cut short, or a quote is missing",
  CSV_MAX_RECORD_SIZE: "A row is longer than any row can be: a closing quote is missing",
};

const messageOf = (error: CsvError): string =>
  shapeMessages[error.code] ?? "The quotes of this row do not follow the CSV rules";

function repeatedHeader(header: readonly string[]): CsvProblem[] {
  return header
    .filter((name, index) => name !== "" && header.indexOf(name) !== index)
    .map((column) => ({ row: 1, column, message: "This column stands twice in the header" }));
}

/** The parser's options and, when it has ended, the problems found; shared by the two ways to read a file. */
export function collectCsv(visitor: CsvVisitor) {
  const problems: CsvProblem[] = [];
  let width = -1;
  let row = 0;
  const visit = (cells: readonly string[]): void => {
    if (width === -1) {
      width = cells.length;
      problems.push(...repeatedHeader(cells), ...visitor.header(cells));
    } else if (cells.length !== width) {
      problems.push(shape(row, `The row has ${cells.length} cells where the header has ${width}`));
    } else if (problems.length === 0) visitor.row({ row, cells });
  };
  return {
    options: {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], info: InfoRecord): null => {
        row = info.records + info.empty_lines;
        if (problems.length < problemLimit) visit(cells);
        return null;
      },
    },
    ended: (error: CsvError | null): readonly CsvProblem[] => {
      if (error) problems.push(shape(row + 1, messageOf(error)));
      if (width === -1 && problems.length === 0) problems.push(shape(1, "The file has no header row"));
      return problems.slice(0, problemLimit);
    },
  };
}

/**
 * Walks a CSV text: comma-separated, quoted where needed, any line ending, blank lines skipped. Every row
 * must have as many cells as the header, so that a file cut short is seen. Returns the problems found in the
 * file's shape, at most `problemLimit`; none means that every row was visited.
 */
export function visitCsv(text: string, visitor: CsvVisitor): readonly CsvProblem[] {
  const collected = collectCsv(visitor);
  try {
    parse(text, collected.options);
  } catch (error) {
    if (error instanceof CsvError) return collected.ended(error);
    throw error;
  }
  return collected.ended(null);
}

/** The text of a CSV file from bytes or from text, or the problem of its bytes. */
export function csvText(
  source: Uint8Array | string,
):
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "refused"; readonly problem: CsvProblem } {
  if (typeof source === "string") return { kind: "text", text: source };
  const decoded = decodeText(source);
  return decoded.kind === "text"
    ? { kind: "text", text: decoded.text }
    : { kind: "refused", problem: shape(decoded.line, decoded.message) };
}

/** Reads a small CSV file whole. Header names are trimmed; cells are kept as written. */
export function readCsv(source: Uint8Array | string): CsvReading {
  const decoded = csvText(source);
  if (decoded.kind === "refused") return { kind: "refused", problems: [decoded.problem] };
  let header: readonly string[] = [];
  const rows: CsvRow[] = [];
  const problems = visitCsv(decoded.text, {
    header: (cells) => {
      header = cells.map((cell) => cell.trim());
      return [];
    },
    row: (row) => rows.push(row),
  });
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", header, rows };
}

// A spreadsheet runs a cell that begins so as a formula; the quote mark makes it show as text.
const formulaStart = /^[\s]*[=+\-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20]/;

function cellOf(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Writes CSV with CRLF line ends, safe to open in a spreadsheet: text that would run as a formula is preceded
 * by an apostrophe. Numbers are written as they are, negative ones too.
 */
export function toCsv(
  header: readonly string[],
  rows: readonly (readonly (string | number | boolean | null)[])[],
): string {
  return [header, ...rows].map((cells) => `${cells.map(cellOf).join(",")}\r\n`).join("");
}
