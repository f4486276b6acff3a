import { returnableStates } from "../../shared/domain/requests/requestSteps.ts";
import { requestFor } from "../../shared/domain/requests/requestView.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { trailFor } from "../../shared/runtime/trail.ts";
import type { RequestState, SupportRequest } from "../../shared/domain/requests/request.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { isAllListed, listedElsewhere } from "../../shared/store/listedElsewhere.ts";
import { pageThrough, type Part, type ReadPart } from "../../shared/store/pageThrough.ts";
import {
  requestList,
  requests,
  requestsBegunBy,
  requestsIn,
  requestsOfSchool,
} from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";
import { mayChange, requestToRead } from "./access.ts";
import { standsAgainstReturn } from "./return.ts";

const listIn = (state: RequestState | undefined) => (state === undefined ? requestList : requestsIn(state));

export const listRequests: Handler<"listRequests"> = async ({ query }, { store, session }) => {
  const { state, limit, cursor } = query;
  const seesAll = session.roles.includes("broker") || session.roles.includes("director");
  if (seesAll) {
    const { items, nextCursor } = await store.page(listIn(state), { limit, cursor });
    return { status: 200, body: { items: items.map((request) => requestFor(session, request)), nextCursor } };
  }
  const { items, nextCursor } = await pageThrough(store, await ownParts(store, session, state), {
    limit,
    cursor,
  });
  return { status: 200, body: { items: items.map((request) => requestFor(session, request)), nextCursor } };
};

type OwnPart = Part<typeof requests.schema> | ReadPart<SupportRequest>;

/** What an account has a part in by having asked: what its school asked for, then what it began for others. */
async function ownParts(store: Store, session: Session, state: RequestState | undefined): Promise<OwnPart[]> {
  const { roles, schoolId: school, account } = session;
  const isIn = (request: SupportRequest): boolean => state === undefined || request.state === state;
  const ofSchool = roles.includes("school") ? school : undefined;
  const parts: OwnPart[] = ofSchool === undefined ? [] : [{ list: requestsOfSchool(ofSchool), where: isIn }];
  if (!roles.includes("practitioner")) return parts;
  const where = (each: SupportRequest): boolean =>
    isIn(each) && each.schoolId !== ofSchool && mayChange(session, each);
  const begun = (await isAllListed(store, "requests"))
    ? listedElsewhere(store, { list: requestsBegunBy(account), rows: requests, where })
    : { list: listIn(state), where };
  return [...parts, begun];
}

export const getRequest: Handler<"getRequest"> = async ({ params }, { store, session }) => {
  const request = await requestToRead(store, session, params.requestId);
  if (!request) return notFound("request");
  const mayReturn =
    returnableStates.includes(request.state) &&
    mayChange(session, request) &&
    (await standsAgainstReturn(store, request.requestId)) === undefined;
  return { status: 200, body: { ...requestFor(session, request), mayReturn } };
};

export const requestAudit: Handler<"requestAudit"> = async ({ params, query }, context) => {
  const { requestId } = params;
  if (!(await context.store.get(requests, { requestId }))) return notFound("request");
  return { status: 200, body: await trailFor(context, `request:${requestId}`, query) };
};
