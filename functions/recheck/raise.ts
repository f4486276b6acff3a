import { reopened, type Task } from "../../shared/domain/task.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { settling } from "../../shared/store/taskEnding.ts";
import { type BusinessAction, create, replace, type Store, type Write } from "../../shared/store/store.ts";

/** Where the worker works, and when. */
export interface Here {
  readonly store: Store;
  readonly now: string;
}

const worker = "recheck";

// Neither holds once the cause is there again: a release was taken back, or asked for anew.
const passing: readonly Task["settledAs"][] = ["no-longer-so", "released"];

/** What makes a task be open: nothing where it is, or was settled by a broker and what made it still is as it was. */
export async function raising({ store, now }: Here, wanted: Task): Promise<Write[]> {
  const known = await store.get(tasks, { taskId: wanted.taskId });
  if (!known) return [create(tasks, wanted)];
  if (!passing.includes(known.settledAs)) return [];
  // What makes it so now is what it shows, and what may be taken back.
  const shown = { ...known, schoolId: wanted.schoolId, evidence: wanted.evidence };
  return [replace(tasks, reopened(shown, { at: now, by: worker, reason: "It is so again" }))];
}

/** What settles open tasks of which whatever made them is gone. */
export const needless = ({ now }: Here, open: readonly Task[], reason: string): Write[] =>
  settling(open, "no-longer-so", { at: now, by: worker, reason });

/** Writes what was found, if anything; raises where others changed the same rows, so that the event comes again. */
export async function keep(store: Store, found: Omit<BusinessAction, "actor">): Promise<void> {
  if (found.writes.length === 0) return;
  const committed = await store.commit({ ...found, actor: serviceActor(worker) });
  if (committed !== "committed") throw new Error(`${found.action} met a change by others`);
}
