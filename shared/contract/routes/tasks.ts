import * as z from "zod";
import { SchoolUrn, TaskId } from "../../domain/ids.ts";
import { Task, taskAnswers, TaskKind, TaskState } from "../../domain/tasks/task.ts";
import type { Route } from "../door.ts";
import { pageOf, pageQuery, Reason } from "./views.ts";

/** A task as brokers see it, with how long it has waited, or did until it was settled. */
export const TaskView = Task.omit({ revision: true })
  .extend({ ageDays: z.int().min(0).describe("Calendar days since it was raised, or until it was settled") })
  .meta({ id: "Task" });

/** What a broker does about a task. */
export const TaskAnswer = z
  .strictObject({
    as: z.enum(taskAnswers),
    successorUrns: z.array(SchoolUrn).max(20).exactOptional(),
    reason: Reason,
  })
  .refine((answer) => (answer.as === "successors-decided") === (answer.successorUrns !== undefined), {
    path: ["successorUrns"],
    message: "Name the successors, or none, where they are decided, and only there",
  })
  .meta({
    id: "TaskAnswer",
    description:
      "`goes-on`: the work goes on as it is. `handed-over`: it ends here, and its place is looked for anew. " +
      "`successors-decided`: which schools follow one, `[]` for none. `waived`: what is late, or was asked for, is waited " +
      "for no longer.",
  });

const taskParams = z.strictObject({ taskId: TaskId });

export const tasksRoutes = {
  listTasks: {
    area: "tasks",
    method: "GET",
    path: "/tasks",
    summary:
      "What waits for a broker's decision, oldest first, with its evidence and age; or what was settled",
    roles: ["broker"],
    query: z.strictObject({ ...pageQuery, state: TaskState.default("open"), kind: TaskKind.optional() }),
    replies: { 200: pageOf(TaskView) },
    problems: [],
    audit: null,
  },
  getTask: {
    area: "tasks",
    method: "GET",
    path: "/tasks/{taskId}",
    summary: "One task with its evidence and what was decided on it",
    roles: ["broker"],
    params: taskParams,
    replies: { 200: TaskView },
    problems: [],
    audit: null,
  },
  settleTask: {
    area: "tasks",
    method: "POST",
    path: "/tasks/{taskId}/settlement",
    summary:
      "Settle a task with a reason: work goes on, is handed over, what is late is waived, or successors are decided",
    roles: ["broker"],
    params: taskParams,
    body: TaskAnswer,
    replies: { 200: TaskView },
    problems: ["wrong-state"],
    audit: "task-settled",
  },
  reopenTask: {
    area: "tasks",
    method: "POST",
    path: "/tasks/{taskId}/reopening",
    summary:
      "Take back that work goes on, or that what is late is waived; a decision on successors is taken back by rolling " +
      "its import back",
    roles: ["broker"],
    params: taskParams,
    body: z.strictObject({ reason: Reason }),
    replies: { 200: TaskView },
    problems: ["wrong-state"],
    audit: "task-reopened",
  },
} as const satisfies Record<string, Route>;
