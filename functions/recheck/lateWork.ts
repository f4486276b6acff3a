import type { DeploymentId, RequestId } from "../../shared/domain/ids.ts";
import { isLateWork, isStillLate } from "../../shared/domain/tasks/lateWork.ts";
import { openTasksOf } from "../../shared/store/taskEnding.ts";
import { workSoFar } from "../../shared/store/workSoFar.ts";
import { type Here, keep, needless } from "./raise.ts";

interface Work {
  readonly requestId: RequestId;
  readonly deploymentId: DeploymentId;
}

/** Settles the tasks about one deployment that wait for a record, an answer or an evaluation which has come. */
export async function settleLate(here: Here, { requestId, deploymentId }: Work): Promise<void> {
  const { store } = here;
  const soFar = await workSoFar(store, { requestId, deploymentId });
  if (!soFar) return;
  const open = await openTasksOf(store, deploymentId);
  for (const task of open) {
    const { taskId, evidence } = task;
    if (!isLateWork(evidence) || isStillLate(evidence, soFar)) continue;
    await keep(store, {
      chain: `request:${requestId}`,
      action: "task-settled",
      facts: { taskId, kind: evidence.kind, as: "no-longer-so" },
      writes: needless(here, [task], "What was late has come"),
    });
  }
}
