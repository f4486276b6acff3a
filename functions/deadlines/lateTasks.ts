import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { LateEvidence } from "../../shared/domain/tasks/lateWork.ts";
import type { Task } from "../../shared/domain/tasks/task.ts";
import type { Store, Write } from "../../shared/store/store.ts";
import { raising } from "../../shared/store/taskRaising.ts";
import { taskOfWork } from "../tasks/taskOfWork.ts";
import type { At } from "./at.ts";

/** The task of something late: one for each day from which on it is awaited. */
export function lateTask(deployment: Deployment, evidence: LateEvidence, { now }: Pick<At, "now">): Task {
  return taskOfWork(deployment, evidence, { now, cause: [awaitedOf(evidence), evidence.since] });
}

function awaitedOf(evidence: LateEvidence): string {
  switch (evidence.kind) {
    case "evaluation-late":
      return evidence.side;
    case "follow-up-unanswered":
      return evidence.followUpId;
    case "record-late":
    case "record-unanswered":
      return evidence.visitId;
  }
}

/** What makes tasks of late work be open. */
export const raisingLate = async (
  store: Store,
  late: readonly Task[],
  { now }: Pick<At, "now">,
): Promise<Write[]> =>
  (await Promise.all(late.map((task) => raising(store, task, { now, by: "deadlines" })))).flat();
