import type { DeploymentId } from "../domain/ids.ts";
import { isLateWork, isStillLate, type WorkSoFar } from "../domain/tasks/lateWork.ts";
import { settled, type Task, type TaskSettlement } from "../domain/tasks/task.ts";
import { tasks, tasksOfDeployment } from "./rows/tasks.ts";
import { replace, type Store, type Write } from "./store.ts";

/** The open tasks about one deployment. */
export const openTasksOf = async (store: Store, deploymentId: DeploymentId): Promise<Task[]> =>
  (await store.all(tasksOfDeployment(deploymentId))).filter(({ state }) => state === "open");

/** The tasks that the end of work settles: all but those of what is still awaited after it, records and evaluations. */
export const endedWith = (open: readonly Task[], soFar: WorkSoFar): Task[] =>
  open.filter(({ evidence }) => !isLateWork(evidence) || !isStillLate(evidence, soFar));

/** What settles tasks in the same write as that which made them needless. */
export const settling = (
  open: readonly Task[],
  as: TaskSettlement,
  decided: Parameters<typeof settled>[2],
): Write[] => open.map((task) => replace(tasks, settled(task, as, decided)));
