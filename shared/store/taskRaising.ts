import { reopened, type Task } from "../domain/tasks/task.ts";
import { tasks } from "./rows/tasks.ts";
import { create, replace, type Store, type Write } from "./store.ts";

// None of these holds once the cause is there again: a release was taken back, or asked for anew.
const passing: readonly Task["settledAs"][] = ["no-longer-so", "released"];

/**
 * What makes a task be open, by a worker: nothing where it is, or was settled by a broker and what made it still is as
 * it was.
 */
export async function raising(
  store: Store,
  wanted: Task,
  { now, by }: { readonly now: string; readonly by: string },
): Promise<Write[]> {
  const known = await store.get(tasks, { taskId: wanted.taskId });
  if (!known) return [create(tasks, wanted)];
  if (!passing.includes(known.settledAs)) return [];
  // What makes it so now is what it shows, and what may be taken back.
  const shown = { ...known, schoolId: wanted.schoolId, evidence: wanted.evidence };
  return [replace(tasks, reopened(shown, { at: now, by, reason: "It is so again" }))];
}
