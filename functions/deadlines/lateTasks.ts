import type { Deployment } from "../../shared/domain/deployment.ts";
import { TaskId } from "../../shared/domain/ids.ts";
import type { LateEvidence } from "../../shared/domain/lateWork.ts";
import { openTask, type Task } from "../../shared/domain/task.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import type { Store, Write } from "../../shared/store/store.ts";
import { raising } from "../../shared/store/taskRaising.ts";
import type { At } from "./at.ts";

/** The task of something late: one for each day from which on it is awaited. */
export function lateTask(
  { requestId, deploymentId, schoolId, personId }: Deployment,
  evidence: LateEvidence,
  { now }: Pick<At, "now">,
): Task {
  const about = evidence.kind === "evaluation-late" ? evidence.side : evidence.visitId;
  return openTask({
    taskId: derivedId(TaskId, evidence.kind, deploymentId, about, evidence.since),
    raisedAt: now,
    schoolId,
    requestId,
    deploymentId,
    personId,
    evidence,
  });
}

/** What makes tasks of late work be open. */
export const raisingLate = async (
  store: Store,
  late: readonly Task[],
  { now }: Pick<At, "now">,
): Promise<Write[]> =>
  (await Promise.all(late.map((task) => raising(store, task, { now, by: "deadlines" })))).flat();
