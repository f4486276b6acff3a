import type { Task } from "../../shared/domain/tasks/task.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { settling } from "../../shared/store/taskEnding.ts";
import { raising as raisingBy } from "../../shared/store/taskRaising.ts";
import type { BusinessAction, Store, Write } from "../../shared/store/store.ts";

/** Where the worker works, and when. */
export interface Here {
  readonly store: Store;
  readonly now: string;
}

const worker = "recheck";

/** What makes a task be open, where it is to be. */
export const raising = ({ store, now }: Here, wanted: Task): Promise<Write[]> =>
  raisingBy(store, wanted, { now, by: worker });

/** What settles open tasks of which whatever made them is gone. */
export const needless = ({ now }: Here, open: readonly Task[], reason: string): Write[] =>
  settling(open, "no-longer-so", { at: now, by: worker, reason });

/** Writes what was found, if anything; raises where others changed the same rows, so that the event comes again. */
export async function keep(store: Store, found: Omit<BusinessAction, "actor">): Promise<void> {
  if (found.writes.length === 0) return;
  const committed = await store.commit({ ...found, actor: serviceActor(worker) });
  if (committed !== "committed") throw new Error(`${found.action} met a change by others`);
}
