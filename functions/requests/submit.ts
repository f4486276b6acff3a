import { submit } from "../../shared/domain/requests/requestSteps.ts";
import { requestFor } from "../../shared/domain/requests/requestView.ts";
import { mayAskForSupport } from "../../shared/domain/schools/school.ts";
import { notFound, refuse, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { schoolWith } from "../../shared/store/schools.ts";
import { replace } from "../../shared/store/store.ts";
import { requestToChange } from "./access.ts";
import { faultOfDates } from "./draft.ts";

export const submitRequest: Handler<"submitRequest"> = ({ params }, { world, store, session, actor, act }) =>
  act(async () => {
    const request = await requestToChange(store, session, params.requestId);
    if (!request) return notFound("request");
    const school = await schoolWith(store, request.schoolId);
    if (!school || !mayAskForSupport(school))
      return refuse("closed-school", "The school closed since this was drafted. Withdraw the draft.");
    const over = faultOfDates(request, world.now());
    if (over && request.state === "draft") return over;
    const submitted = submit(request, world.now());
    if (submitted.kind === "wrong-state") return wrongState("request", submitted.state, submitted.allowed);
    const { requestId, schoolId } = request;
    return {
      reply: { status: 200, body: requestFor(session, submitted.row) },
      action: {
        chain: `request:${requestId}`,
        action: "request-submitted",
        actor,
        facts: { requestId },
        writes: [replace(requests, submitted.row)],
        announce: [{ type: "request-submitted", subject: { requestId, schoolId }, tell: [] }],
      },
    };
  });
