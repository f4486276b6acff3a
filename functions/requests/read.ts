import { requestFor } from "../../shared/domain/requestView.ts";
import { notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { trailFor } from "../../shared/runtime/trail.ts";
import { requestList, requests, requestsIn, requestsOfSchool } from "../../shared/store/rows/requests.ts";
import { requestToRead } from "./access.ts";

export const listRequests: Handler<"listRequests"> = async ({ query }, { store, session }) => {
  const { state, limit, cursor } = query;
  const seesAll = session.roles.includes("broker") || session.roles.includes("director");
  if (seesAll) {
    const list = state === undefined ? requestList : requestsIn(state);
    const { items, nextCursor } = await store.page(list, { limit, cursor });
    return { status: 200, body: { items: items.map((request) => requestFor(session, request)), nextCursor } };
  }
  if (session.schoolId === undefined) return { status: 200, body: { items: [], nextCursor: null } };
  const own = store.page(requestsOfSchool(session.schoolId), {
    limit,
    cursor,
    where: (request) => state === undefined || request.state === state,
  });
  const { items, nextCursor } = await own;
  return { status: 200, body: { items: items.map((request) => requestFor(session, request)), nextCursor } };
};

export const getRequest: Handler<"getRequest"> = async ({ params }, { store, session }) => {
  const request = await requestToRead(store, session, params.requestId);
  return request ? { status: 200, body: requestFor(session, request) } : notFound("request");
};

export const requestAudit: Handler<"requestAudit"> = async ({ params, query }, context) => {
  const { requestId } = params;
  if (!(await context.store.get(requests, { requestId }))) return notFound("request");
  return { status: 200, body: await trailFor(context, `request:${requestId}`, query) };
};
