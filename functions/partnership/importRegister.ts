import type { RegisterPreview } from "../../shared/contract/routes/partnership.ts";
import type { Refusal } from "../../shared/contract/problems.ts";
import { RegisterImportId, SchoolId } from "../../shared/domain/ids.ts";
import { hasShrunk, type RegisterImport } from "../../shared/domain/school.ts";
import { derivedId, sha256 } from "../../shared/runtime/identity.ts";
import { isRefusal, notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { importInForce, lastImportOf } from "../../shared/store/registerImports.ts";
import {
  partnerships,
  registerImports,
  registers,
  schoolFacts,
  schoolFactsOf,
} from "../../shared/store/rows/partnership.ts";
import { create, replace, type Store } from "../../shared/store/store.ts";
import type * as z from "zod";
import { readRegisterFile, type RegisterFile, warningsOf } from "./registerFile.ts";
import { planRegister, type RegisterPlan } from "./registerPlan.ts";

const mostSchools = 5000;
const mostChangesShown = 500;

interface ImportOptions {
  readonly store: Store;
  readonly file: RegisterFile;
  readonly digest: string;
  readonly now: string;
  /** The import to compare with, null for none. */
  readonly base: RegisterImportId | null;
}

interface PlannedImport {
  readonly plan: RegisterPlan;
  readonly record: RegisterImport;
  readonly warnings: string[];
}

/** What importing the file over `base` would do. The same file over the same base always gives the same ids. */
async function planImport(options: ImportOptions): Promise<PlannedImport | Refusal> {
  const { store, file, digest, base, now } = options;
  const { reading, area, inArea } = file;
  const before = base === null ? [] : await store.all(schoolFactsOf(base));
  const members = new Set([...before, ...inArea].map(({ urn }) => urn));
  // A member that a boundary change moved to another authority stays one, so it is read wherever it stands.
  const establishments = reading.establishments.filter(({ urn }) => members.has(urn));
  if (establishments.length > mostSchools)
    return refuse(
      "register-refused",
      `This would make ${establishments.length} schools members and ${mostSchools} is the most. Give an area.`,
    );
  const { partnershipId } = store;
  const importId = derivedId(RegisterImportId, partnershipId, digest, area ?? "", base ?? "");
  const plan = planRegister({
    importId,
    before,
    establishments,
    absentColumns: reading.absent,
    newSchoolId: (urn) => derivedId(SchoolId, partnershipId, urn),
  });
  const record: RegisterImport = {
    importId,
    digest,
    area,
    rowsRead: reading.rows,
    schoolsRead: inArea.length,
    added: plan.added,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    absent: plan.absent.length,
    replacedImportId: base,
    importedAt: now,
  };
  return { plan, record, warnings: warningsOf(reading, establishments) };
}

function shrunken(last: RegisterImport | undefined, file: RegisterFile): Refusal | undefined {
  if (!last) return undefined;
  const { reading, inArea } = file;
  const fell = (what: string, before: number, now: number) =>
    hasShrunk(before, now)
      ? refuse(
          "register-refused",
          `The file has ${now} ${what} where the last good one had ${before}: it looks cut short. ` +
            "Download it again; the last good register stays in force.",
        )
      : undefined;
  return fell("rows", last.rowsRead, reading.rows) ?? fell("schools here", last.schoolsRead, inArea.length);
}

const previewOf = (
  { plan, record, warnings }: PlannedImport,
  applied: boolean,
): z.input<typeof RegisterPreview> => ({
  applied,
  import: record,
  opened: [...plan.opened],
  closed: [...plan.closed],
  changed: plan.changed.slice(0, mostChangesShown),
  absent: [...plan.absent],
  warnings,
});

/**
 * Imports a register file, whole or not at all. Its schools are staged under an import id that nothing points
 * to; one write then puts that import in force, so that a crash at any point leaves the last good register.
 * The file that is in force already is answered as it was the first time, and changes nothing.
 */
export const importRegister: Handler<"importRegister"> = async (
  { query, body },
  { world, store, actor, act },
) => {
  const partnership = await store.get(partnerships, {});
  if (!partnership) return notFound("partnership: set it up first");
  const file = readRegisterFile(body, query.area, partnership.area);
  if (isRefusal(file)) return file;
  const digest = sha256(body);
  const isPreview = query.preview === "true";
  return act(async () => {
    const inForce = await importInForce(store);
    const options = { store, file, digest };
    if (!isPreview && inForce?.record.digest === digest && inForce.record.area === file.area) {
      const { replacedImportId, importedAt } = inForce.record;
      const again = await planImport({ ...options, base: replacedImportId, now: importedAt });
      return isRefusal(again) ? again : { reply: { status: 201, body: previewOf(again, true) } };
    }
    const refused = shrunken(await lastImportOf(store, file.area), file);
    if (refused) return refused;
    const base = inForce?.record.importId ?? null;
    const planned = await planImport({ ...options, base, now: world.now() });
    if (isRefusal(planned)) return planned;
    if (isPreview) return { reply: { status: 200, body: previewOf(planned, false) } };
    const { plan, record } = planned;
    const { importId, added, changed, absent } = record;
    await store.stage(schoolFacts, plan.rows);
    return {
      reply: { status: 201, body: previewOf(planned, true) },
      action: {
        chain: "partnership",
        action: "register-imported",
        actor,
        facts: { importId, digest, added, changed, absent },
        writes: [
          inForce
            ? replace(registers, { ...inForce.register, importId })
            : create(registers, { importId, revision: 0 }),
          create(registerImports, record),
        ],
        announce: [{ type: "register-imported", subject: {}, tell: [{ to: "brokers" }] }],
      },
    };
  });
};
