import type * as z from "zod";
import type { RegisterImport } from "../domain/school.ts";
import { registerImportList, registers } from "./rows/partnership.ts";
import type { Store } from "./store.ts";

/** The register in force: the row that says so, and the record of its import. */
export interface ImportInForce {
  readonly register: z.output<typeof registers.schema>;
  readonly record: RegisterImport;
}

/** The import in force, or undefined before the first. */
export async function importInForce(store: Store): Promise<ImportInForce | undefined> {
  const register = await store.get(registers, {});
  if (!register) return undefined;
  const where = (each: RegisterImport): boolean => each.importId === register.importId;
  const [record] = (await store.page(registerImportList, { limit: 1, newestFirst: true, where })).items;
  if (!record) throw new Error(`The import ${register.importId} is in force and has no record`);
  return { register, record };
}

/** The newest import of an area (null: of whole files), which a further file of it is measured against. */
export async function lastImportOf(store: Store, area: string | null): Promise<RegisterImport | undefined> {
  return (await store.all(registerImportList)).findLast((record) => record.area === area);
}
