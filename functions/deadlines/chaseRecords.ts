import { type Chase, chaseToday, type Due } from "../../shared/domain/tasks/chaser.ts";
import { awaitsAnswer, type Deployment, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import type { EventType, Recipient } from "../../shared/domain/events.ts";
import type { LateEvidence } from "../../shared/domain/tasks/lateWork.ts";
import { type RecordAwaited, recordDue, recordsAwaited } from "../../shared/domain/tasks/workDue.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { visits, visitsOf } from "../../shared/store/rows/deployments.ts";
import { type BusinessAction, replace, type Store } from "../../shared/store/store.ts";
import { type At, calendarsAt } from "./at.ts";
import { lateTask, raisingLate } from "./lateTasks.ts";

/** What is told of a record, by whom it is awaited of: to them before it is late, and to brokers after. */
const told = {
  practitioner: { due: "record-chased", late: "record-late" },
  school: { due: "record-answer-chased", late: "record-unanswered" },
} as const satisfies Record<RecordAwaited["of"], { due: EventType; late: EventType & LateEvidence["kind"] }>;

/** Reminds of the records of one deployment, and raises tasks of those that are late. */
export async function chaseRecords(store: Store, deployment: Deployment, at: At): Promise<void> {
  if (hasEnded(deployment) && !awaitsAnswer(deployment)) return;
  const { requestId, deploymentId } = deployment;
  const calendars = calendarsAt(at, deployment);
  for (const awaited of recordsAwaited(deployment, await store.all(visitsOf(requestId, deploymentId)))) {
    const { visit, of } = awaited;
    const due = recordDue(awaited, calendars);
    const chased = chaseToday(due, of === "school" ? visit.answerChase : visit.chase, at.today);
    if (chased) await store.commit(await chasing(store, { deployment, awaited, due, chased, at }));
  }
}

interface Chasing {
  readonly deployment: Deployment;
  readonly awaited: RecordAwaited;
  readonly due: Due;
  readonly chased: NonNullable<ReturnType<typeof chaseToday>>;
  readonly at: At;
}

const kept = ({ visit, of }: RecordAwaited, chase: Chase) =>
  of === "school" ? { ...visit, answerChase: chase } : { ...visit, chase };

async function chasing(
  store: Store,
  { deployment, awaited, due, chased, at }: Chasing,
): Promise<BusinessAction> {
  const { requestId, deploymentId, schoolId, personId } = deployment;
  const { visit, of } = awaited;
  const { visitId } = visit;
  const isLate = chased.to === "brokers";
  const type = isLate ? told[of].late : told[of].due;
  const holder: Recipient = of === "school" ? { to: "school", schoolId } : { to: "person", personId };
  const { since, dueOn } = due;
  const task = lateTask(deployment, { kind: told[of].late, visitId, since, dueOn }, at);
  return {
    chain: `request:${requestId}`,
    action: type,
    actor: serviceActor("deadlines"),
    facts: { requestId, deploymentId, visitId, dueOn },
    writes: [
      replace(visits, kept(awaited, chased.chase)),
      ...(isLate ? await raisingLate(store, [task], at) : []),
    ],
    announce: [
      {
        type,
        subject: { requestId, deploymentId, visitId, schoolId },
        tell: [isLate ? { to: "brokers" } : holder],
      },
    ],
  };
}
