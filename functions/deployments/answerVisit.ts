import type { Refusal } from "../../shared/contract/problems.ts";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { type Deployment, hasEnded } from "../../shared/domain/deployments/deployment.ts";
import { answerRecord } from "../../shared/domain/deployments/visit.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deployments, visits } from "../../shared/store/rows/deployments.ts";
import { type Announcement, replace, type Store, type Write } from "../../shared/store/store.ts";
import { recordFor } from "./access.ts";
import { refusalOfMove } from "./refusals.ts";
import { closedLetters, moveRequest, returning } from "./requestMoves.ts";

/** The supported school's word on a record: accurate counts and charges its days in the same write. */
export const answerVisit: Handler<"answerVisit"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const record = await recordFor({ store, session, open: ["supported-school"] }, params);
    if (!record) return notFound("record of visit");
    const at = world.now();
    const answered = answerRecord(record.deployment, record.visit, { ...body, at });
    if (answered.kind !== "moved") return refusalOfMove(answered);
    const { deployment, daysBack } = answered;
    const afterEnd = await consequences(store, deployment, { daysBack, today: dateAt(at) });
    if (isRefusal(afterEnd)) return afterEnd;
    const { requestId, deploymentId, visitId, schoolId, personId, days } = answered.visit;
    return {
      reply: { status: 200, body: answered.visit },
      action: {
        chain: `request:${requestId}`,
        action: "visit-answered",
        actor,
        facts: { requestId, deploymentId, visitId, accurate: body.accurate, days: body.accurate ? days : 0 },
        writes: [replace(visits, answered.visit), replace(deployments, deployment), ...afterEnd.writes],
        announce: [
          {
            type: "visit-answered",
            subject: { requestId, deploymentId, visitId, schoolId, personId },
            tell: [{ to: "person", personId }],
          },
          ...afterEnd.announce,
        ],
      },
    };
  });

interface Consequences {
  readonly writes: readonly Write[];
  readonly announce: readonly Announcement[];
}

/** What an answer means beyond its deployment: nothing, unless that has ended and others waited for the answer. */
async function consequences(
  store: Store,
  deployment: Deployment,
  { daysBack, today }: { readonly daysBack: number; readonly today: string },
): Promise<Consequences | Refusal> {
  if (!hasEnded(deployment)) return { writes: [], announce: [] };
  const moved = await moveRequest(store, deployment, { today, daysBack });
  if (isRefusal(moved)) return moved;
  const back =
    daysBack > 0 ? await returning(store, deployment, { days: daysBack, endsDeployment: false }) : [];
  return { writes: [moved.write, ...back], announce: closedLetters(deployment, moved.settled) };
}
