import { Deployment, Visit } from "../../domain/deployments/deployment.ts";
import type {
  DeploymentId,
  FollowUpId,
  ObjectiveId,
  PersonId,
  RequestId,
  SchoolId,
  VisitId,
} from "../../domain/ids.ts";
import { Evaluation, FollowUp, Outcome } from "../../domain/outcomes/outcome.ts";
import { entity, listOf } from "../entity.ts";

const ofRequest = (key: { readonly requestId: RequestId }): string => `REQUEST#${key.requestId}`;

const personDeployments = (personId: PersonId): string => `PERSON#${personId}#DEPLOYMENTS`;
const schoolDeployments = (schoolId: SchoolId): string => `SCHOOL#${schoolId}#DEPLOYMENTS`;
export const deployments = entity("deployment", {
  schema: Deployment,
  place: (key: { requestId: RequestId; deploymentId: DeploymentId }) => ({
    partition: ofRequest(key),
    sort: `DEPLOYMENT#${key.deploymentId}`,
  }),
  listings: (row) => {
    const sort = `${row.agreement.agreedAt}#${row.deploymentId}`;
    return {
      gsi1: { partition: "DEPLOYMENTS", sort },
      gsi2: { partition: personDeployments(row.personId), sort },
      gsi3: { partition: schoolDeployments(row.schoolId), sort },
    };
  },
});
export const deploymentList = listOf(deployments, { index: "gsi1", partition: "DEPLOYMENTS" });
export const deploymentsOfRequest = (requestId: RequestId) =>
  listOf(deployments, { partition: ofRequest({ requestId }), sortPrefix: "DEPLOYMENT#" });
export const deploymentsOfPerson = (personId: PersonId) =>
  listOf(deployments, { index: "gsi2", partition: personDeployments(personId) });
export const deploymentsOfSchool = (schoolId: SchoolId) =>
  listOf(deployments, { index: "gsi3", partition: schoolDeployments(schoolId) });

export const visits = entity("visit", {
  schema: Visit,
  place: (key: { requestId: RequestId; deploymentId: DeploymentId; visitId: VisitId }) => ({
    partition: ofRequest(key),
    sort: `VISIT#${key.deploymentId}#${key.visitId}`,
  }),
});
export const visitsOf = (requestId: RequestId, deploymentId: DeploymentId) =>
  listOf(visits, { partition: ofRequest({ requestId }), sortPrefix: `VISIT#${deploymentId}#` });

export const evaluations = entity("evaluation", {
  schema: Evaluation,
  place: (key: { requestId: RequestId; deploymentId: DeploymentId; side: "school" | "practitioner" }) => ({
    partition: ofRequest(key),
    sort: `EVALUATION#${key.deploymentId}#${key.side}`,
  }),
  listings: (row) => ({
    gsi1: { partition: "EVALUATIONS", sort: `${row.evaluatedAt}#${row.deploymentId}` },
  }),
});
export const evaluationsOf = (requestId: RequestId, deploymentId: DeploymentId) =>
  listOf(evaluations, { partition: ofRequest({ requestId }), sortPrefix: `EVALUATION#${deploymentId}#` });
export const evaluationList = listOf(evaluations, { index: "gsi1", partition: "EVALUATIONS" });

export const outcomes = entity("outcome", {
  schema: Outcome,
  place: (key: { requestId: RequestId; deploymentId: DeploymentId; objectiveId: ObjectiveId }) => ({
    partition: ofRequest(key),
    sort: `OUTCOME#${key.deploymentId}#${key.objectiveId}`,
  }),
  listings: (row) => ({
    gsi1: { partition: "OUTCOMES", sort: `${row.recordedAt}#${row.deploymentId}#${row.objectiveId}` },
  }),
});
export const outcomesOfRequest = (requestId: RequestId) =>
  listOf(outcomes, { partition: ofRequest({ requestId }), sortPrefix: "OUTCOME#" });
export const outcomeList = listOf(outcomes, { index: "gsi1", partition: "OUTCOMES" });

/** Where questions stand that were asked and of which brokers were not told yet that nobody has answered. */
const toChase = "FOLLOW-UPS-TO-CHASE";
const schoolFollowUps = (schoolId: SchoolId): string => `SCHOOL#${schoolId}#FOLLOW-UPS`;
export const followUps = entity("follow-up", {
  schema: FollowUp,
  place: (key: { requestId: RequestId; followUpId: FollowUpId }) => ({
    partition: ofRequest(key),
    sort: `FOLLOW-UP#${key.followUpId}`,
  }),
  listings: (row) => {
    const sort = `${row.dueOn}#${row.followUpId}`;
    return {
      gsi1: { partition: `FOLLOW-UPS#${row.state}`, sort },
      ...(row.state === "asked" && !row.chase?.brokersOn ? { gsi2: { partition: toChase, sort } } : {}),
      gsi3: { partition: schoolFollowUps(row.schoolId), sort },
    };
  },
});
export const followUpsOfRequest = (requestId: RequestId) =>
  listOf(followUps, { partition: ofRequest({ requestId }), sortPrefix: "FOLLOW-UP#" });
export const followUpsIn = (state: FollowUp["state"]) =>
  listOf(followUps, { index: "gsi1", partition: `FOLLOW-UPS#${state}` });
export const followUpsToChase = listOf(followUps, { index: "gsi2", partition: toChase });
export const followUpsOfSchool = (schoolId: SchoolId) =>
  listOf(followUps, { index: "gsi3", partition: schoolFollowUps(schoolId) });
