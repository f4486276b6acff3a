import type { RegisterImportId, SchoolId, SchoolUrn } from "../../shared/domain/ids.ts";
import { mayAskForSupport } from "../../shared/domain/school.ts";
import type { Establishment } from "../../shared/registers/establishment.ts";
import type { GiasColumn } from "../../shared/registers/giasColumns.ts";
import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { changedFacts, schoolRow } from "./schoolFacts.ts";

interface PlanOptions {
  readonly importId: RegisterImportId;
  /** The schools of the register in force. */
  readonly before: readonly SchoolFacts[];
  /** Those of the file that are, or become, members. */
  readonly establishments: readonly Establishment[];
  readonly absentColumns: readonly GiasColumn[];
  /** The id of a school that no register had before. */
  readonly newSchoolId: (urn: SchoolUrn) => SchoolId;
}

/** What an import would put in force, and how that differs from what is. */
export interface RegisterPlan {
  readonly rows: readonly SchoolFacts[];
  readonly added: number;
  readonly unchanged: number;
  readonly opened: readonly SchoolUrn[];
  readonly closed: readonly SchoolUrn[];
  readonly changed: readonly { readonly urn: SchoolUrn; readonly fields: string[] }[];
  readonly absent: readonly SchoolUrn[];
}

interface Pair {
  readonly before: SchoolFacts | undefined;
  readonly after: SchoolFacts;
}

/**
 * Compares a file's schools with those in force. A known URN keeps its school's id; a school that the file
 * does not have is carried over as it was and reported, never closed.
 */
export function planRegister(options: PlanOptions): RegisterPlan {
  const { importId, establishments, newSchoolId } = options;
  const known = new Map(options.before.map((school) => [school.urn, school]));
  const present = new Set(establishments.map(({ urn }) => urn));
  const absentColumns = new Set(options.absentColumns);
  const pairs = establishments.map((establishment): Pair => {
    const before = known.get(establishment.urn);
    const schoolId = before?.schoolId ?? newSchoolId(establishment.urn);
    return { before, after: schoolRow({ establishment, schoolId, importId, before, absentColumns }) };
  });
  const absent = options.before.filter(({ urn }) => !present.has(urn));
  const changed = pairs
    .map(({ before, after }) => ({ urn: after.urn, fields: before ? changedFacts(before, after) : [] }))
    .filter(({ fields }) => fields.length > 0);
  const added = pairs.filter(({ before }) => !before).length;
  return {
    rows: [...pairs.map(({ after }) => after), ...absent.map((each) => ({ ...each, importedBy: importId }))],
    added,
    unchanged: pairs.length - added - changed.length,
    opened: urnsWhere(pairs, (pair) => mayAsk(pair.after) && !mayAsk(pair.before)),
    closed: urnsWhere(pairs, (pair) => pair.after.status === "closed" && isKnownNotClosed(pair.before)),
    changed,
    absent: absent.map(({ urn }) => urn),
  };
}

const urnsWhere = (pairs: readonly Pair[], holds: (pair: Pair) => boolean): SchoolUrn[] =>
  pairs.filter(holds).map(({ after }) => after.urn);

const mayAsk = (school: SchoolFacts | undefined): boolean => school !== undefined && mayAskForSupport(school);
const isKnownNotClosed = (school: SchoolFacts | undefined): boolean =>
  school !== undefined && school.status !== "closed";
