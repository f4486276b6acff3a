import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { settle, type Settled } from "../../shared/domain/requests/closing.ts";
import { type Deployment, deliveredSomething, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { type DeploymentId, FollowUpId, type ObjectiveId, type RequestId } from "../../shared/domain/ids.ts";
import { followUpOf, followUpSpans, type Outcome } from "../../shared/domain/outcomes/outcome.ts";
import { recordsOutcomes } from "../../shared/domain/deployments/parties.ts";
import type { Objective, SupportRequest } from "../../shared/domain/requests/request.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { isRefusal, notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { calendarOf } from "../../shared/store/calendars.ts";
import {
  deploymentsOfRequest,
  followUps,
  outcomes,
  outcomesOfRequest,
} from "../../shared/store/rows/deployments.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { type Announcement, create, replace, type Store, type Write } from "../../shared/store/store.ts";

/** Records what became of one objective, asks twice more later, and closes the request with the last of them. */
export const recordOutcome: Handler<"recordOutcome"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const asked = await askedAbout(store, session, params);
    if (isRefusal(asked)) return asked;
    const { request, deployment, objective, recorded, siblings } = asked;
    const { deploymentId, requestId, schoolId, personId } = deployment;
    const { objectiveId, baseline, successMeasure } = objective;
    const ids = { deploymentId, requestId, objectiveId, schoolId, personId };
    const at = world.now();
    const outcome: Outcome = { ...ids, baseline, successMeasure, ...body, recordedAt: at, revision: 0 };
    const evidence = { deployments: siblings, outcomes: [...recorded, outcome] };
    const settled = settle(request, evidence, dateAt(at));
    const { level, direction, evidenceStrength } = body;
    return {
      reply: { status: 200, body: outcome },
      action: {
        chain: `request:${requestId}`,
        action: "outcome-recorded",
        actor,
        facts: { requestId, deploymentId, objectiveId, level, direction, evidenceStrength },
        writes: [
          create(outcomes, outcome),
          ...askingLater(outcome, { today: dateAt(at), calendar: await calendarOf(store, schoolId) }),
          // Written even when it goes on: of the last two outcomes, one must see the other.
          replace(requests, settled.kind === "goes-on" ? request : settled.request),
        ],
        announce: letters(deployment, settled),
      },
    };
  });

interface Asked {
  readonly request: SupportRequest;
  readonly deployment: Deployment;
  readonly objective: Objective;
  readonly siblings: readonly Deployment[];
  readonly recorded: readonly Outcome[];
}

interface Key {
  readonly requestId: RequestId;
  readonly deploymentId: DeploymentId;
  readonly objectiveId: ObjectiveId;
}

/** The rows an outcome is recorded on, or why it cannot be recorded by this account or now. */
async function askedAbout(store: Store, session: Session, key: Key): Promise<Asked | Refusal> {
  const { requestId, deploymentId, objectiveId } = key;
  // Read before what it guards, or of the last two outcomes neither would see the other.
  const request = await store.get(requests, { requestId });
  const [siblings, recorded] = await Promise.all([
    store.all(deploymentsOfRequest(requestId)),
    store.all(outcomesOfRequest(requestId)),
  ]);
  const deployment = siblings.find((each) => each.deploymentId === deploymentId);
  if (!request || !deployment || !recordsOutcomes(deployment, session)) return notFound("deployment");
  const objective = request.objectives.find((each) => each.objectiveId === objectiveId);
  if (!objective || !deployment.agreement.objectives.includes(objectiveId)) return notFound("objective");
  if (!hasEnded(deployment)) return wrongState("deployment", deployment.state, ["complete", "curtailed"]);
  if (!deliveredSomething(deployment))
    return refuse("wrong-state", "No day of this deployment was delivered, so it has no outcome.");
  if (recorded.some((each) => each.deploymentId === deploymentId && each.objectiveId === objectiveId))
    return refuse(
      "already-exists",
      "The outcome of this objective is recorded. Put it right with …/correction.",
    );
  return { request, deployment, objective, siblings, recorded };
}

const askingLater = (
  outcome: Outcome,
  when: { readonly today: string; readonly calendar: SchoolCalendar },
): Write[] =>
  followUpSpans.map((after) => {
    const followUpId = derivedId(FollowUpId, outcome.deploymentId, outcome.objectiveId, after);
    return create(followUps, followUpOf(outcome, { followUpId, after, ...when }));
  });

function letters(
  { requestId, deploymentId, schoolId, personId }: Deployment,
  settled: Settled,
): Announcement[] {
  const recorded: Announcement = {
    type: "outcome-recorded",
    subject: { requestId, deploymentId, schoolId, personId },
    tell: [{ to: "brokers" }, { to: "person", personId }],
  };
  const closed: Announcement = {
    type: "request-closed",
    subject: { requestId, schoolId },
    tell: [{ to: "brokers" }, { to: "school", schoolId }],
  };
  return settled.kind === "closed" ? [recorded, closed] : [recorded];
}
