import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import {
  type Deployment,
  deliveredSomething,
  type Visit,
} from "../../shared/domain/deployments/deployment.ts";
import { finish } from "../../shared/domain/deployments/deploymentSteps.ts";
import { handOver as handedOver } from "../../shared/domain/offers/offerSteps.ts";
import { lookAnew } from "../../shared/domain/requests/requestSteps.ts";
import { settled } from "../../shared/domain/tasks/task.ts";
import { notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import { deployments, visitsOf } from "../../shared/store/rows/deployments.ts";
import { offers, requests } from "../../shared/store/rows/requests.ts";
import { tasks } from "../../shared/store/rows/tasks.ts";
import { type BusinessAction, replace, type Write } from "../../shared/store/store.ts";
import { endedWith, openTasksOf, settling } from "../../shared/store/taskEnding.ts";
import { endedLetter } from "../deployments/end.ts";
import { refusalOfEnding } from "../deployments/refusals.ts";
import { returning } from "../deployments/requestMoves.ts";
import type { Settling } from "./settling.ts";

/** Work that has begun is curtailed; of which nobody has yet told anything, it was not started. */
const endingOf = (deployment: Deployment, records: readonly Visit[]): "curtailed" | "not-started" =>
  deliveredSomething(deployment) || records.some(({ state }) => state === "submitted")
    ? "curtailed"
    : "not-started";

/** What every party of the work reads of its end: why the broker decided so is kept with the task alone. */
const forAll = "Handed over by the broker";

/**
 * Ends the work of one practitioner and looks for another, in one write: days not delivered go back, the request is
 * open again with one more place for those days, and whoever hands over is not proposed for it again.
 */
export async function handOver(asked: Settling): Promise<BusinessAction | Refusal> {
  const { store, task, actor, now, reason } = asked;
  const { taskId, requestId, deploymentId, evidence } = task;
  if (!requestId || !deploymentId) return notFound("deployment");
  // Read before its records, so that one that is sent meanwhile is seen.
  const deployment = await store.get(deployments, { requestId, deploymentId });
  const [request, records] = await Promise.all([
    store.get(requests, { requestId }),
    store.all(visitsOf(requestId, deploymentId)),
  ]);
  if (!deployment || !request) return notFound("deployment");
  const today = dateAt(now);
  const as = endingOf(deployment, records);
  const finished = finish(deployment, records, {
    ending: { as, on: today, reason: forAll },
    today,
    byBroker: true,
  });
  if (finished.kind !== "finished") return refusalOfEnding(finished);
  const { daysBack } = finished;
  if (daysBack <= 0)
    return refuse(
      "wrong-state",
      "Every day was delivered or is told of: nothing is left to hand over. End the work.",
    );
  const anew = lookAnew(request, deployment.personId, daysBack);
  if (anew.kind === "wrong-state") return wrongState("request", anew.state, anew.allowed);
  const soFar = { deployment: finished.deployment, visits: records, evaluated: [] };
  const others = endedWith(await openTasksOf(store, deploymentId), soFar).filter(
    (each) => each.taskId !== taskId,
  );
  const decided = { at: now, by: actor.account, reason };
  return {
    chain: `request:${requestId}`,
    action: "deployment-handed-over",
    actor,
    facts: { taskId, kind: evidence.kind, deploymentId, as, daysBack },
    writes: [
      replace(tasks, settled(task, "handed-over", decided)),
      ...settling(others, "work-ended", decided),
      replace(deployments, finished.deployment),
      replace(requests, anew.row),
      ...(await returning(store, deployment, { days: daysBack, endsDeployment: true })),
      ...(await offerWrites(asked, deployment)),
    ],
    announce: [endedLetter(deployment)],
  };
}

async function offerWrites({ store }: Settling, { requestId, offerId }: Deployment): Promise<Write[]> {
  const offer = await store.get(offers, { requestId, offerId });
  return offer ? [replace(offers, handedOver(offer))] : [];
}
