import type * as z from "zod";
import type { TaskView } from "../../shared/contract/routes/tasks.ts";
import { dateAt, daysBetween } from "../../shared/domain/calendar/calendar.ts";
import type { Task } from "../../shared/domain/tasks/task.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { tasks, tasksIn, tasksOfKind } from "../../shared/store/rows/tasks.ts";

/** A task as an answer shows it: its age stops growing once it is settled. */
export function shown(task: Task, now: string): z.input<typeof TaskView> {
  const until = task.state === "settled" ? (task.decisions.at(-1)?.at ?? now) : now;
  return { ...task, ageDays: Math.max(0, daysBetween(dateAt(task.raisedAt), dateAt(until))) };
}

export const listTasks: Handler<"listTasks"> = async ({ query }, { world, store }) => {
  const { state, kind, limit, cursor } = query;
  const list = kind === undefined ? tasksIn(state) : tasksOfKind(state, kind);
  const { items, nextCursor } = await store.page(list, { limit, cursor });
  const now = world.now();
  return { status: 200, body: { items: items.map((task) => shown(task, now)), nextCursor } };
};

export const getTask: Handler<"getTask"> = async ({ params }, { world, store }) => {
  const task = await store.get(tasks, params);
  return task ? { status: 200, body: shown(task, world.now()) } : notFound("task");
};
