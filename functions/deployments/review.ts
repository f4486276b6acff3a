import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { reviewMidTerm } from "../../shared/domain/deployments/deploymentSteps.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { calendarOf } from "../../shared/store/calendars.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import { replace } from "../../shared/store/store.ts";
import { deploymentFor } from "./access.ts";
import { workingParties } from "../../shared/domain/deployments/parties.ts";
import { refusalOfReview } from "./refusals.ts";

export const reviewDeployment: Handler<"reviewDeployment"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const deployment = await deploymentFor({ store, session, open: workingParties }, params);
    if (!deployment) return notFound("deployment");
    const reviewed = reviewMidTerm(deployment, body, {
      today: dateAt(world.now()),
      supportedSchool: await calendarOf(store, deployment.schoolId),
    });
    if (reviewed.kind !== "reviewed") return refusalOfReview(reviewed);
    const { requestId, deploymentId, schoolId, personId } = deployment;
    const { heldOn, working, continues, finalDate } = body;
    return {
      reply: { status: 200, body: reviewed.deployment },
      action: {
        chain: `request:${requestId}`,
        action: "mid-term-reviewed",
        actor,
        facts: { requestId, deploymentId, heldOn, working, continues, finalDate },
        writes: [replace(deployments, reviewed.deployment)],
        announce: [
          {
            type: "mid-term-reviewed",
            subject: { requestId, deploymentId, schoolId, personId },
            tell: [{ to: "brokers" }, { to: "school", schoolId }, { to: "person", personId }],
          },
        ],
      },
    };
  });
