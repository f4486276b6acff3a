import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { type Conflict, stands } from "../../shared/domain/tasks/conflict.ts";
import { pastConflicts, returnedConflicts, untold } from "../../shared/domain/tasks/conflictTasks.ts";
import { type Deployment, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import type { RegisterImportId, SchoolId } from "../../shared/domain/ids.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import { payerChanged, standsElsewhere } from "../../shared/domain/schools/schoolChange.ts";
import { reopened, type Task, type TaskEvidence, taskStates } from "../../shared/domain/tasks/task.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { deploymentList } from "../../shared/store/rows/deployments.ts";
import { importStateOf } from "../../shared/store/registerImports.ts";
import { plannedImports, type SchoolFacts, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { tasks, tasksOfDeployment, tasksOfKind } from "../../shared/store/rows/tasks.ts";
import { allSchools, schoolsUnder } from "../../shared/store/schools.ts";
import { replace } from "../../shared/store/store.ts";
import { taskOfWork } from "../tasks/taskOfWork.ts";
import { registerConflicts } from "./conflicts.ts";
import { type Here, keep, needless, raising } from "./raise.ts";

/**
 * Looks again at work under way of which a register changed a school: one task each for payer and conflict. An event
 * that is heard after its import was rolled back leads to nothing.
 */
export async function lookAgain(here: Here, importId: RegisterImportId): Promise<void> {
  const { store, now } = here;
  const replaced = (await store.get(plannedImports, { importId }))?.import.replacedImportId;
  const state = await importStateOf(store, importId);
  if (!replaced || state === "rolled-back") return;
  const before = await store.all(schoolFactsOf(replaced));
  // Of this import and not of the one in force: one that came meanwhile has an event, and tasks, of its own.
  const schools = await schoolsUnder(store, importId);
  const changed = changedSchools(before, schools);
  const isInForce = state === "in-force";
  // An import that is in force may also have ended what others told of, or brought it back.
  const toldOf = await Promise.all(taskStates.map((each) => store.all(tasksOfKind(each, "conflict"))));
  const told = new Set(toldOf.flat().map(({ deploymentId }) => deploymentId));
  const touched = (await store.all(deploymentList)).filter(
    (each) =>
      !hasEnded(each) &&
      (changed.has(each.schoolId) ||
        changed.has(each.homeSchoolId) ||
        (isInForce && told.has(each.deploymentId))),
  );
  if (touched.length === 0) return;
  const schoolsNow = isInForce ? schools : await allSchools(store);
  const looking = { ...here, importId, isInForce, schools, schoolsNow, changed, today: dateAt(now) };
  await eachByItself(touched, (deployment) => lookAt(looking, deployment));
}

interface Standing {
  readonly before: SchoolFacts;
  readonly after: School;
}

/** Schools that an import changed in what a payer or a conflict hangs on. */
function changedSchools(
  before: readonly SchoolFacts[],
  after: readonly School[],
): ReadonlyMap<SchoolId, Standing> {
  const was = new Map(before.map((school) => [school.schoolId, school]));
  return new Map(
    after.flatMap((school) => {
      const known = was.get(school.schoolId);
      return known && standsElsewhere(known, school)
        ? [[school.schoolId, { before: known, after: school }] as const]
        : [];
    }),
  );
}

interface Looking extends Here {
  readonly importId: RegisterImportId;
  readonly isInForce: boolean;
  readonly schools: readonly School[];
  /** As the register in force has them. */
  readonly schoolsNow: readonly School[];
  readonly changed: ReadonlyMap<SchoolId, Standing>;
  readonly today: string;
}

async function lookAt(looking: Looking, deployment: Deployment): Promise<void> {
  const { store, importId, isInForce } = looking;
  const { deploymentId, requestId } = deployment;
  const [conflicts, known] = await Promise.all([
    conflictsOf(looking, deployment),
    store.all(tasksOfDeployment(deploymentId)),
  ]);
  const again = isInForce ? returnedConflicts(known, conflicts).map((task) => saidAgain(looking, task)) : [];
  const others = known.filter(({ taskId }) => !again.some((each) => each.taskId === taskId));
  const found = tasksFor(looking, deployment, untold(conflicts, [...others, ...again]));
  const fresh = await Promise.all(found.map((task) => raising(looking, task)));
  const raised = [...again.map((task) => replace(tasks, task)), ...fresh.flat()];
  const past = isInForce ? pastConflicts(known, conflicts) : [];
  await keep(store, {
    chain: `request:${requestId}`,
    action: "school-changed",
    facts: {
      deploymentId,
      importId,
      kinds: found.map(({ evidence }) => evidence.kind).join(" "),
      settled: past.length,
    },
    writes: [...raised, ...needless(looking, past, "The register in force says so no more")],
    announce:
      raised.length > 0
        ? [
            {
              type: "school-changed",
              subject: { requestId, deploymentId, importId },
              tell: [{ to: "brokers" }],
            },
          ]
        : [],
  });
}

/** What the import brought about and the register in force, where that is another by now, has not ended. */
async function conflictsOf(looking: Looking, deployment: Deployment): Promise<Conflict[]> {
  const found = await registerConflicts(looking, deployment);
  if (looking.isInForce || found.length === 0) return found;
  const now = await registerConflicts({ ...looking, schools: looking.schoolsNow }, deployment);
  return found.filter((each) => stands(each, now));
}

/** A task that stands again by the import that is looked at, which is the one to be rolled back if it is wrong. */
function saidAgain({ importId, now }: Looking, task: Task): Task {
  const { evidence } = task;
  const shown = evidence.kind === "conflict" ? { ...task, evidence: { ...evidence, importId } } : task;
  return reopened(shown, { at: now, by: "recheck", reason: "It is so again" });
}

function tasksFor(looking: Looking, deployment: Deployment, conflicts: readonly Conflict[]): Task[] {
  const { importId, changed, now } = looking;
  const supported = changed.get(deployment.schoolId);
  const standing = supported ?? changed.get(deployment.homeSchoolId);
  if (!standing) return [];
  const side = supported ? ("supported" as const) : ("home" as const);
  const told = { importId, side, urnBefore: standing.before.urn, urnAfter: standing.after.urn };
  const { schoolId } = standing.after;
  const task = (evidence: TaskEvidence, ...cause: readonly string[]): Task =>
    taskOfWork(deployment, evidence, { now, cause, schoolId });
  const causes = conflicts.flatMap((each) => [each.rule, ...each.causes.toSorted()]);
  return [
    ...(supported && payerChanged(supported.before, supported.after)
      ? [task({ kind: "payer-changed", ...told }, importId)]
      : []),
    ...(conflicts.length > 0
      ? [task({ kind: "conflict", ...told, conflicts: [...conflicts] }, ...causes)]
      : []),
  ];
}
