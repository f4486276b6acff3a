import { chaseToday } from "../../shared/domain/tasks/chaser.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import type { Recipient } from "../../shared/domain/events.ts";
import { evaluationDue, type Side } from "../../shared/domain/tasks/workDue.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { type Announcement, replace, type Store } from "../../shared/store/store.ts";
import { type At, calendarsAt } from "./at.ts";
import { lateTask, raisingLate } from "./lateTasks.ts";

const holderOf = ({ schoolId, personId }: Deployment, side: Side): Recipient =>
  side === "school" ? { to: "school", schoolId } : { to: "person", personId };

interface Unevaluated {
  readonly deployment: Deployment;
  readonly missing: readonly Side[];
}

/** Reminds the sides of ended work whose evaluation is missing, and raises tasks of those that are late. */
export async function chaseEvaluations(
  store: Store,
  { deployment, missing }: Unevaluated,
  at: At,
): Promise<void> {
  const { requestId, deploymentId, evaluationChases: before = {} } = deployment;
  const calendars = calendarsAt(at, deployment);
  const chased = missing.flatMap((side) => {
    const due = evaluationDue(deployment, side, calendars);
    const found = due && chaseToday(due, before[side], at.today);
    return found ? [{ side, due, ...found }] : [];
  });
  if (chased.length === 0) return;
  const holders = chased.filter(({ to }) => to === "holder").map(({ side }) => side);
  const late = chased.filter(({ to }) => to === "brokers");
  const tasks = late.map(({ side, due: { since, dueOn } }) =>
    lateTask(deployment, { kind: "evaluation-late", side, since, dueOn }, at),
  );
  const evaluationChases = {
    ...before,
    ...Object.fromEntries(chased.map(({ side, chase }) => [side, chase])),
  };
  await store.commit({
    chain: `request:${requestId}`,
    action: "evaluation-chased",
    actor: serviceActor("deadlines"),
    facts: {
      requestId,
      deploymentId,
      reminded: holders.join(" "),
      late: late.map(({ side }) => side).join(" "),
    },
    writes: [
      replace(deployments, { ...deployment, evaluationChases }),
      ...(await raisingLate(store, tasks, at)),
    ],
    announce: letters(deployment, holders, late.length > 0),
  });
}

function letters(deployment: Deployment, holders: readonly Side[], isLate: boolean): Announcement[] {
  const { requestId, deploymentId, schoolId } = deployment;
  const subject = { requestId, deploymentId, schoolId };
  const tell = holders.map((side) => holderOf(deployment, side));
  return [
    ...(tell.length > 0 ? [{ type: "evaluation-chased" as const, subject, tell }] : []),
    ...(isLate ? [{ type: "evaluation-late" as const, subject, tell: [{ to: "brokers" as const }] }] : []),
  ];
}
