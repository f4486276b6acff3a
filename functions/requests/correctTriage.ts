import { keepDecision } from "../../shared/domain/requests/decision.ts";
import { isLive } from "../../shared/domain/offers/offer.ts";
import { notFound, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { offersOfRequest, requests } from "../../shared/store/rows/requests.ts";
import { replace } from "../../shared/store/store.ts";
import { faultsOfCodes } from "./draft.ts";

const correctable = ["triaged", "open"] as const;

/** The broker's word over triage: codes, priority and route; `open` says whether the next run may match it. */
export const correctTriage: Handler<"correctTriage"> = async (
  { params, body },
  { world, store, actor, act },
) => {
  const fault = await faultsOfCodes(store, [body.codes.primary, ...body.codes.secondary]);
  if (fault) return fault;
  return act(async () => {
    const { requestId } = params;
    const request = await store.get(requests, { requestId });
    if (!request) return notFound("request");
    if (!request.triage || !correctable.some((state) => state === request.state))
      return wrongState("request", request.state, correctable);
    if (!body.open && (await store.all(offersOfRequest(requestId))).some(isLive))
      return wrongState("request", "being offered", ["without a live offer, which you may withdraw first"]);
    const { codes, priority, routePolicy, reason } = body;
    const state = body.open ? ("open" as const) : ("triaged" as const);
    const triage = { ...request.triage, correctedBy: actor.account };
    const action = "triage-corrected";
    const corrected = keepDecision(
      { ...request, codes, priority, routePolicy, state, triage },
      { at: world.now(), by: actor.account, action, reason },
    );
    const opens = body.open && request.state === "triaged";
    const { schoolId } = request;
    return {
      reply: { status: 200, body: corrected },
      action: {
        chain: `request:${requestId}`,
        action,
        actor,
        facts: { requestId, primary: codes.primary, priority, routePolicy, open: body.open },
        writes: [replace(requests, corrected)],
        announce: opens
          ? [{ type: "request-opened", subject: { requestId, schoolId }, tell: [{ to: "school", schoolId }] }]
          : [],
      },
    };
  });
};
