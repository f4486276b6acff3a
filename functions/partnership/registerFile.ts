import type { Refusal } from "../../shared/contract/problems.ts";
import type { RegisterImportId, SchoolUrn } from "../../shared/domain/ids.ts";
import { successorsOf } from "../../shared/domain/schools/registerFacts.ts";
import type { RegisterKind } from "../../shared/domain/schools/registerImport.ts";
import { type Area, isInArea } from "../../shared/registers/areas.ts";
import type { CsvProblem } from "../../shared/registers/csv.ts";
import type { Establishment } from "../../shared/registers/establishment.ts";
import type { FileChunks } from "../../shared/registers/namedColumns.ts";
import type { RegisterWarning } from "../../shared/registers/registerWarnings.ts";
import type { RegisterReading, RegisterSource } from "../../shared/registers/source.ts";
import { successionGraph } from "../../shared/registers/succession.ts";
import { refuse } from "../../shared/runtime/refusal.ts";
import { fileFaults } from "../../shared/runtime/refusedFile.ts";
import type { SchoolFacts } from "../../shared/store/rows/partnership.ts";
import { formerUrnsOf, type PlannedRows, planRegister } from "./registerPlan.ts";
import { withGroups, withInspections, withMemberships, withSuccessions } from "./registerUpdates.ts";

/** A register file as it came, to be read from its beginning as often as wanted. */
export interface RegisterFile {
  readonly kind: RegisterKind;
  readonly open: () => FileChunks;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  /** The area whose schools are taken, null for all that the file has. */
  readonly area: Area | null;
}

/** What a plan needs that no file knows. */
export interface PlanFrom {
  readonly importId: RegisterImportId;
  readonly before: readonly SchoolFacts[];
  readonly newSchoolId: (urn: SchoolUrn) => SchoolFacts["schoolId"];
  readonly today: string;
}

/** A file that could be read: how much it holds, what to warn of, and the schools that it would put in force. */
export interface ReadFile extends PlannedRows {
  readonly rowsRead: number;
  readonly schoolsRead: number;
  readonly warnings: string[];
}

const unreadable = (problems: readonly CsvProblem[]): Refusal =>
  refuse(
    "register-refused",
    "Send the register file as it was downloaded; what is wrong is in `errors`.",
    fileFaults(problems),
  );

/** Reads a register file of any kind beside the schools in force, or says why it is refused. */
export async function readRegisterFile(
  source: RegisterSource,
  file: RegisterFile,
  from: PlanFrom,
): Promise<ReadFile | Refusal> {
  switch (file.kind) {
    case "establishments":
      return readSchools(source, file, from);
    case "memberships": {
      const reading = await source.memberships(file.open());
      if (reading.kind === "refused") return unreadable(reading.problems);
      const plan = withMemberships(from, reading.items);
      return counted(reading, plan, from.before);
    }
    case "groups": {
      const reading = await source.groups(file.open());
      if (reading.kind === "refused") return unreadable(reading.problems);
      const { rows, warnings } = reading;
      return counted({ items: [], rows, warnings }, withGroups(from, reading.items), from.before);
    }
    case "successions": {
      const reading = await source.successions(file.open());
      if (reading.kind === "refused") return unreadable(reading.problems);
      const plan = withSuccessions(from, successionGraph(reading.links));
      const { unrecognised } = reading.counts.byClass;
      const column = { column: "LinkType", message: "is of a type not known so far", firstRow: 2 };
      const warnings = unrecognised > 0 ? [{ ...column, count: unrecognised }] : [];
      return counted({ items: reading.links, rows: reading.counts.rows, warnings }, plan, from.before);
    }
    case "inspections": {
      const reading = await source.inspections(file.open());
      if (reading.kind === "refused") return unreadable(reading.problems);
      const plan = withInspections(from, reading.items);
      return counted(reading, plan, from.before);
    }
  }
}

interface Items {
  readonly items: readonly { readonly urn: SchoolUrn }[];
  readonly rows: number;
  readonly warnings: readonly RegisterWarning[];
}

function counted(
  { items, rows, warnings }: Items,
  plan: PlannedRows,
  before: readonly SchoolFacts[],
): ReadFile {
  const told = new Set(items.map(({ urn }) => urn));
  const schoolsRead = before.filter(({ urn }) => told.has(urn)).length;
  return { ...plan, rowsRead: rows, schoolsRead, warnings: warnings.map(wholeFileWarning) };
}

// A member that a boundary change moved to another authority stays one, so it is read wherever it stands.
const knownUrns = (before: readonly SchoolFacts[]): ReadonlySet<SchoolUrn> =>
  new Set(before.flatMap((school) => [school.urn, ...formerUrnsOf(school), ...successorsOf(school)]));

/** Whether an import of schools takes one from a file: it is in the area, or known already. */
export function wantedFor(
  area: Area | null,
  before: readonly SchoolFacts[],
): (school: Establishment) => boolean {
  const known = knownUrns(before);
  return (school) => area === null || isInArea(school, area) || known.has(school.urn);
}

async function readSchools(
  source: RegisterSource,
  { open, area }: RegisterFile,
  from: PlanFrom,
): Promise<ReadFile | Refusal> {
  const isHere = (school: Establishment): boolean => area === null || isInArea(school, area);
  const reading = await source.establishments(open(), wantedFor(area, from.before));
  if (reading.kind === "refused") return unreadable(reading.problems);
  const { establishments, absent } = reading;
  const schoolsRead = establishments.filter(isHere).length;
  if (schoolsRead === 0 && area !== null)
    return refuse("register-refused", `The file has no school in ${area.name}.`);
  const plan = planRegister({ ...from, establishments, absentFacts: absent });
  return { ...plan, rowsRead: reading.rows, schoolsRead, warnings: warningsOf(reading) };
}

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const wholeFileWarning = ({ column, message, count, firstRow }: RegisterWarning): string =>
  `${countOf(count, "row")} of the whole file: ${column} ${message} (first in row ${firstRow})`;

/** What a broker should know of a file that is good enough to import. */
function warningsOf(reading: Extract<RegisterReading, { kind: "read" }>): string[] {
  const unplaced = reading.establishments.filter(
    ({ status, eastingMetres, northingMetres }) =>
      status !== "closed" && (eastingMetres === null || northingMetres === null),
  );
  const { missingColumns } = reading;
  return [
    ...(unplaced.length > 0
      ? [
          `${countOf(unplaced.length, "school")} that are not closed have no coordinates, so that distance ` +
            `does not count for them: ${unplaced
              .slice(0, 20)
              .map(({ urn }) => urn)
              .join(", ")}${unplaced.length > 20 ? " and others" : ""}`,
        ]
      : []),
    ...(missingColumns.length > 0
      ? [`The file has no column ${missingColumns.join(", ")}: what was known of these stays as it was`]
      : []),
    ...reading.warnings.map(wholeFileWarning),
  ];
}
