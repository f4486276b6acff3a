import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { Deployment, Visit } from "../../shared/domain/deployments/deployment.ts";
import { VisitId } from "../../shared/domain/ids.ts";
import { checkNote, openStates, type VisitNote } from "../../shared/domain/deployments/visit.ts";
import { notFound, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { calendarOf } from "../../shared/store/calendars.ts";
import { deployments, visits, visitsOf } from "../../shared/store/rows/deployments.ts";
import { create, replace } from "../../shared/store/store.ts";
import { deploymentFor, recordFor } from "./access.ts";
import { refusalOfNote } from "./refusals.ts";

const newVisit = (deployment: Deployment, note: VisitNote, visitId: VisitId): Visit => {
  const { deploymentId, requestId, personId, schoolId } = deployment;
  const fresh = {
    state: "draft",
    submittedAt: null,
    workingDaysLate: 0,
    response: null,
    revision: 0,
  } as const;
  return { visitId, deploymentId, requestId, personId, schoolId, ...note, ...fresh };
};

export const draftVisit: Handler<"draftVisit"> = async (
  { params, body },
  { world, store, session, actor, act },
) => {
  const visitId = world.fresh(VisitId);
  return act(async () => {
    const deployment = await deploymentFor({ store, session, open: ["practitioner"] }, params);
    if (!deployment) return notFound("deployment");
    const { requestId, deploymentId } = deployment;
    const others = await store.all(visitsOf(requestId, deploymentId));
    const supportedSchool = await calendarOf(store, deployment.schoolId);
    const today = dateAt(world.now());
    const checked = checkNote({ deployment, others, note: body, today, supportedSchool });
    if (checked.kind !== "possible") return refusalOfNote(checked);
    const visit = newVisit(deployment, body, visitId);
    return {
      reply: { status: 201, body: visit },
      action: {
        chain: `request:${requestId}`,
        action: "visit-drafted",
        actor,
        facts: { requestId, deploymentId, visitId },
        writes: [create(visits, visit), replace(deployments, deployment)],
      },
    };
  });
};

export const editVisit: Handler<"editVisit"> = ({ params, body }, { world, store, session, actor, act }) =>
  act(async () => {
    const record = await recordFor({ store, session, open: ["practitioner"] }, params);
    if (!record) return notFound("record of visit");
    const { deployment, visit, others } = record;
    if (!openStates.includes(visit.state)) return wrongState("record of visit", visit.state, openStates);
    const supportedSchool = await calendarOf(store, deployment.schoolId);
    const today = dateAt(world.now());
    const checked = checkNote({ deployment, others, note: body, today, supportedSchool });
    if (checked.kind !== "possible") return refusalOfNote(checked);
    const edited = { ...visit, ...body };
    const { requestId, deploymentId, visitId } = visit;
    return {
      reply: { status: 200, body: edited },
      action: {
        chain: `request:${requestId}`,
        action: "visit-edited",
        actor,
        facts: { requestId, deploymentId, visitId },
        writes: [replace(visits, edited), replace(deployments, deployment)],
      },
    };
  });
