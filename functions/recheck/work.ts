import { isDeepStrictEqual } from "node:util";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { Move } from "../../shared/domain/people/employment.ts";
import { releaseLapses, workAwaits } from "../../shared/domain/people/lapse.ts";
import { askedAnew, takenOver } from "../../shared/domain/deployments/newRelease.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { Task, TaskEvidence } from "../../shared/domain/tasks/task.ts";
import type { Conflict } from "../../shared/domain/tasks/conflict.ts";
import { asGivenBy, listing } from "../../shared/store/rows/alsoListed.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { allSchools } from "../../shared/store/schools.ts";
import { type Announcement, replace } from "../../shared/store/store.ts";
import { openTasksOf } from "../../shared/store/taskEnding.ts";
import { taskOfWork } from "../tasks/taskOfWork.ts";
import { declaredConflicts, registerConflicts } from "./conflicts.ts";
import { type Here, keep, needless, raising } from "./raise.ts";

/** Whether a task is about the practitioner: what they declared, or where they are. */
const isAboutThem = ({ evidence }: Task): boolean =>
  evidence.kind === "moved-practitioner" ||
  evidence.kind === "absent-practitioner" ||
  (evidence.kind === "conflict" && evidence.importId === null);

/** Makes the tasks of work under way, and the question to the new head, what is on record of the practitioner now. */
export async function lookAtWork(here: Here, person: Person, deployment: Deployment): Promise<void> {
  const { store, now } = here;
  const { requestId, deploymentId } = deployment;
  const today = dateAt(now);
  const lapsing = releaseLapses(person, deployment, today);
  const asked = askedAnew(deployment, lapsing, today);
  const after = takenOver(asked, today);
  const wanted = await tasksFor(here, {
    person,
    deployment,
    lapsing: asked.newRelease?.answer === "yes" ? null : lapsing,
  });
  const open = (await openTasksOf(store, deploymentId)).filter(isAboutThem);
  const gone = open.filter(({ taskId }) => !wanted.some((task) => task.taskId === taskId));
  const raised = (await Promise.all(wanted.map((task) => raising(here, task)))).flat();
  const asksOf = newlyAsked(deployment, after);
  const isChanged = !isDeepStrictEqual(deployment, after);
  await keep(store, {
    chain: `request:${requestId}`,
    action: "work-rechecked",
    facts: { deploymentId, raised: raised.length, settled: gone.length },
    writes: [
      ...raised,
      ...needless(here, gone, "What is on record of them says so no more"),
      ...(isChanged ? [replace(deployments, after)] : []),
      ...(asksOf === undefined ? [] : [listing(asGivenBy(asksOf, after))]),
    ],
    announce: [
      ...(raised.length > 0 ? [news("task-raised", deployment, { to: "brokers" })] : []),
      ...(asksOf === undefined ? [] : [news("new-release-asked", after, { to: "school", schoolId: asksOf })]),
    ],
  });
}

const news = (
  type: "task-raised" | "new-release-asked",
  { requestId, deploymentId }: Deployment,
  to: Announcement["tell"][number],
): Announcement => ({ type, subject: { requestId, deploymentId }, tell: [to] });

/** The school whose head is asked now and was not before, if any. */
function newlyAsked(before: Deployment, after: Deployment): SchoolId | undefined {
  const schoolId = after.newRelease?.schoolId ?? undefined;
  return schoolId === before.newRelease?.schoolId ? undefined : schoolId;
}

interface Looking {
  readonly person: Person;
  readonly deployment: Deployment;
  /** The move that the new head has not released, null for none. */
  readonly lapsing: Move | null;
}

/** Conflicts that were declared, each once. */
async function declaredNow({ store, now }: Here, deployment: Deployment): Promise<Conflict[]> {
  const judging = { store, schools: await allSchools(store), today: dateAt(now) };
  const found = await declaredConflicts(judging, deployment);
  return [...new Map(found.map((each) => [each.causes.join(), each])).values()];
}

const byDeclaration = { importId: null, side: null, urnBefore: null, urnAfter: null } as const;

async function tasksFor(here: Here, { person, deployment, lapsing }: Looking): Promise<Task[]> {
  const task = (evidence: TaskEvidence, ...cause: readonly string[]): Task =>
    taskOfWork(deployment, evidence, { now: here.now, cause });
  const declared = person.declaredInterests.length === 0 ? [] : await declaredNow(here, deployment);
  const until = workAwaits(person, deployment, dateAt(here.now));
  return [
    ...(lapsing
      ? [task(await moveOf(here, deployment, lapsing), lapsing.homeSchoolId ?? "", lapsing.from)]
      : []),
    ...(until === null ? [] : [task({ kind: "absent-practitioner", until }, until)]),
    ...declared.map((each) =>
      task({ kind: "conflict", ...byDeclaration, conflicts: [each] }, each.rule, ...each.causes),
    ),
  ];
}

/** What the broker should know of a move: also which rules of the registers stand against the pair from then on. */
async function moveOf(
  { store, now }: Here,
  deployment: Deployment,
  { homeSchoolId: toSchoolId, from }: Move,
): Promise<TaskEvidence> {
  const judging = { store, schools: await allSchools(store), today: dateAt(now) };
  const conflicts =
    toSchoolId === null ? [] : await registerConflicts(judging, { ...deployment, homeSchoolId: toSchoolId });
  return { kind: "moved-practitioner", from, formerSchoolId: deployment.homeSchoolId, toSchoolId, conflicts };
}
