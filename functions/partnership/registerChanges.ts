import type { RegisterChanges } from "../../shared/domain/schools/registerImport.ts";
import { ambiguityOf, askedAboutSince } from "../../shared/domain/schools/registerFacts.ts";
import { mayAskForSupport } from "../../shared/domain/schools/school.ts";
import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import type { PlannedRows } from "./registerPlan.ts";

interface Pair {
  readonly before: SchoolFacts | undefined;
  readonly after: SchoolFacts;
}

/** How an import differs from the register in force; every school is added, changed, unchanged or absent. */
export interface CountedChanges extends RegisterChanges {
  readonly added: number;
  readonly unchanged: number;
}

/** Compares a planned import with the schools in force, school by school under their own ids. */
export function changesBetween(
  before: readonly SchoolFacts[],
  { rows, absent }: PlannedRows,
  today: string,
): CountedChanges {
  const known = new Map(before.map((school) => [school.schoolId, school]));
  const lacking = new Set(absent);
  const pairs = rows
    .filter(({ urn }) => !lacking.has(urn))
    .map((after): Pair => ({ before: known.get(after.schoolId), after }));
  const changed = pairs
    .map((pair) => ({
      urn: pair.after.urn,
      fields: pair.before ? changedFacts(pair.before, pair.after) : [],
    }))
    .filter(({ fields }) => fields.length > 0);
  const added = pairs.filter((pair) => !pair.before).length;
  const urnsWhere = (holds: (pair: Pair) => boolean) => pairs.filter(holds).map(({ after }) => after.urn);
  return {
    added,
    unchanged: pairs.length - added - changed.length,
    changed,
    absent: [...absent],
    opened: urnsWhere((pair) => mayAsk(pair.after) && !mayAsk(pair.before)),
    closed: urnsWhere((pair) => pair.after.status === "closed" && isKnownNotClosed(pair.before)),
    changedTrust: groupChanges(pairs, "trustCode"),
    changedFederation: groupChanges(pairs, "federationCode"),
    succeeded: pairs.flatMap(succeeded),
    concerns: pairs.flatMap(concernChange),
    toDecide: pairs.flatMap((pair) => newlyToDecide(pair, askedAboutSince(today))),
  };
}

const mayAsk = (school: SchoolFacts | undefined): boolean => school !== undefined && mayAskForSupport(school);
const isKnownNotClosed = (school: SchoolFacts | undefined): boolean =>
  school !== undefined && school.status !== "closed";

const groupChanges = (pairs: readonly Pair[], group: "trustCode" | "federationCode") =>
  pairs.flatMap(({ before, after: { schoolId, urn, [group]: to } }) =>
    before && before[group] !== to ? [{ schoolId, urn, from: before[group], to }] : [],
  );

const succeeded = ({ before, after }: Pair): RegisterChanges["succeeded"] => {
  if (!before || before.urn === after.urn) return [];
  const on = after.aliases.find(({ urn }) => urn === after.urn)?.from ?? null;
  return [{ schoolId: after.schoolId, from: before.urn, to: after.urn, on }];
};

const concernChange = ({ before, after }: Pair): RegisterChanges["concerns"] => {
  const [from, to] = [before?.concern ?? null, after.concern];
  if (from?.category === to?.category && from?.since === to?.since) return [];
  return [{ schoolId: after.schoolId, urn: after.urn, from, to }];
};

function newlyToDecide({ before, after }: Pair, since: string): RegisterChanges["toDecide"] {
  const reason = ambiguityOf(after, since);
  if (reason === null || (before && ambiguityOf(before, since) === reason)) return [];
  return [{ schoolId: after.schoolId, urn: after.urn, reason }];
}

/** The names of the facts that differ between two rows of one school. */
export function changedFacts(before: SchoolFacts, after: SchoolFacts): string[] {
  const { importedBy: _before, revision: _revisionBefore, missingSince: _missingBefore, ...was } = before;
  const { importedBy: _after, revision: _revisionAfter, missingSince: _missingAfter, ...is } = after;
  const now = new Map<string, unknown>(Object.entries(is));
  return Object.entries(was)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now.get(name)))
    .map(([name]) => name);
}
