import type { SchoolUrn } from "../domain/ids.ts";
import { faultOfRange } from "../domain/vocabulary.ts";
import type { Audience, ClaimLevel, Mode, Phase, Setting, SupportType } from "../domain/vocabulary.ts";
import type { CsvProblem } from "./csv.ts";
import { readTable, tableTemplate } from "./csvTable.ts";
import {
  checkClaims,
  checkRepeats,
  ownFacts,
  type PeopleRow as Row,
  type Report,
  type RowsOfPerson,
} from "./peopleRows.ts";
import { peopleFormat } from "./peopleTable.ts";

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

/** A person as their rows describe them, with the claims of all. Null is "not given". */
export type PersonRow = {
  readonly row: number;
  readonly personKey: string;
  readonly name: string;
  readonly email: string;
  readonly homeUrn: SchoolUrn;
  readonly claims: readonly ClaimRow[];
  readonly modes: readonly Mode[] | null;
  readonly supportTypes: readonly SupportType[] | null;
  readonly audiences: readonly Audience[] | null;
  readonly settings: readonly Setting[] | null;
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
  const fault = faultOfRange({ from, to });
  if (fault !== null) report(row, `Available ${fault.end}`, fault.message);
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

function personOf(rows: RowsOfPerson, report: Report): PersonRow {
  checkRepeats(rows, report);
  checkClaims(rows, report);
  const own = ownFacts(rows);
  const { value } = own;
  const travelLimitKm = value["Travel limit km"];
  return {
    row: own.row,
    personKey: value["Person key"],
    name: value.Name,
    email: value.Email,
    homeUrn: value["Home school URN"],
    claims: rows.map((row) => claimOf(row, report)),
    modes: value.Modes,
    supportTypes: value["Support types"],
    audiences: value.Audiences,
    settings: value.Settings,
    capacityDaysPerYear: value["Days per year"],
    capacityDeployments: value["Deployments at once"],
    travelLimitMetres: travelLimitKm === null ? null : travelLimitKm * 1000,
    available: availabilityOf(own, report),
    designation: designationOf(own, report),
    assurance: assuranceOf(own, report),
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
 * person's own facts stand in any of their rows; the others repeat them or leave the optional ones empty.
 * Retired and unknown codes, codes claimed twice, more than eight claims, addresses used twice, rows that contradict
 * each other and dates that
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
