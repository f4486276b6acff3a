import { chaseToday } from "../../shared/domain/tasks/chaser.ts";
import type { FollowUp } from "../../shared/domain/outcomes/outcome.ts";
import { followUpDue } from "../../shared/domain/tasks/workDue.ts";
import { eachRow } from "../../shared/runtime/eachRow.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { deployments, followUps, followUpsToChase } from "../../shared/store/rows/deployments.ts";
import { replace, type Store, type Write } from "../../shared/store/store.ts";
import type { At } from "./at.ts";
import { lateTask, raisingLate } from "./lateTasks.ts";

/** Reminds schools of follow-ups that they were asked, and raises tasks of those that are not answered. */
export async function chaseFollowUps(store: Store, at: At): Promise<void> {
  await eachRow(store, followUpsToChase, async (followUp) => {
    const { followUpId, requestId, deploymentId, schoolId } = followUp;
    const due = followUpDue(followUp, at.calendarOf(schoolId));
    const chased = chaseToday(due, followUp.chase, at.today);
    if (!chased) return;
    const isLate = chased.to === "brokers";
    const type = isLate ? "follow-up-unanswered" : "follow-up-chased";
    await store.commit({
      chain: `request:${requestId}`,
      action: type,
      actor: serviceActor("deadlines"),
      facts: { requestId, deploymentId, followUpId, dueOn: due.dueOn },
      writes: [
        replace(followUps, { ...followUp, chase: chased.chase }),
        ...(isLate ? await taskOf(store, { followUp, ...due, at }) : []),
      ],
      announce: [
        {
          type,
          subject: { followUpId, requestId, deploymentId, schoolId },
          tell: [isLate ? { to: "brokers" } : { to: "school", schoolId }],
        },
      ],
    });
  });
}

interface Late {
  readonly followUp: FollowUp;
  readonly since: string;
  readonly dueOn: string;
  readonly at: At;
}

async function taskOf(store: Store, { followUp, since, dueOn, at }: Late): Promise<Write[]> {
  const deployment = await store.get(deployments, followUp);
  if (!deployment) return [];
  const { followUpId } = followUp;
  const task = lateTask(deployment, { kind: "follow-up-unanswered", followUpId, since, dueOn }, at);
  return raisingLate(store, [task], at);
}
