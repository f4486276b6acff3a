import type * as z from "zod";
import type { RegisterImportId } from "../domain/ids.ts";
import type { ImportRecord, RegisterImport } from "../domain/schools/registerImport.ts";
import { plannedImports, registerImportList, registers } from "./rows/partnership.ts";
import type { Store } from "./store.ts";

/** The register in force: the row that says so, and the record of the import that made it. */
export interface ImportInForce {
  readonly register: z.output<typeof registers.schema>;
  readonly record: ImportRecord;
}

/** The import in force, or undefined before the first: one read. */
export async function importInForce(store: Store): Promise<ImportInForce | undefined> {
  const register = await store.get(registers, {});
  if (!register) return undefined;
  const record = register.record ?? (await recordOf(store, register.importId));
  if (!record) throw new Error(`The import ${register.importId} is in force and has no record`);
  return { register, record };
}

/** The latest record of an import; for a row from before the record stood beside the pointer. */
const recordOf = async (store: Store, importId: RegisterImportId): Promise<ImportRecord | undefined> =>
  (await store.all(registerImportList)).findLast((each) => each.importId === importId);

/** Whether an import is in force, was replaced by those after it, or was rolled back and holds no longer. */
export async function importStateOf(
  store: Store,
  importId: RegisterImportId,
): Promise<"in-force" | "replaced" | "rolled-back"> {
  if ((await importInForce(store))?.record.importId === importId) return "in-force";
  const planned = await store.get(plannedImports, { importId });
  return planned && planned.appliedAt !== null ? "replaced" : "rolled-back";
}

/** The last good import of a kind and area (null: of whole files), which a further file is measured against. */
export const lastGoodOf = (
  inForce: ImportInForce | undefined,
  { kind, area }: Pick<RegisterImport, "kind" | "area">,
): ImportRecord["lastGood"][number] | undefined =>
  inForce?.record.lastGood.find((each) => each.kind === kind && each.area === area);
