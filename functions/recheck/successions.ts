import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { TaskId } from "../../shared/domain/ids.ts";
import { ambiguityOf, askedAboutSince } from "../../shared/domain/schools/registerFacts.ts";
import { openTask, reopened, type Task } from "../../shared/domain/tasks/task.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { importInForce } from "../../shared/store/registerImports.ts";
import { type SchoolFacts, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { tasks, tasksOfKind } from "../../shared/store/rows/tasks.ts";
import { replace, type Write } from "../../shared/store/store.ts";
import { type Here, keep, needless, raising } from "./raise.ts";

// A transaction takes 100 rows, the trail's among them.
const writtenAtOnce = 50;

/**
 * Makes the open tasks those of the schools of which, by the register in force, a broker must decide what follows
 * them. A decision that was rolled back opens its task again; one that a register has made needless is settled.
 */
export async function lookAtSuccessions(here: Here): Promise<void> {
  const { store, now } = here;
  const inForce = await importInForce(store);
  const schools = inForce ? await store.all(schoolFactsOf(inForce.record.importId)) : [];
  const since = askedAboutSince(dateAt(now));
  const wanted = new Map(
    schools
      .filter((school) => ambiguityOf(school, since) !== null)
      .flatMap((school) => taskOf(school, now))
      .map((task) => [task.taskId, task]),
  );
  const open = await store.all(tasksOfKind("open", "succession"));
  const gone = open.filter(({ taskId }) => !wanted.has(taskId));
  const writes = [
    ...(await Promise.all([...wanted.values()].map((task) => asking(here, task)))).flat(),
    ...needless(here, gone, "The register in force leaves nothing to decide"),
  ];
  for (let start = 0; start < writes.length; start += writtenAtOnce)
    await keep(store, {
      chain: "partnership",
      action: "succession-tasks",
      facts: { wanted: wanted.size, needless: gone.length },
      writes: writes.slice(start, start + writtenAtOnce),
    });
}

/** One task for each school and what there is to choose from: other evidence is another question. */
function taskOf({ schoolId, urn, name, succession }: SchoolFacts, now: string): Task[] {
  if (!succession) return [];
  const { outcome, choices } = succession;
  const taskId = derivedId(TaskId, "succession", schoolId, outcome, ...choices);
  const evidence = { kind: "succession" as const, urn, name, succession };
  return [openTask({ taskId, raisedAt: now, schoolId, evidence })];
}

async function asking(here: Here, task: Task): Promise<Write[]> {
  const known = await here.store.get(tasks, { taskId: task.taskId });
  if (known?.settledAs !== "successors-decided") return raising(here, task);
  const why = { at: here.now, by: "recheck", reason: "The decision was rolled back" };
  return [replace(tasks, reopened({ ...known, evidence: task.evidence }, why))];
}
