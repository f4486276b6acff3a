import { dateAt } from "../../shared/domain/calendar.ts";
import { type Deployment, hasEnded } from "../../shared/domain/deployment.ts";
import { type RegisterImportId, type SchoolId, TaskId } from "../../shared/domain/ids.ts";
import type { School } from "../../shared/domain/school.ts";
import { payerChanged, standsElsewhere } from "../../shared/domain/schoolChange.ts";
import { openTask, type Task, type TaskEvidence, untold } from "../../shared/domain/task.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { deploymentList } from "../../shared/store/rows/deployments.ts";
import { importStateOf } from "../../shared/store/registerImports.ts";
import { plannedImports, type SchoolFacts, schoolFactsOf } from "../../shared/store/rows/partnership.ts";
import { tasksOfDeployment } from "../../shared/store/rows/tasks.ts";
import { schoolsUnder } from "../../shared/store/schools.ts";
import { registerConflicts } from "./conflicts.ts";
import { type Here, keep, raising } from "./raise.ts";

/**
 * Looks again at work under way of which a register changed a school: one task each for payer and conflict. An event
 * that is heard after its import was rolled back leads to nothing.
 */
export async function lookAgain(here: Here, importId: RegisterImportId): Promise<void> {
  const { store, now } = here;
  const replaced = (await store.get(plannedImports, { importId }))?.import.replacedImportId;
  if (!replaced || (await importStateOf(store, importId)) === "rolled-back") return;
  const before = await store.all(schoolFactsOf(replaced));
  // Of this import and not of the one in force: one that came meanwhile has an event, and tasks, of its own.
  const schools = await schoolsUnder(store, importId);
  const changed = changedSchools(before, schools);
  if (changed.size === 0) return;
  const touched = (await store.all(deploymentList)).filter(
    (each) => !hasEnded(each) && (changed.has(each.schoolId) || changed.has(each.homeSchoolId)),
  );
  const looking = { ...here, importId, schools, changed, today: dateAt(now) };
  for (const deployment of touched) await lookAt(looking, deployment);
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
  readonly schools: readonly School[];
  readonly changed: ReadonlyMap<SchoolId, Standing>;
  readonly today: string;
}

async function lookAt(looking: Looking, deployment: Deployment): Promise<void> {
  const { store, importId } = looking;
  const { deploymentId, requestId } = deployment;
  const found = await tasksFor(looking, deployment);
  const writes = (await Promise.all(found.map((task) => raising(looking, task)))).flat();
  const kinds = found.map(({ evidence }) => evidence.kind).join(" ");
  await keep(store, {
    chain: `request:${requestId}`,
    action: "school-changed",
    facts: { deploymentId, importId, kinds },
    writes,
    announce: [
      { type: "school-changed", subject: { requestId, deploymentId, importId }, tell: [{ to: "brokers" }] },
    ],
  });
}

async function tasksFor(looking: Looking, deployment: Deployment): Promise<Task[]> {
  const { store, importId, changed, now } = looking;
  const { deploymentId, requestId, personId } = deployment;
  const supported = changed.get(deployment.schoolId);
  const standing = supported ?? changed.get(deployment.homeSchoolId);
  if (!standing) return [];
  const side = supported ? ("supported" as const) : ("home" as const);
  const told = { importId, side, urnBefore: standing.before.urn, urnAfter: standing.after.urn };
  const task = (evidence: TaskEvidence, ...cause: readonly string[]): Task =>
    openTask({
      taskId: derivedId(TaskId, evidence.kind, deploymentId, ...cause),
      raisedAt: now,
      schoolId: standing.after.schoolId,
      requestId,
      deploymentId,
      personId,
      evidence,
    });
  const found = await registerConflicts(looking, deployment);
  const conflicts = untold(found, await store.all(tasksOfDeployment(deploymentId)));
  const causes = conflicts.flatMap((each) => [each.rule, ...each.causes.toSorted()]);
  return [
    ...(supported && payerChanged(supported.before, supported.after)
      ? [task({ kind: "payer-changed", ...told }, importId)]
      : []),
    ...(conflicts.length > 0 ? [task({ kind: "conflict", ...told, conflicts }, ...causes)] : []),
  ];
}
