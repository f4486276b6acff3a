import * as z from "zod";
import { RequestId } from "../../domain/ids.ts";
import { UnfinishedRequest, UnfinishedRow } from "../../domain/requests/unfinished.ts";
import type { Route } from "../door.ts";
import { asRead } from "./views.ts";

const params = z.strictObject({ requestId: RequestId });

const UnfinishedView = UnfinishedRow.omit({ revision: true })
  .extend({
    missing: z
      .array(z.string())
      .describe("JSON pointers of the fields that are missing, or not enough yet, for it to be a draft"),
  })
  .meta({ id: "UnfinishedRequestKept", description: "It goes 60 days after it was last written on" });

const problems = ["unknown-school", "closed-school", "unknown-code", "retired-code"] as const;

/** What was written of requests that are not whole yet: nobody but who may go on with it reads it. */
export const unfinishedRequestsRoutes = {
  beginRequest: {
    area: "requests",
    method: "POST",
    path: "/unfinished-requests",
    summary: "Keep as much of a request as is written, to go on with later",
    roles: ["school", "practitioner", "broker"],
    body: UnfinishedRequest,
    idempotent: true,
    replies: { 201: UnfinishedView },
    problems: [...problems, "idempotency-key-reused"],
    audit: "request-begun",
  },
  writeOnRequest: {
    area: "requests",
    method: "PUT",
    path: "/unfinished-requests/{requestId}",
    summary:
      "Write what there is of a request anew, whole, `before` being how it was read, if sent; it is drafted by POST " +
      "/requests once nothing is missing",
    roles: ["school", "practitioner", "broker"],
    params,
    body: UnfinishedRequest.extend({ before: asRead(UnfinishedRequest) }),
    idempotent: true,
    replies: { 200: UnfinishedView },
    problems: ["wrong-state", ...problems, "idempotency-key-reused"],
    audit: "request-written-on",
  },
  listUnfinishedRequests: {
    area: "requests",
    method: "GET",
    path: "/unfinished-requests",
    summary: "What is kept of requests that an account may go on with, oldest first",
    roles: ["school", "practitioner", "broker"],
    replies: { 200: z.object({ items: z.array(UnfinishedView) }) },
    problems: [],
    audit: null,
  },
  getUnfinishedRequest: {
    area: "requests",
    method: "GET",
    path: "/unfinished-requests/{requestId}",
    summary: "What is written of a request, and what is missing",
    roles: ["school", "practitioner", "broker"],
    params,
    replies: { 200: UnfinishedView },
    problems: [],
    audit: null,
  },
  dropUnfinishedRequest: {
    area: "requests",
    method: "POST",
    path: "/unfinished-requests/{requestId}/removal",
    summary: "Let go of what was written of a request",
    roles: ["school", "practitioner", "broker"],
    params,
    idempotent: true,
    replies: { 200: UnfinishedView },
    problems: ["idempotency-key-reused"],
    audit: "unfinished-request-dropped",
  },
} as const satisfies Record<string, Route>;
