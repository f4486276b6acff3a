import type { RegisterImportId, SchoolId } from "../../shared/domain/ids.ts";
import type { Establishment } from "../../shared/registers/establishment.ts";
import type { GiasColumn } from "../../shared/registers/giasColumns.ts";
import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";

const fitting = (text: string, longest: number): string => (text.length <= longest ? text : "");
const fittingOrNull = (text: string | null, longest: number): string | null =>
  text === null || text.length > longest ? null : text;
const shortCode = (code: string | null): string | null => fittingOrNull(code, 20);

/** What this service keeps of a school; a text longer than any register's is a damaged cell and is left out. */
function factsIn(school: Establishment) {
  return {
    urn: school.urn,
    ukprn: fittingOrNull(school.ukprn, 8),
    name: school.name,
    status: school.status,
    laCode: fitting(school.laCode, 10),
    laName: fitting(school.laName, 100),
    phases: [...school.phases],
    isSpecial: school.isSpecial,
    isAlternativeProvision: school.isAlternativeProvision,
    eastingMetres: school.eastingMetres,
    northingMetres: school.northingMetres,
    town: fitting(school.town, 100),
    postcode: fitting(school.postcode, 10),
    trustCode: shortCode(school.trustCode),
    trustName: fittingOrNull(school.trustName, 200),
    federationCode: shortCode(school.federationCode),
    dioceseCode: shortCode(school.dioceseCode),
    pupils: school.pupils,
    percentageFsm: school.percentageFsm,
    openedOn: school.openedOn,
    closedOn: school.closedOn,
  };
}

type Facts = ReturnType<typeof factsIn>;

/** The columns that a fact is read from: where a file has none of them, it says nothing about the fact. */
const columnsOf: Partial<Record<keyof Facts, readonly GiasColumn[]>> = {
  ukprn: ["ukprn"],
  laCode: ["laCode"],
  laName: ["laName"],
  phases: ["phaseCode", "phaseName", "lowAge", "highAge"],
  isSpecial: ["typeName"],
  isAlternativeProvision: ["typeName"],
  eastingMetres: ["eastingMetres"],
  northingMetres: ["northingMetres"],
  town: ["town"],
  postcode: ["postcode"],
  trustCode: ["trustCode"],
  trustName: ["trustName"],
  federationCode: ["federationCode"],
  dioceseCode: ["dioceseCode"],
  pupils: ["pupils"],
  percentageFsm: ["percentageFsm"],
  openedOn: ["openedOn"],
  closedOn: ["closedOn"],
};

const factNames = (facts: Facts): (keyof Facts)[] =>
  Object.keys(facts).filter((name): name is keyof Facts => Object.hasOwn(facts, name));

interface Row {
  readonly establishment: Establishment;
  readonly schoolId: SchoolId;
  readonly importId: RegisterImportId;
  readonly before: SchoolFacts | undefined;
  readonly absentColumns: ReadonlySet<GiasColumn>;
}

/** A school's row under an import. What the file has no column for stays as it was known: a trust, above all. */
export function schoolRow(row: Row): SchoolFacts {
  const { establishment, schoolId, importId, before, absentColumns } = row;
  const facts = factsIn(establishment);
  const unsaid = factNames(facts).filter(
    (name) => columnsOf[name]?.every((column) => absentColumns.has(column)) ?? false,
  );
  const kept = before ? Object.fromEntries(unsaid.map((name) => [name, before[name]])) : {};
  return { ...facts, ...kept, schoolId, importedBy: importId, revision: 0 };
}

/** The names of the facts that differ between two rows of one school. */
export function changedFacts(before: SchoolFacts, after: SchoolFacts): string[] {
  const { importedBy: _before, revision: _revisionBefore, ...was } = before;
  const { importedBy: _after, revision: _revisionAfter, ...is } = after;
  const now = new Map<string, unknown>(Object.entries(is));
  return Object.entries(was)
    .filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(now.get(name)))
    .map(([name]) => name);
}
