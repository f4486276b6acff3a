import type * as z from "zod";
import type { RegisterImportId } from "../domain/ids.ts";
import type { RegisterImport } from "../domain/registerImport.ts";
import { registerImportList, registers } from "./rows/partnership.ts";
import type { Store } from "./store.ts";

/** The register in force: the row that says so, and the imports that made it, newest first. */
export interface ImportInForce {
  readonly register: z.output<typeof registers.schema>;
  readonly record: RegisterImport;
  /** The import in force, the one that it replaced, and so on to the first. One rolled back is not among them. */
  readonly lineage: readonly RegisterImport[];
}

/** The import in force, or undefined before the first. */
export async function importInForce(store: Store): Promise<ImportInForce | undefined> {
  const register = await store.get(registers, {});
  if (!register) return undefined;
  // One that was rolled back and put in force again stands there twice; the later record counts.
  const records = new Map((await store.all(registerImportList)).map((each) => [each.importId, each]));
  const lineage: RegisterImport[] = [];
  let record = records.get(register.importId);
  while (record) {
    lineage.push(record);
    records.delete(record.importId);
    record = record.replacedImportId === null ? undefined : records.get(record.replacedImportId);
  }
  const [inForce] = lineage;
  if (!inForce) throw new Error(`The import ${register.importId} is in force and has no record`);
  return { register, record: inForce, lineage };
}

/** Whether an import is in force, was replaced by those after it, or was rolled back and holds no longer. */
export function importStateOf(
  inForce: ImportInForce | undefined,
  importId: RegisterImportId,
): "in-force" | "replaced" | "rolled-back" {
  if (inForce?.record.importId === importId) return "in-force";
  return inForce?.lineage.some((each) => each.importId === importId) ? "replaced" : "rolled-back";
}

/** The last good import of a kind and area (null: of whole files), which a further file is measured against. */
export const lastGoodOf = (
  inForce: ImportInForce | undefined,
  { kind, area }: Pick<RegisterImport, "kind" | "area">,
): RegisterImport | undefined =>
  inForce?.lineage.find((record) => record.kind === kind && record.area === area);
