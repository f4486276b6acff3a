import * as z from "zod";
import { AcademicYear } from "../../domain/calendar/calendarYear.ts";
import { DeploymentId, FollowUpId, ObjectiveId, RequestId, SchoolId } from "../../domain/ids.ts";
import {
  Direction,
  EvidenceStrength,
  evaluationShape,
  followUpStates,
  outcomeShape,
} from "../../domain/outcomes/outcome.ts";
import type { Route } from "../door.ts";
import { EvaluationView, FollowUpView, OutcomeView, pageOf, pageQuery, Reason } from "./views.ts";

const deploymentParams = z.strictObject({ requestId: RequestId, deploymentId: DeploymentId });
const followUpParams = z.strictObject({ requestId: RequestId, followUpId: FollowUpId });
const count = z.int().min(0);
const ofYear = z.strictObject({ academicYear: AcademicYear.optional() });

/** How many schools of a kind, a third or an authority asked, were supported and gave. */
const ReachGroups = z.array(
  z.object({
    group: z.string(),
    schools: count,
    asked: count,
    received: count,
    gave: count,
    neither: count.meta({ description: "Neither asked nor was supported nor gave" }),
  }),
);

/** What a partnership can honestly say of its work: counts, days, money, and outcomes by level and direction. */
export const Impact = z
  .object({
    requests: z.record(z.string(), count),
    closures: z.record(z.string(), count),
    unmetByConstraint: z.record(z.string(), count),
    schoolsReceiving: count,
    schoolsGiving: count,
    memberSchools: count,
    reach: z.object({ byKind: ReachGroups, byFreeMeals: ReachGroups, byAuthority: ReachGroups }),
    didNotAsk: z.array(z.object({ schoolId: SchoolId, name: z.string(), daysGiven: z.number() })),
    deployments: z.record(z.string(), count),
    days: z.object({ planned: z.number(), delivered: z.number(), charged: z.number() }),
    chargedPence: count,
    homeSchoolSharePence: count,
    brokeragePence: count,
    outcomesByLevel: z.record(z.string(), count),
    outcomesByDirection: z.record(z.string(), count),
    outcomesByEvidenceStrength: z.record(z.string(), count),
    evaluations: z.object({ school: count, practitioner: count }),
    declineReasons: z.record(z.string(), count),
    followUps: z.record(z.string(), count),
    followUpAnswers: z
      .record(z.string(), z.record(z.string(), count))
      .describe("What schools answered one and three terms later, by direction"),
    load: z.object({ practitioners: count, active: count, topFiveShare: z.number(), gini: z.number() }),
  })
  .meta({ id: "Impact" });

/** An evaluation as others than its author see it: a cause for concern is for brokers and directors alone. */
const SeenEvaluation = EvaluationView.partial({ causeForConcern: true }).meta({ id: "SeenEvaluation" });

export const outcomesRoutes = {
  evaluateDeployment: {
    area: "outcomes",
    method: "PUT",
    path: "/requests/{requestId}/deployments/{deploymentId}/evaluation",
    summary: "Evaluate an ended deployment from one's own side: the supported school's or the practitioner's",
    roles: ["school", "practitioner"],
    params: deploymentParams,
    body: z.strictObject(evaluationShape),
    replies: { 200: EvaluationView },
    problems: ["wrong-state", "already-exists"],
    audit: "evaluation-recorded",
  },
  listEvaluations: {
    area: "outcomes",
    method: "GET",
    path: "/requests/{requestId}/deployments/{deploymentId}/evaluations",
    summary: "Both evaluations; each side sees the other's only once its own is written",
    roles: ["broker", "director", "school", "practitioner"],
    params: deploymentParams,
    replies: { 200: pageOf(SeenEvaluation) },
    problems: [],
    audit: null,
  },
  recordOutcome: {
    area: "outcomes",
    method: "PUT",
    path: "/requests/{requestId}/deployments/{deploymentId}/outcomes/{objectiveId}",
    summary: "Record what became of one objective: result, level, direction, evidence and contribution",
    roles: ["school", "broker"],
    params: deploymentParams.extend({ objectiveId: ObjectiveId }),
    body: z.strictObject(outcomeShape),
    replies: { 200: OutcomeView },
    problems: ["wrong-state", "already-exists"],
    audit: "outcome-recorded",
  },
  correctOutcome: {
    area: "outcomes",
    method: "POST",
    path: "/requests/{requestId}/deployments/{deploymentId}/outcomes/{objectiveId}/correction",
    summary:
      "Put a recorded outcome right, with the reason, until a follow-up of it is answered; a closed request closes by what " +
      "its outcomes say now",
    roles: ["school", "broker"],
    params: deploymentParams.extend({ objectiveId: ObjectiveId }),
    body: z.strictObject({ ...outcomeShape, reason: Reason }),
    replies: { 200: OutcomeView },
    problems: ["wrong-state"],
    audit: "outcome-corrected",
  },
  listOutcomes: {
    area: "outcomes",
    method: "GET",
    path: "/requests/{requestId}/outcomes",
    summary: "Outcomes of a request, one per objective and deployment",
    roles: ["broker", "director", "school", "practitioner"],
    params: z.strictObject({ requestId: RequestId }),
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(OutcomeView) },
    problems: [],
    audit: null,
  },
  listFollowUps: {
    area: "outcomes",
    method: "GET",
    path: "/follow-ups",
    summary: "Follow-ups by when they fall due, or those of one request; a school sees its own",
    roles: ["broker", "director", "school"],
    query: z.strictObject({
      ...pageQuery,
      state: z.enum(followUpStates).optional(),
      requestId: RequestId.optional(),
    }),
    replies: { 200: pageOf(FollowUpView) },
    problems: [],
    audit: null,
  },
  getFollowUp: {
    area: "outcomes",
    method: "GET",
    path: "/requests/{requestId}/follow-ups/{followUpId}",
    summary: "One follow-up: when it is asked, and what was answered",
    roles: ["broker", "director", "school"],
    params: followUpParams,
    replies: { 200: FollowUpView },
    problems: [],
    audit: null,
  },
  answerFollowUp: {
    area: "outcomes",
    method: "POST",
    path: "/requests/{requestId}/follow-ups/{followUpId}/answer",
    summary: "Say, one or three terms later, whether the change lasted",
    roles: ["school", "broker"],
    params: followUpParams,
    body: z.strictObject({
      direction: Direction,
      evidenceStrength: EvidenceStrength,
      comment: z.string().max(1000),
    }),
    replies: { 200: FollowUpView },
    problems: ["wrong-state"],
    audit: "follow-up-answered",
  },
  impact: {
    area: "outcomes",
    method: "GET",
    path: "/impact",
    summary:
      "Requests, unmet need, days, money, outcomes by level and load, for leaders and funders: of all years, or of the " +
      "requests and the work of one",
    roles: ["broker", "director"],
    query: ofYear,
    replies: { 200: Impact },
    problems: [],
    audit: null,
  },
  exportDeployments: {
    area: "outcomes",
    method: "GET",
    path: "/exports/deployments",
    summary:
      "Every deployment as CSV, or those of one academic year: schools, practitioner, days, payer and charge, a row each",
    roles: ["broker", "director"],
    query: ofYear,
    replies: { 200: "text/csv" },
    problems: [],
    audit: null,
  },
  exportSchools: {
    area: "outcomes",
    method: "GET",
    path: "/exports/schools",
    summary:
      "Every member school as CSV: how often it asked, and the days it received and gave, of all years or of one",
    roles: ["broker", "director"],
    query: ofYear,
    replies: { 200: "text/csv" },
    problems: [],
    audit: null,
  },
  exportOutcomes: {
    area: "outcomes",
    method: "GET",
    path: "/exports/outcomes",
    summary:
      "Every outcome as CSV, or those of one academic year's work: objective, baseline, result, evidence, and whether it " +
      "lasted",
    roles: ["broker", "director"],
    query: ofYear,
    replies: { 200: "text/csv" },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
