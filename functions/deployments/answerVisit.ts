import { answerRecord } from "../../shared/domain/visit.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deployments, visits } from "../../shared/store/rows/deployments.ts";
import { replace } from "../../shared/store/store.ts";
import { recordFor } from "./access.ts";
import { refusalOfMove } from "./refusals.ts";

/** The supported school's word on a record: accurate counts and charges its days in the same write. */
export const answerVisit: Handler<"answerVisit"> = (
  { params, body },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const record = await recordFor({ store, session, open: ["supported-school"] }, params);
    if (!record) return notFound("record of visit");
    const answered = answerRecord(record.deployment, record.visit, { ...body, at: world.now() });
    if (answered.kind !== "moved") return refusalOfMove(answered);
    const { requestId, deploymentId, visitId, schoolId, personId, days } = answered.visit;
    return {
      reply: { status: 200, body: answered.visit },
      action: {
        chain: `request:${requestId}`,
        action: "visit-answered",
        actor,
        facts: { requestId, deploymentId, visitId, accurate: body.accurate, days: body.accurate ? days : 0 },
        writes: [replace(visits, answered.visit), replace(deployments, answered.deployment)],
        announce: [
          {
            type: "visit-answered",
            subject: { requestId, deploymentId, visitId, schoolId, personId },
            tell: [{ to: "person", personId }],
          },
        ],
      },
    };
  });
