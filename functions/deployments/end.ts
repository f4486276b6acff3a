import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import { finish } from "../../shared/domain/deployments/deploymentSteps.ts";
import { type DeploymentParty, partiesOf } from "../../shared/domain/deployments/parties.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deployments, visitsOf } from "../../shared/store/rows/deployments.ts";
import { type Announcement, replace } from "../../shared/store/store.ts";
import { endedWith, openTasksOf, settling } from "../../shared/store/taskEnding.ts";
import { deploymentFor } from "./access.ts";
import { workingParties } from "../../shared/domain/deployments/parties.ts";
import { closedLetters, moveRequest, returning } from "./requestMoves.ts";
import { refusalOfEnding } from "./refusals.ts";

/** Ends a deployment: its days and its place go back, and its request moves on, all in one write. */
export const endDeployment: Handler<"endDeployment"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const deployment = await deploymentFor({ store, session, open: workingParties }, params);
    if (!deployment) return notFound("deployment");
    const { requestId, deploymentId } = deployment;
    const today = dateAt(world.now());
    const records = await store.all(visitsOf(requestId, deploymentId));
    const finished = finish(deployment, records, {
      ending: body,
      today,
      byBroker: isOnlyBroker(partiesOf(deployment, session)),
    });
    if (finished.kind !== "finished") return refusalOfEnding(finished);
    const moved = await moveRequest(store, finished.deployment, { today });
    if (isRefusal(moved)) return moved;
    const { daysBack } = finished;
    const giveBack = await returning(store, deployment, { days: daysBack, endsDeployment: true });
    const soFar = { deployment: finished.deployment, visits: records, evaluated: [] };
    const needless = settling(endedWith(await openTasksOf(store, deploymentId), soFar), "work-ended", {
      at: world.now(),
      by: actor.account,
      reason: "",
    });
    return {
      reply: { status: 200, body: finished.deployment },
      action: {
        chain: `request:${requestId}`,
        action: "deployment-ended",
        actor,
        facts: { requestId, deploymentId, as: body.as, daysBack, request: moved.settled.kind },
        writes: [replace(deployments, finished.deployment), ...giveBack, moved.write, ...needless],
        announce: [endedLetter(deployment), ...closedLetters(deployment, moved.settled)],
      },
    };
  });

/** A broker who is one of the two sides ends the work as that side. */
const isOnlyBroker = (parties: ReadonlySet<DeploymentParty>): boolean =>
  parties.has("broker") && !parties.has("supported-school") && !parties.has("practitioner");

/** Tells everybody with a part in it that the work has ended. */
export const endedLetter = ({ requestId, deploymentId, ...who }: Deployment): Announcement => {
  const { schoolId, homeSchoolId, personId } = who;
  return {
    type: "deployment-ended",
    subject: { requestId, deploymentId, schoolId, personId },
    tell: [
      { to: "brokers" },
      { to: "school", schoolId },
      { to: "school", schoolId: homeSchoolId },
      { to: "person", personId },
    ],
  };
};
