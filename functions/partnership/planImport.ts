import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { RegisterImportId, SchoolId } from "../../shared/domain/ids.ts";
import {
  hasShrunk,
  type PlannedImport,
  type RegisterChanges,
  type RegisterImport,
} from "../../shared/domain/schools/registerImport.ts";
import type { RegisterSource } from "../../shared/registers/source.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { isRefusal, refuse } from "../../shared/runtime/refusal.ts";
import { type ImportInForce, lastGoodOf } from "../../shared/store/registerImports.ts";
import {
  plannedImports,
  registerStagings,
  schoolFacts,
  schoolFactsOf,
} from "../../shared/store/rows/partnership.ts";
import { create, type Store } from "../../shared/store/store.ts";
import { changesBetween } from "./registerChanges.ts";
import { readRegisterFile, type RegisterFile } from "./registerFile.ts";
import type { PlannedRows } from "./registerPlan.ts";

const mostSchools = 5000;
// A row of the table holds 400 KB: a school that changed in every field takes some 600 bytes.
const mostShown = 200;
const mostWarnings = 50;

interface Planning {
  readonly store: Store;
  readonly now: string;
  /** What the import would replace. */
  readonly inForce: ImportInForce | undefined;
}

/**
 * What importing a file would do: its schools are staged under an import id that nothing points to, and the changes
 * are kept beside them to be shown. The same file over the same import gives the same plan all day, whatever is planned or rolled back
 * meanwhile.
 */
export async function planImport(
  { store, now, inForce }: Planning,
  source: RegisterSource,
  file: RegisterFile,
): Promise<PlannedImport | Refusal> {
  const { partnershipId } = store;
  const base = inForce?.record.importId ?? null;
  const { kind, digest } = file;
  const area = kind === "establishments" ? (file.area?.name ?? null) : null;
  if (base === null && kind !== "establishments")
    return refuse(
      "wrong-state",
      "Import a file of schools first: other files tell more of schools that are known.",
    );
  const today = dateAt(now);
  const importId = derivedId(RegisterImportId, partnershipId, kind, digest, area ?? "", base ?? "", today);
  const known = await store.get(plannedImports, { importId });
  if (known) return known;
  const before = base === null ? [] : await store.all(schoolFactsOf(base));
  const read = await readRegisterFile(source, file, {
    importId,
    before,
    newSchoolId: (urn) => derivedId(SchoolId, partnershipId, urn),
    today,
  });
  if (isRefusal(read)) return read;
  const { rowsRead, schoolsRead } = read;
  const refused = shrunken(lastGoodOf(inForce, { kind, area }), { rowsRead, schoolsRead });
  if (refused) return refused;
  const record = {
    importId,
    kind,
    digest,
    area,
    rowsRead,
    schoolsRead,
    replacedImportId: base,
    importedAt: now,
  };
  return stagePlan(store, { plan: read, before, record, warnings: read.warnings });
}

interface Plan {
  readonly plan: PlannedRows;
  readonly before: readonly PlannedRows["rows"][number][];
  readonly record: Omit<RegisterImport, "added" | "changed" | "unchanged" | "absent">;
  readonly warnings: readonly string[];
}

/** Stages the schools of a planned import and keeps what it would change. */
export async function stagePlan(store: Store, planned: Plan): Promise<PlannedImport | Refusal> {
  const { plan, before, record, warnings } = planned;
  if (plan.rows.length > mostSchools)
    return refuse(
      "register-refused",
      `This would make ${plan.rows.length} schools members and ${mostSchools} is the most. Give an area.`,
    );
  const { added, unchanged, ...changes } = changesBetween(before, plan, dateAt(record.importedAt));
  const counts = { added, unchanged, changed: changes.changed.length, absent: changes.absent.length };
  const shown = cut(changes);
  const made: PlannedImport = {
    ...shown,
    newcomers: newcomersOf(planned, shown.opened),
    importId: record.importId,
    import: { ...record, ...counts },
    warnings: warnings.slice(0, mostWarnings),
    appliedAt: null,
    removedAt: null,
    hasSchools: true,
    revision: 0,
  };
  const { importId } = record;
  await store.stage(registerStagings, [{ importId, startedAt: record.importedAt }]);
  await store.stage(schoolFacts, plan.rows);
  // Another preview of the same may have been made meanwhile, and put in force: that one stands.
  const isFirst = await store.note(create(plannedImports, made));
  await store.drop(registerStagings, [{ importId }]);
  return isFirst ? made : ((await store.get(plannedImports, made)) ?? made);
}

/** Names of opened schools that no list of members has yet. */
function newcomersOf({ plan, before }: Plan, opened: RegisterChanges["opened"]): PlannedImport["newcomers"] {
  const known = new Set(before.map(({ schoolId }) => schoolId));
  const shown = new Set(opened);
  return plan.rows
    .filter(({ schoolId, urn }) => shown.has(urn) && !known.has(schoolId))
    .map(({ urn, name }) => ({ urn, name }));
}

/** Changes with the first schools of each list, and how many there are in each. */
const cut = (changes: RegisterChanges): RegisterChanges & Pick<PlannedImport, "counts"> => ({
  opened: changes.opened.slice(0, mostShown),
  closed: changes.closed.slice(0, mostShown),
  changed: changes.changed.slice(0, mostShown),
  changedTrust: changes.changedTrust.slice(0, mostShown),
  changedFederation: changes.changedFederation.slice(0, mostShown),
  succeeded: changes.succeeded.slice(0, mostShown),
  absent: changes.absent.slice(0, mostShown),
  concerns: changes.concerns.slice(0, mostShown),
  toDecide: changes.toDecide.slice(0, mostShown),
  counts: {
    opened: changes.opened.length,
    closed: changes.closed.length,
    changed: changes.changed.length,
    changedTrust: changes.changedTrust.length,
    changedFederation: changes.changedFederation.length,
    succeeded: changes.succeeded.length,
    absent: changes.absent.length,
    concerns: changes.concerns.length,
    toDecide: changes.toDecide.length,
  },
});

function shrunken(
  last: Pick<RegisterImport, "rowsRead" | "schoolsRead"> | undefined,
  now: Pick<RegisterImport, "rowsRead" | "schoolsRead">,
): Refusal | undefined {
  if (!last) return undefined;
  const fell = (what: string, before: number, after: number) =>
    hasShrunk(before, after)
      ? refuse(
          "register-refused",
          `The file has ${after} ${what} where the last good one had ${before}: it looks cut short. ` +
            "Download it again; the last good register stays in force.",
        )
      : undefined;
  return fell("rows", last.rowsRead, now.rowsRead) ?? fell("schools here", last.schoolsRead, now.schoolsRead);
}
