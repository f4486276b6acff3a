import type { Refusal } from "../../shared/contract/problems.ts";
import {
  type Deployment,
  deploymentStates,
  hasEnded,
  underWayStates,
} from "../../shared/domain/deployments/deployment.ts";
import type { Evaluation } from "../../shared/domain/outcomes/outcome.ts";
import { type DeploymentParty, partiesOf, sideOf } from "../../shared/domain/deployments/parties.ts";
import { notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deployments, evaluations, evaluationsOf } from "../../shared/store/rows/deployments.ts";
import { type Announcement, create, replace } from "../../shared/store/store.ts";

type Impact = Evaluation["impact"];

const endedStates = deploymentStates.filter((each) => !underWayStates.includes(each));

/** Objectives that were not agreed, or that are spoken of twice. */
function faultsOfImpact(impact: Impact, { agreement }: Deployment): Refusal | undefined {
  const seen = new Set<string>();
  const errors = impact.flatMap(({ objectiveId }, index) => {
    const known = agreement.objectives.includes(objectiveId);
    const fault = !known ? "This objective was not agreed" : "This objective stands here already";
    const wrong = !known || seen.has(objectiveId);
    seen.add(objectiveId);
    return wrong ? [{ pointer: `/impact/${index}/objectiveId`, detail: fault }] : [];
  });
  return errors.length === 0
    ? undefined
    : refuse("invalid-request", "Speak of each agreed objective once, and of no other.", errors);
}

export const evaluateDeployment: Handler<"evaluateDeployment"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const deployment = await store.get(deployments, params);
    const side = deployment && sideOf(partiesOf(deployment, session));
    if (!deployment || !side) return notFound("deployment");
    if (!hasEnded(deployment)) return wrongState("deployment", deployment.state, endedStates);
    const fault = faultsOfImpact(body.impact, deployment);
    if (fault) return fault;
    const { requestId, deploymentId } = deployment;
    if (await store.get(evaluations, { requestId, deploymentId, side }))
      return refuse(
        "already-exists",
        "Your side has evaluated this deployment; an evaluation is not changed.",
      );
    const evaluation = { deploymentId, requestId, side, ...body, evaluatedAt: world.now(), revision: 0 };
    return {
      reply: { status: 200, body: evaluation },
      action: {
        chain: `request:${requestId}`,
        action: "evaluation-recorded",
        actor,
        facts: { requestId, deploymentId, side, causeForConcern: body.causeForConcern },
        // The deployment is written too, so that whoever finds this evaluation late at the same moment looks again.
        writes: [create(evaluations, evaluation), replace(deployments, deployment)],
        announce: lettersAbout(evaluation, deployment),
      },
    };
  });

function lettersAbout({ side, causeForConcern }: Evaluation, deployment: Deployment): Announcement[] {
  const { requestId, deploymentId, schoolId, personId } = deployment;
  const subject = { requestId, deploymentId, schoolId };
  const otherSide =
    side === "school" ? { to: "person" as const, personId } : { to: "school" as const, schoolId };
  const recorded: Announcement = {
    type: "evaluation-recorded",
    subject,
    tell: [{ to: "brokers" }, otherSide],
  };
  const concern: Announcement = { type: "concern-raised", subject, tell: [{ to: "brokers" }] };
  return causeForConcern ? [recorded, concern] : [recorded];
}

/** What a viewer may see: whoever is a side nothing before its own is written, and concerns only as an overseer. */
export function evaluationsFor(parties: ReadonlySet<DeploymentParty>, all: readonly Evaluation[]) {
  const own = sideOf(parties);
  if (own && !all.some((each) => each.side === own)) return [];
  if (oversees(parties)) return [...all];
  return all.map((each) => (each.side === own ? each : withoutConcern(each)));
}

const oversees = (parties: ReadonlySet<DeploymentParty>): boolean =>
  parties.has("broker") || parties.has("director");

const withoutConcern = (evaluation: Evaluation) => ({ ...evaluation, causeForConcern: undefined });

export const listEvaluations: Handler<"listEvaluations"> = async ({ params }, { store, session }) => {
  const deployment = await store.get(deployments, params);
  const parties = deployment ? partiesOf(deployment, session) : new Set<DeploymentParty>();
  if (!sideOf(parties) && !oversees(parties)) return notFound("deployment");
  const all = await store.all(evaluationsOf(params.requestId, params.deploymentId));
  return { status: 200, body: { items: evaluationsFor(parties, all), nextCursor: null } };
};
