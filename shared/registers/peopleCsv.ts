import type { SchoolUrn } from "../domain/ids.ts";
import type { ClaimLevel, Mode, Phase } from "../domain/vocabulary.ts";
import type { CsvProblem } from "./csv.ts";
import { readTable, tableTemplate, type TableRow } from "./csvTable.ts";
import { peopleFormat, type PeopleTableRow } from "./peopleTable.ts";

/** One claim of a person, as its row says it. */
export type ClaimRow = {
  readonly row: number;
  readonly code: string;
  readonly level: ClaimLevel;
  readonly phases: readonly Phase[];
  readonly lastPractisedYear: number;
  readonly evidence: string;
  readonly endorsement: { readonly endorsedOn: string; readonly note: string } | null;
};

/** A person as their first row describes them, with the claims of all their rows. Null is "not given". */
export type PersonRow = {
  readonly row: number;
  readonly personKey: string;
  readonly name: string;
  readonly email: string;
  readonly homeUrn: SchoolUrn;
  readonly claims: readonly ClaimRow[];
  readonly modes: readonly Mode[] | null;
  /** Days in halves. */
  readonly capacityDaysPerYear: number | null;
  readonly capacityDeployments: number | null;
  readonly travelLimitMetres: number | null;
  readonly available: { readonly from: string; readonly to: string } | null;
  readonly designation: {
    readonly title: string;
    readonly awardingBody: string;
    readonly awardedOn: string;
    readonly expiresOn: string | null;
  } | null;
  readonly assurance: { readonly confirmedOn: string; readonly validUntil: string } | null;
};

export type PeopleReading =
  | { readonly kind: "read"; readonly people: readonly PersonRow[] }
  | { readonly kind: "refused"; readonly problems: readonly CsvProblem[] };

type Row = TableRow<PeopleTableRow>;
type Report = (row: number, column: string, message: string) => void;

const mostClaims = 8;

function claimOf({ row, value }: Row, report: Report): ClaimRow {
  const endorsedOn = value["Endorsed on"];
  if (endorsedOn === null && value["Endorsement note"] !== null) {
    report(row, "Endorsed on", "An endorsement note needs the date of the endorsement");
  }
  return {
    row,
    code: value.Code,
    level: value.Level,
    phases: value.Phases,
    lastPractisedYear: value["Last practised year"],
    evidence: value.Evidence ?? "",
    endorsement: endorsedOn === null ? null : { endorsedOn, note: value["Endorsement note"] ?? "" },
  };
}

function availabilityOf({ row, value }: Row, report: Report): PersonRow["available"] {
  const { "Available from": from, "Available to": to } = value;
  if (from === null && to === null) return null;
  if (from === null || to === null) {
    report(
      row,
      from === null ? "Available from" : "Available to",
      "Give both dates of the availability or none",
    );
    return null;
  }
  if (to < from) report(row, "Available to", "This date is before the first one");
  return { from, to };
}

function designationOf({ row, value }: Row, report: Report): PersonRow["designation"] {
  const { Designation: title, "Awarding body": awardingBody, "Awarded on": awardedOn } = value;
  const expiresOn = value["Designation expires"];
  if (title === null && awardingBody === null && awardedOn === null && expiresOn === null) return null;
  if (title === null || awardingBody === null || awardedOn === null) {
    const column = title === null ? "Designation" : awardingBody === null ? "Awarding body" : "Awarded on";
    report(row, column, "A designation needs its title, awarding body and date of award");
    return null;
  }
  if (expiresOn !== null && expiresOn < awardedOn) {
    report(row, "Designation expires", "This date is before the award");
  }
  return { title, awardingBody, awardedOn, expiresOn };
}

function assuranceOf({ row, value }: Row, report: Report): PersonRow["assurance"] {
  const { "Assurance confirmed on": confirmedOn, "Assurance valid until": validUntil } = value;
  if (confirmedOn === null && validUntil === null) return null;
  if (confirmedOn === null || validUntil === null) {
    const column = confirmedOn === null ? "Assurance confirmed on" : "Assurance valid until";
    report(row, column, "Give both dates of the employer's assurance or none");
    return null;
  }
  if (validUntil < confirmedOn) report(row, "Assurance valid until", "This date is before the confirmation");
  return { confirmedOn, validUntil };
}

const personColumns = [
  "Name",
  "Email",
  "Home school URN",
  "Days per year",
  "Deployments at once",
  "Travel limit km",
  "Designation",
  "Assurance valid until",
] as const;

function checkRepeats(first: Row, others: readonly Row[], report: Report): void {
  for (const { row, value } of others) {
    for (const column of personColumns) {
      const repeated = value[column];
      if (repeated !== null && repeated !== first.value[column]) {
        report(row, column, `This differs from row ${first.row}, which has the same person key`);
      }
    }
  }
}

function checkClaims(rows: readonly Row[], report: Report): void {
  rows.forEach(({ row, value }, index) => {
    const earlier = rows.slice(0, index).find((each) => each.value.Code === value.Code);
    if (earlier) report(row, "Code", `This person already claims ${value.Code} in row ${earlier.row}`);
    if (index === mostClaims) report(row, "Code", `A person may claim at most ${mostClaims} codes`);
  });
}

function personOf(rows: readonly [Row, ...Row[]], report: Report): PersonRow {
  const [first, ...others] = rows;
  checkRepeats(first, others, report);
  checkClaims(rows, report);
  const { value } = first;
  const travelLimitKm = value["Travel limit km"];
  return {
    row: first.row,
    personKey: value["Person key"],
    name: value.Name,
    email: value.Email,
    homeUrn: value["Home school URN"],
    claims: rows.map((row) => claimOf(row, report)),
    modes: value.Modes,
    capacityDaysPerYear: value["Days per year"],
    capacityDeployments: value["Deployments at once"],
    travelLimitMetres: travelLimitKm === null ? null : travelLimitKm * 1000,
    available: availabilityOf(first, report),
    designation: designationOf(first, report),
    assurance: assuranceOf(first, report),
  };
}

function checkEmails(people: readonly PersonRow[], report: Report): void {
  const byEmail = new Map<string, PersonRow>();
  for (const person of people) {
    const earlier = byEmail.get(person.email);
    if (earlier) report(person.row, "Email", `Row ${earlier.row} has this address under another person key`);
    else byEmail.set(person.email, person);
  }
}

/**
 * Reads the people file: one row per claim, rows of one person told by their key, wherever they stand. A
 * person's own facts are taken from their first row; later rows repeat them or leave the optional ones empty.
 * Retired and unknown codes, codes claimed twice, more than eight claims, addresses used twice and dates that
 * end before they begin are problems; any problem refuses the whole file. Whether a URN is in the register is
 * for the caller to check.
 */
export function readPeople(source: Uint8Array | string): PeopleReading {
  const table = readTable(source, peopleFormat);
  if (table.kind === "refused") return table;
  const problems: CsvProblem[] = [];
  const report: Report = (row, column, message) => {
    problems.push({ row, column, message });
  };
  const byKey = new Map<string, [Row, ...Row[]]>();
  for (const row of table.rows) {
    const known = byKey.get(row.value["Person key"]);
    if (known) known.push(row);
    else byKey.set(row.value["Person key"], [row]);
  }
  const people = [...byKey.values()].map((rows) => personOf(rows, report));
  checkEmails(people, report);
  return problems.length > 0 ? { kind: "refused", problems } : { kind: "read", people };
}

/** The template of the people file: header and one example row. */
export const peopleTemplate = (): string => tableTemplate(peopleFormat);
