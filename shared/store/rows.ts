import * as z from "zod";
import { AuditEntry } from "../domain/audit.ts";
import { Deployment, Visit } from "../domain/deployment.ts";
import { DomainEvent } from "../domain/events.ts";
import {
  type DeploymentId,
  type FollowUpId,
  type ObjectiveId,
  type OfferId,
  type PersonId,
  RegisterImportId,
  type RequestId,
  RunId,
  SchoolId,
  type VisitId,
} from "../domain/ids.ts";
import { Offer, type OfferState } from "../domain/offer.ts";
import { Evaluation, FollowUp, Outcome } from "../domain/outcome.ts";
import { Partnership } from "../domain/partnership.ts";
import { Capacity, Person } from "../domain/person.ts";
import { type RequestState, SupportRequest } from "../domain/request.ts";
import { MatchRun, Proposal, UnmetNeed } from "../domain/run.ts";
import { RegisterImport, School } from "../domain/school.ts";
import { entity, listOf } from "./entity.ts";

const secondsAt = (instant: string): number => Math.floor(Date.parse(instant) / 1000);
const days = (count: number): number => count * 86_400;
const ofRequest = (key: { readonly requestId: RequestId }): string => `REQUEST#${key.requestId}`;

// ---- partnership, register, schools

export const partnerships = entity("partnership", {
  schema: Partnership,
  place: () => ({ partition: "PARTNERSHIP", sort: "PARTNERSHIP" }),
});

/** Which staged register is in force: flipping it publishes, or rolls back, a whole import at once. */
export const registers = entity("register", {
  schema: z.object({ importId: RegisterImportId, revision: z.int() }),
  place: () => ({ partition: "REGISTER", sort: "REGISTER" }),
});

export const registerImports = entity("register-import", {
  schema: RegisterImport,
  place: (row: { importedAt: string; importId: string }) => ({
    partition: "REGISTER-IMPORTS",
    sort: `${row.importedAt}#${row.importId}`,
  }),
});
export const registerImportList = listOf(registerImports, { partition: "REGISTER-IMPORTS" });

export const SchoolFacts = School.omit({ headEmail: true, inCategoryOfConcern: true });
export type SchoolFacts = z.infer<typeof SchoolFacts>;
const schoolsOf = (importId: RegisterImportId): string => `SCHOOLS#${importId}`;
export const schoolFacts = entity("school", {
  schema: SchoolFacts,
  place: (row: { importedBy: RegisterImportId; schoolId: SchoolId }) => ({
    partition: schoolsOf(row.importedBy),
    sort: row.schoolId,
  }),
});
export const schoolFactsOf = (importId: RegisterImportId) =>
  listOf(schoolFacts, { partition: schoolsOf(importId) });

/** What the partnership itself knows of a school, kept across register imports. */
export const schoolContacts = entity("school-contact", {
  schema: z.object({
    schoolId: SchoolId,
    headEmail: z.email(),
    inCategoryOfConcern: z.boolean(),
    revision: z.int(),
  }),
  place: (row: { schoolId: SchoolId }) => ({ partition: "SCHOOL-CONTACTS", sort: row.schoolId }),
});
export const schoolContactList = listOf(schoolContacts, { partition: "SCHOOL-CONTACTS" });

// ---- people

const schoolPeople = (schoolId: SchoolId): string => `SCHOOL#${schoolId}#PEOPLE`;
export const people = entity("person", {
  schema: Person,
  place: (row: { personId: PersonId }) => ({ partition: "PEOPLE", sort: row.personId }),
  listings: (row) => ({ gsi3: { partition: schoolPeople(row.homeSchoolId), sort: row.personId } }),
});
export const peopleList = listOf(people, { partition: "PEOPLE" });
export const peopleOfSchool = (schoolId: SchoolId) =>
  listOf(people, { index: "gsi3", partition: schoolPeople(schoolId) });

const capacitiesIn = (academicYear: string): string => `CAPACITIES#${academicYear}`;
export const capacities = entity("capacity", {
  schema: Capacity,
  place: (row: { personId: PersonId; academicYear: string }) => ({
    partition: capacitiesIn(row.academicYear),
    sort: row.personId,
  }),
});
export const capacitiesOf = (academicYear: string) =>
  listOf(capacities, { partition: capacitiesIn(academicYear) });

// ---- requests and all that hangs on one

const schoolRequests = (schoolId: SchoolId): string => `SCHOOL#${schoolId}#REQUESTS`;
export const requests = entity("request", {
  schema: SupportRequest,
  place: (key: { requestId: RequestId }) => ({ partition: ofRequest(key), sort: "REQUEST" }),
  listings: (row) => {
    const sort = `${row.createdAt}#${row.requestId}`;
    return {
      gsi1: { partition: `REQUESTS#${row.state}`, sort },
      gsi2: { partition: "REQUESTS", sort },
      gsi3: { partition: schoolRequests(row.schoolId), sort },
    };
  },
});
export const requestList = listOf(requests, { index: "gsi2", partition: "REQUESTS" });
export const requestsIn = (state: RequestState) =>
  listOf(requests, { index: "gsi1", partition: `REQUESTS#${state}` });
export const requestsOfSchool = (schoolId: SchoolId) =>
  listOf(requests, { index: "gsi3", partition: schoolRequests(schoolId) });

const personOffers = (personId: PersonId): string => `PERSON#${personId}#OFFERS`;
const homeOffers = (schoolId: SchoolId): string => `SCHOOL#${schoolId}#OFFERS`;
export const offers = entity("offer", {
  schema: Offer,
  place: (key: { requestId: RequestId; offerId: OfferId }) => ({
    partition: ofRequest(key),
    sort: `OFFER#${key.offerId}`,
  }),
  listings: (row) => {
    const sort = `${row.sentAt}#${row.offerId}`;
    return {
      gsi1: { partition: `OFFERS#${row.state}`, sort: `${row.expiresAt ?? row.sentAt}#${row.offerId}` },
      gsi2: { partition: personOffers(row.personId), sort },
      gsi3: { partition: homeOffers(row.homeSchoolId), sort },
    };
  },
});
export const offersOfRequest = (requestId: RequestId) =>
  listOf(offers, { partition: ofRequest({ requestId }), sortPrefix: "OFFER#" });
export const offersIn = (state: OfferState) =>
  listOf(offers, { index: "gsi1", partition: `OFFERS#${state}` });
export const offersOfPerson = (personId: PersonId) =>
  listOf(offers, { index: "gsi2", partition: personOffers(personId) });
/** Offers for the people of a home school: what its head is asked to release. */
export const offersOfHomeSchool = (schoolId: SchoolId) =>
  listOf(offers, { index: "gsi3", partition: homeOffers(schoolId) });

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
      gsi3: { partition: schoolFollowUps(row.schoolId), sort },
    };
  },
});
export const followUpsIn = (state: FollowUp["state"]) =>
  listOf(followUps, { index: "gsi1", partition: `FOLLOW-UPS#${state}` });
export const followUpsOfSchool = (schoolId: SchoolId) =>
  listOf(followUps, { index: "gsi3", partition: schoolFollowUps(schoolId) });

// ---- match runs

const ofRun = (runId: RunId): string => `RUN#${runId}`;
export const runs = entity("match-run", {
  schema: MatchRun,
  place: (key: { runId: RunId }) => ({ partition: ofRun(key.runId), sort: "RUN" }),
  listings: (row) => ({ gsi1: { partition: "RUNS", sort: `${row.plannedAt}#${row.runId}` } }),
});
export const runList = listOf(runs, { index: "gsi1", partition: "RUNS" });

export const proposals = entity("proposal", {
  schema: Proposal,
  place: (key: { runId: RunId; requestId: RequestId; personId: PersonId }) => ({
    partition: ofRun(key.runId),
    sort: `PROPOSAL#${key.requestId}#${key.personId}`,
  }),
});
export const proposalsOf = (runId: RunId) =>
  listOf(proposals, { partition: ofRun(runId), sortPrefix: "PROPOSAL#" });

export const unmetNeeds = entity("unmet-need", {
  schema: UnmetNeed,
  place: (key: { runId: RunId; requestId: RequestId }) => ({
    partition: ofRun(key.runId),
    sort: `UNMET#${key.requestId}`,
  }),
});
export const unmetOf = (runId: RunId) =>
  listOf(unmetNeeds, { partition: ofRun(runId), sortPrefix: "UNMET#" });

/**
 * What a run matched on, compressed and cut into parts, so that a killed run resumes on the same facts. The digest
 * stands in the key: of two workers that stage the same run at once, neither spoils what the other staged.
 */
export const runInputs = entity("run-input", {
  schema: z.object({ runId: RunId, digest: z.string(), part: z.int(), parts: z.int(), base64: z.string() }),
  place: (key: { runId: RunId; digest: string; part: number }) => ({
    partition: ofRun(key.runId),
    sort: `INPUT#${key.digest}#${String(key.part).padStart(4, "0")}`,
  }),
});
export const runInputsOf = (runId: RunId, digest: string) =>
  listOf(runInputs, { partition: ofRun(runId), sortPrefix: `INPUT#${digest}#` });

// ---- trail, outbox, answers, deliveries

export const auditEntries = entity("audit", {
  schema: AuditEntry,
  place: (row: { chain: string; sequence: number }) => ({
    partition: `AUDIT#${row.chain}`,
    sort: String(row.sequence).padStart(8, "0"),
  }),
});
export const auditOf = (chain: string) => listOf(auditEntries, { partition: `AUDIT#${chain}` });

export const outbox = entity("outbox", {
  // Beside the event the item holds its key, which the event as a message does not allow.
  schema: z.object(DomainEvent.shape),
  place: (row: { eventId: string }) => ({ partition: "OUTBOX", sort: row.eventId }),
});
export const outboxList = listOf(outbox, { partition: "OUTBOX" });

/** The answer that was given to an Idempotency-Key: kept two days, so that a late repeat still finds it. */
export const answers = entity("answer", {
  schema: z.object({
    route: z.string(),
    account: z.string(),
    key: z.string(),
    bodyHash: z.string(),
    status: z.int(),
    body: z.string(),
    answeredAt: z.iso.datetime(),
  }),
  place: (row: { route: string; account: string; key: string }) => ({
    // The key has a sort key to itself: an account and a key that both may hold any sign stay apart.
    partition: `ANSWER#${row.route}#${row.account}`,
    sort: `KEY#${row.key}`,
  }),
  expiresAtSeconds: (row) => secondsAt(row.answeredAt) + days(2),
});

/** One message to one recipient: leased while it is being sent, so that a second copy needs a crash. */
export const deliveries = entity("delivery", {
  schema: z.object({
    eventId: z.string(),
    recipient: z.string(),
    state: z.enum(["leased", "sent"]),
    leasedUntil: z.iso.datetime(),
    revision: z.int(),
  }),
  place: (row: { eventId: string; recipient: string }) => ({
    partition: `DELIVERY#${row.eventId}`,
    sort: row.recipient,
  }),
  expiresAtSeconds: (row) => secondsAt(row.leasedUntil) + days(30),
});
