import * as z from "zod";
import { authorityHolder, type CalendarHolder, spanKinds } from "../domain/calendar/calendarYear.ts";
import type { SchoolUrn } from "../domain/ids.ts";
import { type CalendarReading, calendarsOf, type SpanRow } from "./calendarReading.ts";
import { type CsvProblem, problemLimit } from "./csv.ts";
import { dateCell, optionalCell, textCell, urnCell, wordCell } from "./csvCells.ts";
import { readTable, type TableFormat, type TableRow, tableTemplate } from "./csvTable.ts";

const shape = {
  "Authority code": optionalCell(z.string().regex(/^[A-Za-z0-9]{1,10}$/, "An authority's code is like 373")),
  "School URN": optionalCell(urnCell),
  Kind: wordCell(z.enum(spanKinds), spanKinds),
  Name: textCell(80),
  From: dateCell,
  To: optionalCell(dateCell),
};

/** The calendars file: one row per stretch of days; without `To` it is one day. */
const calendarFormat: TableFormat<typeof shape> = {
  schema: z.strictObject(shape),
  optional: ["Authority code", "School URN", "To"],
  example: {
    "Authority code": "373",
    "School URN": "",
    Kind: "term",
    Name: "Autumn term",
    From: "2026-09-01",
    To: "2026-12-18",
  },
};

/** The template to download. */
export const calendarTemplate = (): string => tableTemplate(calendarFormat);

type Row = TableRow<z.infer<typeof calendarFormat.schema>>;

function holderOf(
  { value }: Row,
  schoolOf: (urn: SchoolUrn) => CalendarHolder | undefined,
): CalendarHolder | Omit<CsvProblem, "row"> {
  const { "Authority code": authority, "School URN": urn } = value;
  if (authority !== null && urn === null) return authorityHolder(authority);
  if (urn === null)
    return { column: "Authority code", message: "Give an authority's code or a school's URN" };
  if (authority !== null)
    return { column: "School URN", message: "Give an authority's code or a school's URN, not both" };
  return (
    schoolOf(urn) ?? { column: "School URN", message: `URN ${urn} is not in the partnership's register` }
  );
}

/** Reads calendars from CSV, every problem with its row and column. `schoolOf` knows the member schools. */
export function readCalendarCsv(
  source: Uint8Array | string,
  schoolOf: (urn: SchoolUrn) => CalendarHolder | undefined,
): CalendarReading {
  const table = readTable(source, calendarFormat);
  if (table.kind === "refused") return table;
  const problems: CsvProblem[] = [];
  const rows: SpanRow[] = [];
  for (const each of table.rows) {
    const { row, value } = each;
    const { Kind: kind, Name: name, From: from, To: to } = value;
    const holder = holderOf(each, schoolOf);
    if (typeof holder === "string") rows.push({ row, holder, span: { kind, name, from, to: to ?? from } });
    else problems.push({ row, ...holder });
  }
  return problems.length > 0
    ? { kind: "refused", problems: problems.slice(0, problemLimit) }
    : calendarsOf(rows);
}
