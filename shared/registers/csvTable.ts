import type * as z from "zod";
import { problemLimit, readCsv, toCsv, type CsvProblem, type CsvRow } from "./csv.ts";

/** One parsed row, and where in the file it stands (the header is row 1). */
export type TableRow<Value> = { readonly row: number; readonly value: Value };

export type TableReading<Value> =
  | { readonly kind: "read"; readonly rows: readonly TableRow<Value>[] }
  | {
      readonly kind: "refused";
      readonly problems: readonly CsvProblem[];
      /** The rows without a problem. */
      readonly rows: readonly TableRow<Value>[];
      /** Of each other row the cells without one, so that what else is wrong can be told with it. */
      readonly parts: readonly TableRow<Readonly<Record<string, string>>>[];
    };

/** A CSV that people fill in: its columns in the template's order, with one example cell each. */
export type TableFormat<Shape extends z.ZodRawShape> = {
  readonly schema: z.ZodObject<Shape>;
  /** Columns that may be left out of a file altogether; their cells then read as empty. */
  readonly optional: readonly string[];
  readonly example: Readonly<Record<string, string>>;
};

// People retype headers: case and spacing are theirs to choose.
const plain = (name: string): string => name.trim().toLowerCase().replaceAll(/\s+/g, " ");

function headerProblems(
  header: readonly string[],
  columns: readonly string[],
  optional: readonly string[],
): CsvProblem[] {
  const given = header.map(plain);
  const known = new Set(columns.map(plain));
  const problem = (column: string, message: string): CsvProblem => ({ row: 1, column, message });
  const unknown = header.filter((name) => !known.has(plain(name)));
  const twice = header.filter(
    (name, index) => given.indexOf(plain(name)) !== index && known.has(plain(name)),
  );
  const missing = columns.filter((name) => !given.includes(plain(name)) && !optional.includes(name));
  return [
    ...unknown.map((name) => problem(name, `There is no column "${name}": use ${columns.join(", ")}`)),
    ...twice.map((name) => problem(name, "This column stands twice in the header")),
    ...missing.map((name) => problem(name, "This column is missing")),
  ];
}

const isBlank = ({ cells }: CsvRow): boolean => cells.every((cell) => cell.trim() === "");

/**
 * Reads a filled-in template: columns by name in any order, unknown ones refused by name, blank rows
 * skipped. Every problem of every row comes back at once, with its row and column.
 */
export function readTable<Shape extends z.ZodRawShape>(
  source: Uint8Array | string,
  format: TableFormat<Shape>,
): TableReading<z.infer<z.ZodObject<Shape>>> {
  const csv = readCsv(source);
  if (csv.kind === "refused") return unread(csv.problems);
  const columns = Object.keys(format.schema.shape);
  const problems = headerProblems(csv.header, columns, format.optional);
  if (problems.length > 0) return unread(problems);
  const header = csv.header.map(plain);
  const rows: TableRow<z.infer<z.ZodObject<Shape>>>[] = [];
  const parts: TableRow<Record<string, string>>[] = [];
  for (const csvRow of csv.rows) {
    if (isBlank(csvRow)) continue;
    const { row, cells } = csvRow;
    const cellOf = (name: string): string => cells[header.indexOf(plain(name))]?.trim() ?? "";
    const given = columns.map((name) => [name, cellOf(name)] as const);
    const parsed = format.schema.safeParse(Object.fromEntries(given));
    if (parsed.success) rows.push({ row, value: parsed.data });
    else {
      const found = parsed.error.issues.map((issue) => problemOf(row, issue));
      const good = given.filter(([name]) => !found.some(({ column }) => column === name));
      problems.push(...found);
      parts.push({ row, value: Object.fromEntries(good) });
    }
  }
  if (problems.length > 0) return { kind: "refused", problems: problems.slice(0, problemLimit), rows, parts };
  if (rows.length > 0) return { kind: "read", rows };
  return unread([{ row: 1, column: null, message: "The file has no rows below its header" }]);
}

/** A file of which no row could be read. */
const unread = (problems: readonly CsvProblem[]) =>
  ({ kind: "refused", problems, rows: [], parts: [] }) as const;

function problemOf(row: number, issue: z.core.$ZodIssue): CsvProblem {
  const [column] = issue.path;
  return { row, column: column === undefined ? null : String(column), message: issue.message };
}

/** The template to download: the header and one example row. */
export function tableTemplate<Shape extends z.ZodRawShape>(format: TableFormat<Shape>): string {
  const columns = Object.keys(format.schema.shape);
  return toCsv(columns, [columns.map((name) => format.example[name] ?? "")]);
}
