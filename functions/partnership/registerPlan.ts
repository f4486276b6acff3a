import type { RegisterImportId, SchoolId, SchoolUrn } from "../../shared/domain/ids.ts";
import { continuedAs } from "../../shared/domain/schools/registerFacts.ts";
import type { Establishment, EstablishmentFact } from "../../shared/registers/establishment.ts";
import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { schoolRow } from "./schoolFacts.ts";

interface PlanOptions {
  readonly importId: RegisterImportId;
  /** The schools of the register in force. */
  readonly before: readonly SchoolFacts[];
  /** Those of the file that are, or become, members. */
  readonly establishments: readonly Establishment[];
  readonly absentFacts: readonly EstablishmentFact[];
  /** The id of a school that no register had before. */
  readonly newSchoolId: (urn: SchoolUrn) => SchoolId;
  readonly today: string;
}

/** The schools that an import would put in force, and those of them that its file does not have. */
export interface PlannedRows {
  readonly rows: readonly SchoolFacts[];
  readonly absent: readonly SchoolUrn[];
}

/**
 * The register in force once a file of establishments is taken. A known URN keeps its school's id; a school that one
 * other plainly follows goes on under that one's URN, with its id and all that points to it; a school that the file
 * does not have is kept as it was and flagged, never closed.
 */
export function planRegister(options: PlanOptions): PlannedRows {
  const { importId, establishments, newSchoolId, today } = options;
  const absentFacts = new Set(options.absentFacts);
  const followers = followersIn(options);
  const goneOn = new Set([...followers.values()].map(({ schoolId }) => schoolId));
  const known = new Map(options.before.map((school) => [school.urn, school]));
  const formerUrns = new Set(options.before.flatMap(formerUrnsOf));
  const rows = establishments.flatMap((establishment): SchoolFacts[] => {
    const { urn } = establishment;
    const held = known.get(urn);
    // The row of a URN that its school no longer has tells nothing new: the school stands under the next one.
    if (held ? goneOn.has(held.schoolId) : formerUrns.has(urn) && !followers.has(urn)) return [];
    const before = held ?? followers.get(urn);
    const schoolId = before?.schoolId ?? newSchoolId(urn);
    return [schoolRow({ establishment, schoolId, importId, before, absentFacts, today })];
  });
  const passed = new Set(rows.flatMap(formerUrnsOf));
  const present = new Set(rows.map(({ schoolId }) => schoolId));
  const absent = options.before.filter(({ schoolId }) => !present.has(schoolId));
  return {
    rows: [
      ...rows.filter(({ urn }) => known.has(urn) || !passed.has(urn)),
      ...absent.map((each) => ({
        ...each,
        importedBy: importId,
        missingSince: each.missingSince ?? today,
      })),
    ],
    absent: absent.map(({ urn }) => urn),
  };
}

/** The URNs that a school had before the one it has now. */
export const formerUrnsOf = ({ urn, aliases }: Pick<SchoolFacts, "urn" | "aliases">): SchoolUrn[] =>
  aliases.map((alias) => alias.urn).filter((each) => each !== urn);

/** Of each URN that is new to the partnership, the one school that it plainly continues. */
function followersIn({ before, establishments, today }: PlanOptions): ReadonlyMap<SchoolUrn, SchoolFacts> {
  const held = new Set(before.flatMap((school) => [school.urn, ...formerUrnsOf(school)]));
  const present = new Set(establishments.map(({ urn }) => urn));
  const claims = before.flatMap((school) => {
    const next = continuedAs(school, today);
    return next !== undefined && present.has(next) && !held.has(next) ? [{ next, school }] : [];
  });
  const byUrn = Map.groupBy(claims, ({ next }) => next);
  return new Map(
    [...byUrn].flatMap(([urn, [claim, ...others]]) =>
      claim && others.length === 0 ? [[urn, claim.school] as const] : [],
    ),
  );
}
