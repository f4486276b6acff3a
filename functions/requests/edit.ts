import { isDeepStrictEqual } from "node:util";
import type { Refusal } from "../../shared/contract/problems.ts";
import { ObjectiveId } from "../../shared/domain/ids.ts";
import { draftOf } from "../../shared/domain/requests/draftOf.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { requestFor } from "../../shared/domain/requests/requestView.ts";
import { changedSinceRead, notFound, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import { replace } from "../../shared/store/store.ts";
import { requestToChange } from "./access.ts";
import { type Draft, faultOfDates, faultOfChange, faultsOfDraft } from "./draft.ts";

interface Writing {
  readonly session: Session;
  readonly draft: Draft;
  /** The draft as its writer read it, if that is said. */
  readonly read: Draft | undefined;
}

/** Why a request does not take what was written. */
function faultOfEdit(request: SupportRequest, { session, draft, read }: Writing): Refusal | undefined {
  if (request.state !== "draft") return wrongState("request", request.state, ["draft"]);
  if (read && !isDeepStrictEqual(draftOf(read), draftOf(request))) return changedSinceRead("draft");
  return faultOfChange(session, request, draft);
}

function edited(world: World, request: SupportRequest, draft: Draft): SupportRequest {
  const objectives = draft.objectives.map((each) => ({ ...each, objectiveId: world.fresh(ObjectiveId) }));
  // A limit or a facet that the new draft does not give is given up.
  const { maxFromOneSchool: _given, supportType: _type, audiences: _audiences, ...more } = request;
  const { settings: _settings, ...others } = more;
  return { ...others, ...draft, objectives, slotsOpen: draft.people };
}

/** Writes a draft anew, whole; one that says the same already stays as it is. */
export const editRequest: Handler<"editRequest"> = async (
  { params, body: { before: read, ...draft } },
  { world, store, session, actor, act },
) => {
  const fault = faultOfDates(draft, world.now()) ?? (await faultsOfDraft(store, draft));
  if (fault) return fault;
  return act(async () => {
    const request = await requestToChange(store, session, params.requestId);
    if (!request) return notFound("request");
    const isSame = request.state === "draft" && isDeepStrictEqual(draftOf(draft), draftOf(request));
    if (isSame) return { reply: { status: 200, body: requestFor(session, request) } };
    const unfit = faultOfEdit(request, { session, draft, read });
    if (unfit) return unfit;
    const after = edited(world, request, draft);
    return {
      reply: { status: 200, body: requestFor(session, after) },
      action: {
        chain: `request:${request.requestId}`,
        action: "request-edited",
        actor,
        facts: { requestId: request.requestId },
        writes: [replace(requests, after)],
      },
    };
  });
};
