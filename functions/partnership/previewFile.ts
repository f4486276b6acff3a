import type { Refusal } from "../../shared/contract/problems.ts";
import type { PlannedImport } from "../../shared/domain/schools/registerImport.ts";
import { nationalRegister } from "../../shared/registers/nationalRegister.ts";
import { importInForce } from "../../shared/store/registerImports.ts";
import { plannedImports } from "../../shared/store/rows/partnership.ts";
import type { Store } from "../../shared/store/store.ts";
import { planImport } from "./planImport.ts";
import type { RegisterFile } from "./registerFile.ts";

/**
 * What a broker's file would change over the register in force, or why it is refused. Its schools are staged under an
 * import id that nothing points to, so that the preview can be put in force as it was shown; a crash at any point
 * leaves the last good register. The file that is in force already is answered as it was put in force.
 */
export async function previewFile(
  store: Store,
  now: string,
  file: RegisterFile,
): Promise<PlannedImport | Refusal> {
  const inForce = await importInForce(store);
  const record = inForce?.record;
  const area = file.kind === "establishments" ? (file.area?.name ?? null) : null;
  const isSame = record?.digest === file.digest && record.area === area && record.kind === file.kind;
  const known = isSame && (await store.get(plannedImports, { importId: record.importId }));
  return known || planImport({ store, now, inForce }, nationalRegister, file);
}
