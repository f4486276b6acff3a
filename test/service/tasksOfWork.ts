import { TaskView } from "../../shared/contract/routes/tasks.ts";
import { AuditView, pageOf } from "../../shared/contract/routes/views.ts";
import { RegisterImportId, SchoolUrn, TaskId } from "../../shared/domain/ids.ts";
import { openTask } from "../../shared/domain/tasks/task.ts";
import { deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import type { Service } from "../harness/service.ts";
import type { AgreedWork } from "./agreedWork.ts";

/** A conflict that a register brought about, on the first deployment of that work. */
export async function withConflict(service: Service, work: AgreedWork) {
  const { world } = service.host;
  const [deployment] = await work.store.all(deploymentsOfRequest(work.requestId));
  if (!deployment) throw new Error("Work was agreed");
  const taskId = world.fresh(TaskId);
  const { deploymentId, requestId, personId, schoolId } = deployment;
  await work.store.stage(tasks, [
    openTask({
      taskId,
      raisedAt: world.now(),
      schoolId,
      requestId,
      deploymentId,
      personId,
      evidence: {
        kind: "conflict",
        importId: world.fresh(RegisterImportId),
        side: "supported",
        urnBefore: SchoolUrn.parse("100001"),
        urnAfter: SchoolUrn.parse("100001"),
        conflicts: [
          { rule: "same-trust", why: "Both schools belong to trust 7001.", evidence: [], causes: [] },
        ],
      },
    }),
  ]);
  return { deploymentId, path: `/tasks/${taskId}` };
}

export const taskAt = async (service: Service, account: string, path: string) =>
  TaskView.parse((await service.get(account, path)).body);

/** The trail of the request that the work is for. */
export async function trailOfWork(service: Service, { requestId, accounts }: AgreedWork) {
  const path = `/requests/${requestId}/audit?limit=200`;
  return pageOf(AuditView).parse((await service.get(accounts.director, path)).body).items;
}
