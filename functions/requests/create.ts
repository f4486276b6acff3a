import { policyNamed } from "../../shared/domain/partnership.ts";
import { requestFor } from "../../shared/domain/requests/requestView.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { remove } from "../../shared/store/remove.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { unfinishedRequests } from "../../shared/store/rows/unfinished.ts";
import {
  faultOfChange,
  faultOfDates,
  faultsOfDraft,
  initiationRoute,
  leaderFault,
  newRequest,
  statutoryFault,
  writesOf,
} from "./draft.ts";
import { unfinishedToChange } from "./unfinished.ts";

/** Drafts a request, anew or from what was written of it so far, which goes in the same write. */
export const createRequest: Handler<"createRequest"> = async (
  { body: { finishes, ...draft } },
  { world, store, session, actor, act },
) => {
  const initiatedBy = initiationRoute(session, draft.schoolId);
  const fault =
    leaderFault(session, initiatedBy) ??
    faultOfDates(draft, world.now()) ??
    (await faultsOfDraft(store, draft));
  if (fault) return fault;
  const partnership = await store.get(partnerships, {});
  if (!partnership) return notFound("partnership");
  const { basePriority } = policyNamed(partnership, draft.routePolicy);
  const anew = newRequest(world, { draft, initiatedBy, startedBy: session.account, basePriority });
  return act(async () => {
    const begun = finishes && (await unfinishedToChange(store, session, finishes));
    if (finishes && !begun) return notFound("unfinished request");
    const unfit = begun ? faultOfChange(session, begun.written, draft) : statutoryFault(session, draft);
    if (unfit) return unfit;
    const { requestId, initiatedBy: route, startedBy } = begun ? begun : anew;
    const request = { ...anew, requestId, initiatedBy: route, startedBy };
    return {
      reply: { status: 201, body: requestFor(session, request) },
      action: {
        chain: `request:${requestId}`,
        action: "request-drafted",
        actor,
        facts: { requestId, schoolId: request.schoolId, route },
        writes: [...writesOf(request), ...(begun ? [remove(unfinishedRequests, begun)] : [])],
      },
    };
  });
};
