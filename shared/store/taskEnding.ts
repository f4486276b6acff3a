import type { DeploymentId } from "../domain/ids.ts";
import { settled, type Task, type TaskSettlement } from "../domain/task.ts";
import { tasks, tasksOfDeployment } from "./rows/tasks.ts";
import { replace, type Store, type Write } from "./store.ts";

/** The open tasks about one deployment. */
export const openTasksOf = async (store: Store, deploymentId: DeploymentId): Promise<Task[]> =>
  (await store.all(tasksOfDeployment(deploymentId))).filter(({ state }) => state === "open");

/** What settles tasks in the same write as that which made them needless. */
export const settling = (
  open: readonly Task[],
  as: TaskSettlement,
  decided: Parameters<typeof settled>[2],
): Write[] => open.map((task) => replace(tasks, settled(task, as, decided)));
