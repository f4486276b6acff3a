import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar.ts";
import { settle, type Settled } from "../../shared/domain/closing.ts";
import { type Deployment, finish } from "../../shared/domain/deployment.ts";
import { returnCapacity } from "../../shared/domain/person.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import {
  deployments,
  deploymentsOfRequest,
  outcomesOfRequest,
  visitsOf,
} from "../../shared/store/rows/deployments.ts";
import { capacities } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { type Announcement, replace, type Store, type Write } from "../../shared/store/store.ts";
import { deploymentFor, workingParties } from "./access.ts";
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
    const finished = finish(deployment, records, { ending: body, today });
    if (finished.kind !== "finished") return refusalOfEnding(finished);
    const moved = await moveRequest(store, finished.deployment, today);
    if (isRefusal(moved)) return moved;
    const { daysBack } = finished;
    const giveBack = await returning(store, deployment, daysBack);
    return {
      reply: { status: 200, body: finished.deployment },
      action: {
        chain: `request:${requestId}`,
        action: "deployment-ended",
        actor,
        facts: { requestId, deploymentId, as: body.as, daysBack, request: moved.settled.kind },
        writes: [replace(deployments, finished.deployment), ...giveBack, moved.write],
        announce: [endedLetter(deployment), ...closedLetters(deployment, moved.settled)],
      },
    };
  });

interface Moved {
  readonly settled: Settled;
  readonly write: Write;
}

async function moveRequest(store: Store, ended: Deployment, today: string): Promise<Moved | Refusal> {
  const { requestId, deploymentId } = ended;
  const [request, siblings, outcomes] = await Promise.all([
    store.get(requests, { requestId }),
    store.all(deploymentsOfRequest(requestId)),
    store.all(outcomesOfRequest(requestId)),
  ]);
  if (!request) return notFound("request");
  const others = siblings.filter((each) => each.deploymentId !== deploymentId);
  const settled = settle(request, { deployments: [ended, ...others], outcomes }, today);
  // The request is written even when it goes on: of two that end together, one must see the other's end.
  const row = settled.kind === "goes-on" ? request : settled.request;
  return { settled, write: replace(requests, row) };
}

async function returning(store: Store, deployment: Deployment, days: number): Promise<Write[]> {
  const { personId, academicYear } = deployment;
  const capacity = await store.get(capacities, { personId, academicYear });
  return capacity ? [replace(capacities, returnCapacity(capacity, { days, endsDeployment: true }))] : [];
}

const endedLetter = ({ requestId, deploymentId, ...who }: Deployment): Announcement => {
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

const closedLetters = ({ requestId, schoolId }: Deployment, settled: Settled): Announcement[] =>
  settled.kind === "closed"
    ? [
        {
          type: "request-closed",
          subject: { requestId, schoolId },
          tell: [{ to: "brokers" }, { to: "school", schoolId }],
        },
      ]
    : [];
