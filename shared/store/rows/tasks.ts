import type { DeploymentId, TaskId } from "../../domain/ids.ts";
import { Task, type TaskKind } from "../../domain/tasks/task.ts";
import { entity, listOf } from "../entity.ts";

const inState = (state: Task["state"]): string => `TASKS#${state}`;
const ofKind = (state: Task["state"], kind: TaskKind): string => `TASKS#${state}#${kind}`;
const ofDeployment = (deploymentId: DeploymentId): string => `DEPLOYMENT#${deploymentId}#TASKS`;

export const tasks = entity("task", {
  schema: Task,
  place: (key: { taskId: TaskId }) => ({ partition: "TASKS", sort: key.taskId }),
  listings: (row) => {
    const sort = `${row.raisedAt}#${row.taskId}`;
    return {
      gsi1: { partition: inState(row.state), sort },
      gsi2: { partition: ofKind(row.state, row.evidence.kind), sort },
      ...(row.deploymentId ? { gsi3: { partition: ofDeployment(row.deploymentId), sort } } : {}),
    };
  },
});
/** Tasks in a state, oldest first. */
export const tasksIn = (state: Task["state"]) => listOf(tasks, { index: "gsi1", partition: inState(state) });
/** Tasks of one kind in a state, oldest first. */
export const tasksOfKind = (state: Task["state"], kind: TaskKind) =>
  listOf(tasks, { index: "gsi2", partition: ofKind(state, kind) });
/** Every task about one deployment, oldest first. */
export const tasksOfDeployment = (deploymentId: DeploymentId) =>
  listOf(tasks, { index: "gsi3", partition: ofDeployment(deploymentId) });
