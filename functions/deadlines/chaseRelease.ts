import { chaseToday } from "../../shared/domain/tasks/chaser.ts";
import { type Deployment, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { newReleaseDue } from "../../shared/domain/tasks/workDue.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import type { At } from "./at.ts";

/** Reminds the head to whose school a practitioner goes of their release, and tells brokers, whose task it is, once it is late. */
export async function chaseRelease(store: Store, deployment: Deployment, at: At): Promise<void> {
  const { requestId, deploymentId, newRelease } = deployment;
  if (hasEnded(deployment) || !newRelease?.schoolId || newRelease.answer !== "awaited") return;
  const { schoolId } = newRelease;
  const due = newReleaseDue(newRelease, at.calendarOf(schoolId));
  const chased = chaseToday(due, newRelease.chase, at.today);
  if (!chased) return;
  const isLate = chased.to === "brokers";
  const type = isLate ? "new-release-late" : "new-release-chased";
  await store.commit({
    chain: `request:${requestId}`,
    action: type,
    actor: serviceActor("deadlines"),
    facts: { requestId, deploymentId, dueOn: due.dueOn },
    writes: [replace(deployments, { ...deployment, newRelease: { ...newRelease, chase: chased.chase } })],
    announce: [
      {
        type,
        subject: { requestId, deploymentId },
        tell: [isLate ? { to: "brokers" } : { to: "school", schoolId }],
      },
    ],
  });
}
