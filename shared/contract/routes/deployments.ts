import * as z from "zod";
import {
  DeploymentEnding,
  DeploymentState,
  isExplained,
  MidTermReview,
  visitNoteShape,
} from "../../domain/deployments/deployment.ts";
import { askers } from "../../domain/deployments/parties.ts";
import { DeploymentId, PersonId, RequestId, TaskId, VisitId } from "../../domain/ids.ts";
import { TaskSettlement } from "../../domain/tasks/task.ts";
import { IsoDate } from "../../domain/vocabulary.ts";
import type { Route } from "../door.ts";
import { Contacts } from "./partyViews.ts";
import { DeploymentView, pageOf, pageQuery, Reason, VisitView } from "./views.ts";
import { visitDatesQuery, VisitDatesView } from "./visitDates.ts";

const everyone = ["broker", "director", "school", "practitioner"] as const;
const deploymentParams = z.strictObject({ requestId: RequestId, deploymentId: DeploymentId });
const visitParams = deploymentParams.extend({ visitId: VisitId });
const VisitNote = z.strictObject(visitNoteShape).meta({ id: "VisitNote" });

/** What somebody asked the broker about work, as their side and brokers read it. */
export const AskedView = z
  .object({
    taskId: TaskId,
    by: z.enum(askers),
    words: z.string(),
    askedOn: IsoDate,
    settledAs: TaskSettlement.nullable().describe("Null while the broker has not decided"),
    settledOn: IsoDate.nullable(),
  })
  .meta({ id: "AskedOfBroker" });

export const deploymentsRoutes = {
  listDeployments: {
    area: "deployments",
    method: "GET",
    path: "/deployments",
    summary:
      "Deployments, of one request or practitioner if asked: one's own for a practitioner or a school, all for the broker",
    roles: everyone,
    query: z.strictObject({
      ...pageQuery,
      state: DeploymentState.optional(),
      requestId: RequestId.optional(),
      personId: PersonId.optional(),
    }),
    replies: { 200: pageOf(DeploymentView) },
    problems: [],
    audit: null,
  },
  getDeployment: {
    area: "deployments",
    method: "GET",
    path: "/requests/{requestId}/deployments/{deploymentId}",
    summary: "One deployment with its agreement and its days planned, delivered and charged",
    roles: everyone,
    params: deploymentParams,
    replies: { 200: DeploymentView },
    problems: [],
    audit: null,
  },
  deploymentContacts: {
    area: "deployments",
    method: "GET",
    path: "/requests/{requestId}/deployments/{deploymentId}/contacts",
    summary: "Names and addresses of the practitioner and both heads, for the parties while the work goes on",
    roles: everyone,
    params: deploymentParams,
    replies: { 200: Contacts },
    problems: [],
    audit: null,
  },
  deploymentVisitDates: {
    area: "deployments",
    method: "GET",
    path: "/requests/{requestId}/deployments/{deploymentId}/visit-dates",
    summary:
      "Dates of visits to suggest while the work goes on and days are left, for the parties to it; days that a record " +
      "plans already are left out",
    roles: everyone,
    params: deploymentParams,
    query: visitDatesQuery,
    replies: { 200: VisitDatesView },
    problems: [],
    audit: null,
  },
  listVisits: {
    area: "deployments",
    method: "GET",
    path: "/requests/{requestId}/deployments/{deploymentId}/visits",
    summary:
      "Records of visit, oldest first, which the home school does not read; a draft is seen by its author only",
    roles: everyone,
    params: deploymentParams,
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(VisitView) },
    problems: [],
    audit: null,
  },
  draftVisit: {
    area: "deployments",
    method: "POST",
    path: "/requests/{requestId}/deployments/{deploymentId}/visits",
    summary: "Draft a record of visit",
    roles: ["practitioner"],
    params: deploymentParams,
    body: VisitNote,
    idempotent: true,
    replies: { 201: VisitView },
    problems: ["wrong-state", "idempotency-key-reused"],
    audit: "visit-drafted",
  },
  editVisit: {
    area: "deployments",
    method: "PUT",
    path: "/requests/{requestId}/deployments/{deploymentId}/visits/{visitId}",
    summary: "Change a draft, or a record that the school marked inaccurate",
    roles: ["practitioner"],
    params: visitParams,
    body: VisitNote,
    replies: { 200: VisitView },
    problems: ["wrong-state"],
    audit: "visit-edited",
  },
  submitVisit: {
    area: "deployments",
    method: "POST",
    path: "/requests/{requestId}/deployments/{deploymentId}/visits/{visitId}/submission",
    summary: "Send a record of visit to the school",
    roles: ["practitioner"],
    params: visitParams,
    replies: { 200: VisitView },
    problems: ["wrong-state"],
    audit: "visit-submitted",
  },
  answerVisit: {
    area: "deployments",
    method: "POST",
    path: "/requests/{requestId}/deployments/{deploymentId}/visits/{visitId}/response",
    summary:
      "The school marks a record accurate, which counts and charges its days, or inaccurate with a note",
    roles: ["school"],
    params: visitParams,
    body: z
      .strictObject({ accurate: z.boolean(), note: z.string().max(1000) })
      .refine((answer) => answer.accurate || answer.note.trim().length >= 3, {
        path: ["note"],
        message: "Say what is inaccurate",
      }),
    replies: { 200: VisitView },
    problems: ["wrong-state"],
    audit: "visit-answered",
  },
  reviewDeployment: {
    area: "deployments",
    method: "POST",
    path: "/requests/{requestId}/deployments/{deploymentId}/mid-term-review",
    summary: "Record the mid-term review: working, changes, continues, exit strategy and final date",
    roles: ["broker", "practitioner", "school"],
    params: deploymentParams,
    body: MidTermReview,
    replies: { 200: DeploymentView },
    problems: ["wrong-state"],
    audit: "mid-term-reviewed",
  },
  answerNewRelease: {
    area: "deployments",
    method: "POST",
    path: "/requests/{requestId}/deployments/{deploymentId}/release",
    summary:
      "The head of the school to which the practitioner moves releases them to go on, or does not; " +
      "the broker in their place",
    roles: ["broker", "school"],
    params: deploymentParams,
    body: z.strictObject({ released: z.boolean() }),
    replies: { 200: DeploymentView },
    problems: ["wrong-state"],
    audit: "new-release-answered",
  },
  askedOfBroker: {
    area: "deployments",
    method: "GET",
    path: "/requests/{requestId}/deployments/{deploymentId}/questions",
    summary: "What one's own side asked the broker about the work, oldest first, and what became of it",
    roles: ["broker", "practitioner", "school"],
    params: deploymentParams,
    replies: { 200: z.object({ asked: z.array(AskedView) }) },
    problems: [],
    audit: null,
  },
  askBroker: {
    area: "deployments",
    method: "POST",
    path: "/requests/{requestId}/deployments/{deploymentId}/questions",
    summary:
      "Ask the broker how the work is to go on, because something has changed: it becomes a task of theirs. A broker " +
      "writes down what they were told",
    roles: ["broker", "practitioner", "school"],
    params: deploymentParams,
    body: z.strictObject({ words: Reason }),
    idempotent: true,
    replies: { 201: AskedView },
    problems: ["wrong-state", "idempotency-key-reused"],
    audit: "broker-asked",
  },
  endDeployment: {
    area: "deployments",
    method: "POST",
    path: "/requests/{requestId}/deployments/{deploymentId}/ending",
    summary:
      "End a deployment: complete, curtailed or not started, once the school has answered what it was sent; with a reason unless every agreed day was delivered",
    roles: ["broker", "practitioner", "school"],
    params: deploymentParams,
    body: DeploymentEnding.refine((ending) => ending.as === "complete" || isExplained(ending), {
      path: ["reason"],
      message: "Say why it ended early",
    }),
    replies: { 200: DeploymentView },
    problems: ["wrong-state"],
    audit: "deployment-ended",
  },
} as const satisfies Record<string, Route>;
