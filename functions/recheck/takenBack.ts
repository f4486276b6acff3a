import type { RegisterImportId } from "../../shared/domain/ids.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { importInForce, importStateOf } from "../../shared/store/registerImports.ts";
import { tasksOfKind } from "../../shared/store/rows/tasks.ts";
import { type Here, keep, needless } from "./raise.ts";
import { lookAgain } from "./schoolChanges.ts";

/**
 * Settles the open tasks that an import raised which was rolled back, unless it is in force again by now, and opens
 * those again that it had ended.
 */
export async function takeBack(here: Here, importId: RegisterImportId): Promise<void> {
  const { store } = here;
  if ((await importStateOf(store, importId)) !== "rolled-back") return;
  const raised = [
    ...(await store.all(tasksOfKind("open", "payer-changed"))),
    ...(await store.all(tasksOfKind("open", "conflict"))),
  ].filter(({ evidence }) => "importId" in evidence && evidence.importId === importId);
  await eachByItself(raised, async (task) => {
    const { taskId, requestId, evidence } = task;
    await keep(store, {
      chain: requestId === null ? "partnership" : `request:${requestId}`,
      action: "task-settled",
      facts: { taskId, kind: evidence.kind, as: "no-longer-so" },
      writes: needless(here, [task], "The register that raised it was rolled back"),
    });
  });
  // What that import had ended stands again by the one that is in force now.
  const inForce = await importInForce(store);
  if (inForce) await lookAgain(here, inForce.record.importId);
}
