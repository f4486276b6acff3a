import { isDeepStrictEqual } from "node:util";
import { mostClaims } from "../domain/people/person.ts";
import type { TableReading, TableRow } from "./csvTable.ts";
import { peopleFormat, type PeopleTableRow } from "./peopleTable.ts";

export type PeopleRow = TableRow<PeopleTableRow>;
/** A row, or of one that is wrong what of it is not. */
export type PartOfRow = TableRow<{
  readonly [Column in keyof PeopleTableRow]?: PeopleTableRow[Column] | undefined;
}>;
/** All rows of one person, in the order of the file. */
export type RowsOfPerson = readonly [PeopleRow, ...PeopleRow[]];
export type Report = (row: number, column: string, message: string) => void;

const ownColumns = [
  "Name",
  "Email",
  "Home school URN",
  "Modes",
  "Support types",
  "Audiences",
  "Settings",
  "Days per year",
  "Deployments at once",
  "Travel limit km",
  "Available from",
  "Available to",
  "Designation",
  "Awarding body",
  "Awarded on",
  "Designation expires",
  "Assurance confirmed on",
  "Assurance valid until",
] as const;
type OwnColumn = (typeof ownColumns)[number];

const isGiven = (cell: unknown): boolean => cell !== null && cell !== undefined;

const giving = <Part extends PartOfRow>(rows: readonly Part[], column: OwnColumn): Part | undefined =>
  rows.find(({ value }) => isGiven(value[column]));

/** What a person's rows say of the person, each from the first row that says it, under the first row's number. */
export function ownFacts(rows: RowsOfPerson): PeopleRow {
  const [first] = rows;
  const given = <Name extends OwnColumn>(column: Name): PeopleTableRow[Name] =>
    (giving(rows, column) ?? first).value[column];
  return {
    row: first.row,
    value: {
      ...first.value,
      Modes: given("Modes"),
      "Support types": given("Support types"),
      Audiences: given("Audiences"),
      Settings: given("Settings"),
      "Days per year": given("Days per year"),
      "Deployments at once": given("Deployments at once"),
      "Travel limit km": given("Travel limit km"),
      "Available from": given("Available from"),
      "Available to": given("Available to"),
      Designation: given("Designation"),
      "Awarding body": given("Awarding body"),
      "Awarded on": given("Awarded on"),
      "Designation expires": given("Designation expires"),
      "Assurance confirmed on": given("Assurance confirmed on"),
      "Assurance valid until": given("Assurance valid until"),
    },
  };
}

/** Reports each cell that contradicts what an earlier row says of the same person. */
export function checkRepeats(rows: readonly PartOfRow[], report: Report): void {
  for (const column of ownColumns) {
    const first = giving(rows, column);
    for (const { row, value } of rows) {
      const repeated = value[column];
      if (first === undefined || !isGiven(repeated)) continue;
      if (!isDeepStrictEqual(repeated, first.value[column]))
        report(row, column, `This differs from row ${first.row}, which has the same person key`);
    }
  }
}

/** Reports codes that a person claims twice, and the claims from the ninth on. */
export function checkClaims(rows: readonly PartOfRow[], report: Report): void {
  rows.forEach(({ row, value }, index) => {
    const earlier = rows.slice(0, index).find((each) => each.value.Code === value.Code);
    if (earlier && value.Code !== undefined)
      report(row, "Code", `This person already claims ${value.Code} in row ${earlier.row}`);
    if (index === mostClaims) report(row, "Code", `A person may claim at most ${mostClaims} codes`);
  });
}

/** Reports an address that another person's rows have, at the first row of each person that gives it. */
export function checkEmails(people: Iterable<readonly PartOfRow[]>, report: Report): void {
  const byEmail = new Map<string, number>();
  for (const rows of people) {
    const giving = rows.find(({ value }) => value.Email !== undefined);
    if (giving?.value.Email === undefined) continue;
    const earlier = byEmail.get(giving.value.Email);
    if (earlier !== undefined)
      report(giving.row, "Email", `Row ${earlier} has this address under another person key`);
    else byEmail.set(giving.value.Email, giving.row);
  }
}

const partOf = peopleFormat.schema.partial();

/** Every row as far as it can be read, in the order of the file. */
export const partsOf = (table: TableReading<PeopleTableRow>): PartOfRow[] =>
  table.kind === "read"
    ? [...table.rows]
    : [...table.rows, ...table.parts.map(({ row, value }) => ({ row, value: partOf.parse(value) }))].toSorted(
        (a, b) => a.row - b.row,
      );
