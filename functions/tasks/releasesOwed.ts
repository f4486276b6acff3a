import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { type Deployment, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import type { Task } from "../../shared/domain/tasks/task.ts";
import type { Waiting } from "../../shared/domain/tasks/waiting.ts";
import { newReleaseDue } from "../../shared/domain/tasks/workDue.ts";
import type { CalendarOf } from "../../shared/store/calendars.ts";
import type { Reads } from "../../shared/store/reads.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { tasksOfKind } from "../../shared/store/rows/tasks.ts";

/** The releases that the head of a school owes to practitioners who come there with work that goes on. */
export async function releasesOwed(
  store: Reads,
  newSchool: SchoolId,
  calendarOf: CalendarOf,
): Promise<Waiting[]> {
  // While a head is to release them a task of the brokers' is open: these are few, and deployments become ever more.
  const moves = await store.all(tasksOfKind("open", "moved-practitioner"));
  const coming = moves.filter((task) => goesTo(task) === newSchool);
  const works = await Promise.all(
    coming.map(async ({ requestId, deploymentId }) =>
      requestId && deploymentId ? store.get(deployments, { requestId, deploymentId }) : undefined,
    ),
  );
  return works.flatMap((work) => (work ? releaseOwed(work, newSchool, calendarOf(newSchool)) : []));
}

const goesTo = ({ evidence }: Task): SchoolId | null =>
  evidence.kind === "moved-practitioner" ? evidence.toSchoolId : null;

function releaseOwed(deployment: Deployment, newSchool: SchoolId, calendar: SchoolCalendar): Waiting[] {
  const { requestId, deploymentId, newRelease } = deployment;
  if (hasEnded(deployment) || newRelease?.schoolId !== newSchool || newRelease.answer !== "awaited")
    return [];
  const path = `/requests/${requestId}/deployments/${deploymentId}`;
  const { dueOn } = newReleaseDue(newRelease, calendar);
  return [{ what: "answer-release", path, dueOn, requestId }];
}
