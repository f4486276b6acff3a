import { type Conflict, stands, wasTold } from "./conflict.ts";
import type { Task } from "./task.ts";

/** The conflicts of which no task about the same work has told yet; one whose cause was gone may be told again. */
export function untold(conflicts: readonly Conflict[], tasks: readonly Task[]): Conflict[] {
  const told = tasks.flatMap(({ evidence, settledAs }) =>
    evidence.kind === "conflict" && settledAs !== "no-longer-so" ? evidence.conflicts : [],
  );
  return conflicts.filter((each) => !wasTold(told, each));
}

const standsIn = ({ evidence }: Task, found: readonly Conflict[]): boolean =>
  evidence.kind === "conflict" && evidence.conflicts.some((each) => stands(each, found));

const isOfRegister = ({ evidence }: Task): boolean =>
  evidence.kind === "conflict" && evidence.importId !== null;

/** Open tasks about conflicts that a register brought about, of which nothing stands any more. */
export const pastConflicts = (tasks: readonly Task[], found: readonly Conflict[]): Task[] =>
  tasks.filter((task) => isOfRegister(task) && task.state === "open" && !standsIn(task, found));

/** Tasks about such conflicts that were settled because nothing of them stood, and of which something does again. */
export const returnedConflicts = (tasks: readonly Task[], found: readonly Conflict[]): Task[] =>
  tasks.filter((task) => isOfRegister(task) && task.settledAs === "no-longer-so" && standsIn(task, found));
