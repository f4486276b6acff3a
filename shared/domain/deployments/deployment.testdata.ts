import type { Deployment, Visit } from "./deployment.ts";
import { DeploymentId, ObjectiveId, OfferId, PersonId, RequestId, SchoolId, VisitId } from "../ids.ts";
import type { Outcome } from "../outcomes/outcome.ts";
import { SupportRequest, untouched } from "../requests/request.ts";

export const requestId = RequestId.parse("req_00000001");
export const objectiveIds = ["obj_00000001", "obj_00000002"].map((id) => ObjectiveId.parse(id));
const supported = SchoolId.parse("sch_00000001");
const home = SchoolId.parse("sch_00000002");
const person = PersonId.parse("per_00000012");
const numbered = (prefix: string, number: number): string => `${prefix}_${String(number).padStart(8, "0")}`;

/** A made-up deployment of 6 days in the autumn of 2026, agreed on 1 September. */
export const madeUpDeployment = (change: Partial<Deployment> = {}, number = 1): Deployment => ({
  deploymentId: DeploymentId.parse(numbered("dep", number)),
  offerId: OfferId.parse(numbered("ofr", number)),
  requestId,
  personId: person,
  schoolId: supported,
  homeSchoolId: home,
  routePolicy: "traded-improvement",
  academicYear: "2026-27",
  state: "agreed",
  agreement: {
    objectives: objectiveIds,
    daysPlanned: 6,
    window: { from: "2026-09-07", to: "2026-12-18" },
    mode: "on-site",
    dayRatePence: 35_001,
    homeSchoolSharePence: 30_000,
    payer: "supported-school",
    agreedAt: "2026-09-01T09:00:00.000Z",
  },
  daysDelivered: 0,
  daysCharged: 0,
  midTermReview: null,
  ending: null,
  revision: 0,
  ...change,
});

/** A made-up draft record of one day on 14 September 2026. */
export const madeUpVisit = (change: Partial<Visit> = {}, number = 1): Visit => ({
  visitId: VisitId.parse(numbered("vis", number)),
  deploymentId: DeploymentId.parse(numbered("dep", 1)),
  requestId,
  personId: person,
  schoolId: supported,
  visitedOn: "2026-09-14",
  days: 1,
  focus: "Reading in year 2",
  whatHappened: "Two lessons were seen and talked through.",
  agreedActions: "Plan the next unit together.",
  nextVisitOn: null,
  state: "draft",
  submittedAt: null,
  workingDaysLate: 0,
  response: null,
  revision: 0,
  ...change,
});

/** A made-up request of one place and two objectives. */
export const madeUpRequest = (state: SupportRequest["state"]): SupportRequest =>
  SupportRequest.parse({
    requestId,
    schoolId: supported,
    codes: { primary: "CT-03", secondary: [] },
    phase: "primary",
    description: "Early reading needs another pair of eyes.",
    daysEach: 6,
    people: 1,
    window: { from: "2026-09-07", to: "2026-12-18" },
    mode: "on-site",
    urgency: "this-term",
    requiredDesignation: null,
    objectives: objectiveIds.map((objectiveId) => ({
      objectiveId,
      statement: "Phonics is taught as planned in every class",
      successMeasure: "Lessons seen that follow the plan",
      baseline: "2 of 6",
    })),
    initiatedBy: "school",
    startedBy: "account-1",
    state,
    routePolicy: "traded-improvement",
    priority: 2,
    triage: null,
    slotsOpen: 0,
    ...untouched,
    createdAt: "2026-08-20T09:00:00.000Z",
    submittedAt: "2026-08-21T09:00:00.000Z",
  });

/** A made-up outcome of one objective of a deployment. */
export const madeUpOutcome = (
  { deploymentId, schoolId, personId }: Deployment,
  objectiveId: ObjectiveId,
  direction: Outcome["direction"],
): Outcome => ({
  deploymentId,
  requestId,
  objectiveId,
  schoolId,
  personId,
  baseline: "2 of 6",
  successMeasure: "Lessons seen that follow the plan",
  result: "5 of 6",
  level: 4,
  direction,
  evidenceStrength: 2,
  evidence: "Two rounds of visits to lessons",
  contribution: { whatChanged: "Teaching", whatWeDid: "Coaching", otherExplanations: "" },
  recordedAt: "2026-12-18T12:00:00.000Z",
  revision: 0,
});
