import type { Fault } from "../../shared/contract/problems.ts";
import type { SchoolUrn } from "../../shared/domain/ids.ts";
import type { Leaves } from "../../shared/domain/people/expertise.ts";
import { mayAskForSupport, type School } from "../../shared/domain/schools/school.ts";
import { codeFault } from "../../shared/registers/leaves.ts";
import type { PersonRow } from "../../shared/registers/peopleCsv.ts";
import type { PartOfRow } from "../../shared/registers/peopleRows.ts";

/** What one row says that is held against the register, the codes and today; of what it does not say, nothing. */
interface Said {
  readonly row: number;
  readonly personKey?: string | undefined;
  readonly homeUrn?: SchoolUrn | undefined;
  readonly code?: string | undefined;
  readonly lastPractisedYear?: number | undefined;
  readonly endorsedOn?: string | null | undefined;
  readonly confirmedOn?: string | null | undefined;
}

/** What a person says: of themselves in their first row, and of each claim in its own. */
export const saidBy = ({ row, personKey, homeUrn, assurance, claims }: PersonRow): Said[] => [
  { row, personKey, homeUrn, confirmedOn: assurance?.confirmedOn },
  ...claims.map((claim): Said => ({ ...claim, endorsedOn: claim.endorsement?.endorsedOn })),
];

/** What a row says that can be read in part only. */
export const saidIn = ({ row, value }: PartOfRow): Said => ({
  row,
  personKey: value["Person key"],
  homeUrn: value["Home school URN"],
  code: value.Code,
  lastPractisedYear: value["Last practised year"],
  endorsedOn: value["Endorsed on"],
  confirmedOn: value["Assurance confirmed on"],
});

interface Known {
  readonly homes: ReadonlyMap<SchoolUrn, School>;
  readonly leaves: Leaves;
  readonly isErased: (personKey: string) => boolean;
  readonly today: string;
}

function faultOfHome(urn: SchoolUrn, { homes }: Known): string | undefined {
  const home = homes.get(urn);
  if (!home)
    return `URN ${urn} is not in the partnership's register: give that of the member school where they work`;
  return mayAskForSupport(home)
    ? undefined
    : `${home.name} is ${home.status}: give the URN of the school where they work now`;
}

const faultOfDate = (date: string | null | undefined, { today }: Known): string | undefined =>
  date && date > today ? `This date is after today, ${today}: give the day on which it was` : undefined;

const erasedBefore = "Whoever had this key was erased: give another key to somebody who is recorded anew";

function faultOfYear(year: number, { today }: Known): string | undefined {
  const thisYear = Number(today.slice(0, 4));
  return year > thisYear ? `This year is ${thisYear}: give it, or an earlier one` : undefined;
}

/** Everything in a row that does not hold against what is known, each with what to do. */
export function faultsOf(said: Said, known: Known): Fault[] {
  const { row, personKey, homeUrn, code, lastPractisedYear } = said;
  const found: readonly (readonly [column: string, detail: string | false | undefined])[] = [
    ["Person key", personKey !== undefined && known.isErased(personKey) && erasedBefore],
    ["Home school URN", homeUrn && faultOfHome(homeUrn, known)],
    ["Code", code !== undefined && codeFault(code, known.leaves)?.detail],
    ["Last practised year", lastPractisedYear !== undefined && faultOfYear(lastPractisedYear, known)],
    ["Endorsed on", faultOfDate(said.endorsedOn, known)],
    ["Assurance confirmed on", faultOfDate(said.confirmedOn, known)],
  ];
  return found.flatMap(([column, detail]) => (detail ? [{ row, column, detail }] : []));
}
