import * as z from "zod";
import { PersonId, RequestId } from "../../domain/ids.ts";
import { NeedCodes, Objective, RequestState, requestDraftShape } from "../../domain/requests/request.ts";
import { RoutePolicyName } from "../../domain/vocabulary.ts";
import type { Route } from "../door.ts";
import { asRead, AuditView, pageOf, pageQuery, Reason, RequestView } from "./views.ts";
import { Seen } from "./seenRows.ts";

/** A request as one of those with a part in it reads it. */
const RequestRead = RequestView.extend({
  mayReturn: z
    .boolean()
    .describe("Whether you can make a draft of it again now: nobody is asked for it, and nothing is agreed"),
}).meta({ id: "SupportRequestRead", description: RequestView.description ?? "" });

const requestParams = z.strictObject({ requestId: RequestId });
const steeredParams = z.strictObject({ requestId: RequestId, personId: PersonId });

/** A request as its author writes it; the service numbers the objectives. */
export const RequestDraft = z
  .strictObject({
    ...requestDraftShape,
    objectives: z
      .array(Objective.omit({ objectiveId: true }))
      .min(1)
      .max(6),
    routePolicy: RoutePolicyName.default("traded-improvement"),
  })
  .meta({ id: "RequestDraft" });

const RequestImported = z.object({
  row: z.int(),
  requestId: RequestId,
  change: z.enum(["added", "unchanged"]),
});

/** What an import made, or in a preview would make, row by row. */
const RequestsImported = z
  .object({ applied: z.boolean(), seen: Seen, requests: z.array(RequestImported) })
  .meta({ id: "RequestsImported" });

export const requestsRoutes = {
  createRequest: {
    area: "requests",
    method: "POST",
    path: "/requests",
    summary: "Draft a support request: by the school, by a leader it approached, or by the broker",
    roles: ["school", "practitioner", "broker"],
    body: RequestDraft.extend({
      finishes: RequestId.exactOptional().describe(
        "The unfinished request that this is: it keeps its id, and goes with the same write",
      ),
    }),
    idempotent: true,
    replies: { 201: RequestView },
    problems: ["unknown-school", "closed-school", "unknown-code", "retired-code", "idempotency-key-reused"],
    audit: "request-drafted",
  },
  editRequest: {
    area: "requests",
    method: "PUT",
    path: "/requests/{requestId}",
    summary:
      "Write a draft anew, whole: `before`, if sent, is the draft as it was read, and nothing is written over another",
    roles: ["school", "practitioner", "broker"],
    params: requestParams,
    body: RequestDraft.extend({ before: asRead(RequestDraft) }),
    idempotent: true,
    replies: { 200: RequestView },
    problems: [
      "wrong-state",
      "unknown-school",
      "closed-school",
      "unknown-code",
      "retired-code",
      "idempotency-key-reused",
    ],
    audit: "request-edited",
  },
  submitRequest: {
    area: "requests",
    method: "POST",
    path: "/requests/{requestId}/submission",
    summary: "Send a draft to triage",
    roles: ["school", "practitioner", "broker"],
    params: requestParams,
    idempotent: true,
    replies: { 200: RequestView },
    problems: ["wrong-state", "closed-school", "idempotency-key-reused"],
    audit: "request-submitted",
  },
  returnRequest: {
    area: "requests",
    method: "POST",
    path: "/requests/{requestId}/return",
    summary:
      "Make a draft again of a request that nobody is asked for or agreed to work on, to change it: its author takes it back, or the broker " +
      "hands it back and says what to change",
    roles: ["school", "practitioner", "broker"],
    params: requestParams,
    body: z.strictObject({ message: Reason }),
    idempotent: true,
    replies: { 200: RequestView },
    problems: ["wrong-state", "idempotency-key-reused"],
    audit: "request-returned",
  },
  withdrawRequest: {
    area: "requests",
    method: "POST",
    path: "/requests/{requestId}/withdrawal",
    summary: "Take a request back, with the reason; live offers are withdrawn with it",
    roles: ["school", "practitioner", "broker"],
    params: requestParams,
    body: z.strictObject({ reason: Reason }),
    idempotent: true,
    replies: { 200: RequestView },
    problems: ["wrong-state", "idempotency-key-reused"],
    audit: "request-withdrawn",
  },
  listRequests: {
    area: "requests",
    method: "GET",
    path: "/requests",
    summary:
      "Requests by state, oldest first; a school sees its own, a practitioner those they began as a leader",
    roles: ["broker", "director", "school", "practitioner"],
    query: z.strictObject({ ...pageQuery, state: RequestState.optional() }),
    replies: { 200: pageOf(RequestView) },
    problems: [],
    audit: null,
  },
  getRequest: {
    area: "requests",
    method: "GET",
    path: "/requests/{requestId}",
    summary: "One request, for those with a part in it",
    roles: ["broker", "director", "school", "practitioner"],
    params: requestParams,
    replies: { 200: RequestRead },
    problems: [],
    audit: null,
  },
  requestAudit: {
    area: "requests",
    method: "GET",
    path: "/requests/{requestId}/audit",
    summary:
      "Every step of a request's life, oldest first, with its hash chain; what only brokers read is null to a director, " +
      "whose hashes of those steps can then not be worked out again",
    roles: ["broker", "director"],
    params: requestParams,
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(AuditView) },
    problems: [],
    audit: null,
  },
  correctTriage: {
    area: "requests",
    method: "PUT",
    path: "/requests/{requestId}/triage",
    summary: "The broker corrects codes, priority and route, and opens or holds the request",
    roles: ["broker"],
    params: requestParams,
    body: z.strictObject({
      codes: NeedCodes,
      priority: z.int().min(1).max(4).describe("4 counts most"),
      routePolicy: RoutePolicyName,
      open: z.boolean(),
      reason: Reason,
    }),
    idempotent: true,
    replies: { 200: RequestView },
    problems: ["wrong-state", "unknown-code", "retired-code", "idempotency-key-reused"],
    audit: "triage-corrected",
  },
  pinPerson: {
    area: "requests",
    method: "POST",
    path: "/requests/{requestId}/pins",
    summary: "Pin a practitioner: the next runs propose them where no hard rule forbids it",
    roles: ["broker"],
    params: requestParams,
    body: z.strictObject({ personId: PersonId, reason: Reason }),
    replies: { 200: RequestView },
    problems: ["wrong-state", "already-exists", "list-full"],
    audit: "person-pinned",
  },
  excludePerson: {
    area: "requests",
    method: "POST",
    path: "/requests/{requestId}/exclusions",
    summary: "Exclude a practitioner from this request: no later run proposes them for it",
    roles: ["broker"],
    params: requestParams,
    body: z.strictObject({ personId: PersonId, reason: Reason }),
    replies: { 200: RequestView },
    problems: ["wrong-state", "already-exists", "list-full"],
    audit: "person-excluded",
  },
  unpinPerson: {
    area: "requests",
    method: "POST",
    path: "/requests/{requestId}/pins/{personId}/removal",
    summary: "Take a pin back: the next runs weigh the practitioner as they do all others",
    roles: ["broker"],
    params: steeredParams,
    body: z.strictObject({ reason: Reason }),
    replies: { 200: RequestView },
    problems: ["wrong-state"],
    audit: "person-unpinned",
  },
  unexcludePerson: {
    area: "requests",
    method: "POST",
    path: "/requests/{requestId}/exclusions/{personId}/removal",
    summary: "Take an exclusion back: later runs may propose the practitioner again",
    roles: ["broker"],
    params: steeredParams,
    body: z.strictObject({ reason: Reason }),
    replies: { 200: RequestView },
    problems: ["wrong-state"],
    audit: "person-unexcluded",
  },
  importRequests: {
    area: "requests",
    method: "POST",
    path: "/request-imports",
    summary: "Import and submit requests from CSV, whole or not at all",
    roles: ["broker"],
    query: z.strictObject({ preview: z.enum(["true", "false"]).default("false"), seen: Seen.optional() }),
    csvBody: true,
    idempotent: true,
    replies: { 200: RequestsImported, 201: RequestsImported },
    problems: ["wrong-state", "file-refused", "idempotency-key-reused"],
    audit: "requests-imported",
  },
  requestsTemplate: {
    area: "requests",
    method: "GET",
    path: "/request-imports/template",
    summary: "The CSV template for requests",
    roles: ["broker"],
    replies: { 200: "text/csv" },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
