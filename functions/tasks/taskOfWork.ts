import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import { TaskId } from "../../shared/domain/ids.ts";
import { openTask, type Task, type TaskEvidence } from "../../shared/domain/tasks/task.ts";
import { derivedId } from "../../shared/runtime/identity.ts";

interface Raised {
  readonly now: string;
  /** What tells the task from others of its kind about the same work: whoever finds it again finds this one. */
  readonly cause: readonly string[];
  /** The school it is about; the supported one unless given. */
  readonly schoolId?: Task["schoolId"];
}

/** A task about work under way, under an id that follows from what made it. */
export const taskOfWork = (
  { requestId, deploymentId, schoolId, personId }: Deployment,
  evidence: TaskEvidence,
  { now, cause, ...about }: Raised,
): Task =>
  openTask({
    taskId: derivedId(TaskId, evidence.kind, deploymentId, ...cause),
    raisedAt: now,
    schoolId,
    requestId,
    deploymentId,
    personId,
    evidence,
    ...about,
  });
