import { isDeepStrictEqual } from "node:util";
import { mostClaims } from "../domain/people/person.ts";
import type { TableRow } from "./csvTable.ts";
import type { PeopleTableRow } from "./peopleTable.ts";

export type PeopleRow = TableRow<PeopleTableRow>;
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

const giving = (rows: RowsOfPerson, column: OwnColumn): PeopleRow | undefined =>
  rows.find(({ value }) => value[column] !== null);

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
export function checkRepeats(rows: RowsOfPerson, report: Report): void {
  for (const column of ownColumns) {
    const first = giving(rows, column);
    for (const { row, value } of rows) {
      const repeated = value[column];
      if (first === undefined || repeated === null) continue;
      if (!isDeepStrictEqual(repeated, first.value[column]))
        report(row, column, `This differs from row ${first.row}, which has the same person key`);
    }
  }
}

/** Reports codes that a person claims twice, and the claims from the ninth on. */
export function checkClaims(rows: RowsOfPerson, report: Report): void {
  rows.forEach(({ row, value }, index) => {
    const earlier = rows.slice(0, index).find((each) => each.value.Code === value.Code);
    if (earlier) report(row, "Code", `This person already claims ${value.Code} in row ${earlier.row}`);
    if (index === mostClaims) report(row, "Code", `A person may claim at most ${mostClaims} codes`);
  });
}
