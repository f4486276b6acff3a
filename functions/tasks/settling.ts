import type { Actor } from "../../shared/domain/audit.ts";
import type { Task } from "../../shared/domain/tasks/task.ts";
import type { Store } from "../../shared/store/store.ts";

/** An open task that its broker settles now, and why. */
export interface Settling {
  readonly store: Store;
  readonly task: Task;
  readonly actor: Actor;
  readonly now: string;
  readonly reason: string;
}
