import { closedAnew } from "../../shared/domain/requests/closing.ts";
import type { FollowUp, Outcome } from "../../shared/domain/outcomes/outcome.ts";
import { recordsOutcomes } from "../../shared/domain/deployments/parties.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import {
  deployments,
  followUps,
  followUpsOfSchool,
  outcomes,
  outcomesOfRequest,
} from "../../shared/store/rows/deployments.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import { unchanged } from "../../shared/store/unchanged.ts";

/** Puts a recorded outcome right, while no later answer rests on it; a closed request closes by what it says now. */
export const correctOutcome: Handler<"correctOutcome"> = (
  { params, body: { reason, ...said } },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const { requestId, deploymentId, objectiveId } = params;
    // Read before what it guards, as where outcomes are recorded.
    const request = await store.get(requests, { requestId });
    const [deployment, all] = await Promise.all([
      store.get(deployments, { requestId, deploymentId }),
      store.all(outcomesOfRequest(requestId)),
    ]);
    if (!request || !deployment || !recordsOutcomes(deployment, session)) return notFound("deployment");
    const isIt = (each: Outcome): boolean =>
      each.deploymentId === deploymentId && each.objectiveId === objectiveId;
    const before = all.find(isIt);
    if (!before) return notFound("outcome");
    const later = await askedLater(store, before);
    if (later.some(({ state }) => state === "answered"))
      return refuse("wrong-state", "Whether it lasted has been answered already; what it was then stands.");
    const { result, level, direction, evidenceStrength } = before;
    const was = { result, level, direction, evidenceStrength };
    const after: Outcome = { ...before, ...said, correction: { at: world.now(), reason, was } };
    const closed = closedAnew(request, [...all.filter((each) => !isIt(each)), after]);
    const { schoolId, personId } = deployment;
    return {
      reply: { status: 200, body: after },
      action: {
        chain: `request:${requestId}`,
        action: "outcome-corrected",
        actor,
        facts: {
          requestId,
          deploymentId,
          objectiveId,
          levelBefore: level,
          level: after.level,
          directionBefore: direction,
          direction: after.direction,
          evidenceStrengthBefore: evidenceStrength,
          evidenceStrength: after.evidenceStrength,
        },
        // Written even unchanged: of an outcome and a correction at once, one must see the other.
        writes: [
          replace(outcomes, after),
          replace(requests, closed),
          // An answer at the same moment rests on what is put right: of the two, one sees the other.
          ...later.map((each) => unchanged(followUps, each)),
        ],
        announce: [
          {
            type: "outcome-corrected",
            subject: { requestId, deploymentId, schoolId, personId },
            tell: [{ to: "brokers" }, { to: "person", personId }, { to: "school", schoolId }],
          },
        ],
      },
    };
  });

/** The questions that are asked later of an outcome. */
const askedLater = async (
  store: Store,
  { schoolId, deploymentId, objectiveId }: Outcome,
): Promise<FollowUp[]> =>
  (await store.all(followUpsOfSchool(schoolId))).filter(
    (each) => each.deploymentId === deploymentId && each.objectiveId === objectiveId,
  );
