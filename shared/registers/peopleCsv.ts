import type { SchoolUrn } from "../domain/ids.ts";
import { faultOfRange } from "../domain/vocabulary.ts";
import type { Audience, ClaimLevel, Mode, Phase, Setting, SupportType } from "../domain/vocabulary.ts";
import type { CsvProblem } from "./csv.ts";
import { readTable, tableTemplate } from "./csvTable.ts";
import {
  checkClaims,
  checkEmails,
  checkRepeats,
  ownFacts,
  type PartOfRow,
  partsOf,
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

/** People of a file and what is wrong with it: read, it is all of them; refused, those whose rows are whole. */
export interface PeopleReading {
  readonly kind: "read" | "refused";
  readonly people: readonly PersonRow[];
  readonly problems: readonly CsvProblem[];
  /** The rows of everybody else, each as far as it can be read. */
  readonly parts: readonly PartOfRow[];
}

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

/**
 * Reads the people file: one row per claim, rows of one person told by their key, wherever they stand. A
 * person's own facts stand in any of their rows; the others repeat them or leave the optional ones empty.
 * Retired and unknown codes, codes claimed twice, more than eight claims, addresses used twice, rows that contradict
 * each other and dates that
 * end before they begin are problems; any problem refuses the whole file. Whether a URN is in the register is
 * for the caller to check, also of the rows that have problems.
 */
export function readPeople(source: Uint8Array | string): PeopleReading {
  const table = readTable(source, peopleFormat);
  const problems = table.kind === "refused" ? [...table.problems] : [];
  const report: Report = (row, column, message) => {
    problems.push({ row, column, message });
  };
  const whole = new Map(table.rows.map((each) => [each.row, each]));
  const all = partsOf(table);
  // A row whose key cannot be read is nobody's but its own.
  const ofEach = Map.groupBy(all, ({ row, value }) => value["Person key"] ?? row);
  checkEmails(ofEach.values(), report);
  const people: PersonRow[] = [];
  const parts: PartOfRow[] = [];
  for (const rows of ofEach.values()) {
    checkRepeats(rows, report);
    checkClaims(rows, report);
    const [first, ...others] = rows.flatMap(({ row }) => whole.get(row) ?? []);
    if (first && others.length + 1 === rows.length) people.push(personOf([first, ...others], report));
    else parts.push(...rows);
  }
  return { kind: problems.length > 0 ? "refused" : "read", people, problems, parts };
}

/** The template of the people file: header and one example row. */
export const peopleTemplate = (): string => tableTemplate(peopleFormat);
