import { submitRecord } from "../../shared/domain/deployments/visit.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { calendarOf } from "../../shared/store/calendars.ts";
import { deployments, visits } from "../../shared/store/rows/deployments.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { replace } from "../../shared/store/store.ts";
import { recordFor } from "./access.ts";
import { refusalOfMove } from "./refusals.ts";

/** Sends a record to the school; with the first of an agreed request, the request is in delivery too. */
export const submitVisit: Handler<"submitVisit"> = ({ params }, { world, store, session, actor, act }) =>
  act(async () => {
    const record = await recordFor({ store, session, open: ["practitioner"] }, params);
    const request = await store.get(requests, { requestId: params.requestId });
    if (!record || !request) return notFound("record of visit");
    const homeSchool = await calendarOf(store, record.deployment.homeSchoolId);
    const moved = submitRecord(record.deployment, record.visit, { now: world.now(), homeSchool });
    if (moved.kind !== "moved") return refusalOfMove(moved);
    const { requestId, deploymentId, visitId, schoolId, workingDaysLate } = moved.visit;
    const begins = request.state === "agreed";
    return {
      reply: { status: 200, body: moved.visit },
      action: {
        chain: `request:${requestId}`,
        action: "visit-submitted",
        actor,
        facts: { requestId, deploymentId, visitId, workingDaysLate },
        writes: [
          replace(visits, moved.visit),
          // Written each time, so that an ending which did not see this record is decided afresh.
          replace(deployments, moved.deployment),
          ...(begins ? [replace(requests, { ...request, state: "in-delivery" as const })] : []),
        ],
        announce: [
          {
            type: "visit-submitted",
            subject: { requestId, deploymentId, visitId, schoolId },
            tell: [{ to: "school", schoolId }],
          },
        ],
      },
    };
  });
