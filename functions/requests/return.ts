import type { RequestId } from "../../shared/domain/ids.ts";
import { isLive } from "../../shared/domain/offers/offer.ts";
import { returnToDraft } from "../../shared/domain/requests/requestSteps.ts";
import { requestFor } from "../../shared/domain/requests/requestView.ts";
import { notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { deploymentsOfRequest } from "../../shared/store/rows/deployments.ts";
import { offersOfRequest, requests } from "../../shared/store/rows/requests.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import { requestToChange } from "./access.ts";

/** Why what was sent cannot be a draft again: somebody is asked for it, or has agreed; undefined where nothing stands against it. */
export async function standsAgainstReturn(store: Store, requestId: RequestId): Promise<string | undefined> {
  if ((await store.all(offersOfRequest(requestId))).some(isLive))
    return "Somebody was asked for it already. The broker may withdraw what is offered; or withdraw the request, and ask anew.";
  return (await store.all(deploymentsOfRequest(requestId))).length > 0
    ? "Work was agreed for it. Withdraw what is left of it, and ask anew."
    : undefined;
}

/**
 * Makes a draft again of a request that nobody is asked for, and on which no work was agreed whose objectives stand: its
 * author takes it back to change it, or the broker hands it back and says what to change. The message is read by both,
 * and stands until it is sent again.
 */
export const returnRequest: Handler<"returnRequest"> = (
  { params, body: { message } },
  { world, store, session, actor, act },
) =>
  act(async () => {
    const request = await requestToChange(store, session, params.requestId);
    if (!request) return notFound("request");
    const { requestId, schoolId } = request;
    const against = await standsAgainstReturn(store, requestId);
    if (against !== undefined) return refuse("wrong-state", against);
    const by = session.roles.includes("broker") ? ("broker" as const) : ("author" as const);
    const changed = returnToDraft(request, { at: world.now(), by, message });
    if (changed.kind === "wrong-state") return wrongState("request", changed.state, changed.allowed);
    return {
      reply: { status: 200, body: requestFor(session, changed.row) },
      action: {
        chain: `request:${requestId}`,
        action: "request-returned",
        actor,
        facts: { requestId, from: request.state },
        writes: [replace(requests, changed.row)],
        announce: [
          {
            type: "request-returned",
            subject: { requestId, schoolId },
            tell: by === "broker" ? [{ to: "school", schoolId }] : [{ to: "brokers" }],
          },
        ],
      },
    };
  });
