import type { Deployment } from "../../shared/domain/deployment.ts";
import type { LateEvidence } from "../../shared/domain/lateWork.ts";
import type { Task } from "../../shared/domain/task.ts";
import type { Store, Write } from "../../shared/store/store.ts";
import { raising } from "../../shared/store/taskRaising.ts";
import { taskOfWork } from "../tasks/taskOfWork.ts";
import type { At } from "./at.ts";

/** The task of something late: one for each day from which on it is awaited. */
export function lateTask(deployment: Deployment, evidence: LateEvidence, { now }: Pick<At, "now">): Task {
  const about = evidence.kind === "evaluation-late" ? evidence.side : evidence.visitId;
  return taskOfWork(deployment, evidence, { now, cause: [about, evidence.since] });
}

/** What makes tasks of late work be open. */
export const raisingLate = async (
  store: Store,
  late: readonly Task[],
  { now }: Pick<At, "now">,
): Promise<Write[]> =>
  (await Promise.all(late.map((task) => raising(store, task, { now, by: "deadlines" })))).flat();
