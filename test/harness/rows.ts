import { addDays } from "../../shared/domain/calendar/calendar.ts";
import type { AskingBy } from "../../shared/domain/calendar/calendarOfParties.ts";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import type { CalendarSpan, CalendarYear } from "../../shared/domain/calendar/calendarYear.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import {
  DeploymentId,
  ObjectiveId,
  OfferId,
  type PartnershipId,
  PersonId,
  RegisterImportId,
  RequestId,
  SchoolId,
  SchoolUrn,
} from "../../shared/domain/ids.ts";
import type { Offer } from "../../shared/domain/offers/offer.ts";
import { send } from "../../shared/domain/offers/offerSteps.ts";
import { type Partnership, type RoutePolicy, startingPolicies } from "../../shared/domain/partnership.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { type ImportRecord, recordOver } from "../../shared/domain/schools/registerImport.ts";
import { type SupportRequest, untouched } from "../../shared/domain/requests/request.ts";
import type { School } from "../../shared/domain/schools/school.ts";

const tail = (index: number): string => String(index).padStart(8, "0");

/** Ids by number, the same each time, for rows that never meet a database. */
export const numbered = {
  school: (index: number): SchoolId => SchoolId.parse(`sch_${tail(index)}`),
  person: (index: number): PersonId => PersonId.parse(`per_${tail(index)}`),
  request: (index: number): RequestId => RequestId.parse(`req_${tail(index)}`),
  objective: (index: number): ObjectiveId => ObjectiveId.parse(`obj_${tail(index)}`),
  offer: (index: number): OfferId => OfferId.parse(`ofr_${tail(index)}`),
  registerImport: (index: number): RegisterImportId => RegisterImportId.parse(`imp_${tail(index)}`),
};

/** A partnership under the starting policies that has matched nothing yet. */
export const somePartnership = (
  partnershipId: PartnershipId,
  createdAt: string,
  more: Partial<Partnership> = {},
): Partnership => ({
  partnershipId,
  name: "Partnership",
  area: "Testshire",
  brokerEmail: "broker@example.org",
  policies: startingPolicies("2020-04-01"),
  latestRunId: null,
  createdAt,
  revision: 0,
  ...more,
});

/** An open primary school of its own, one kilometre east of the one numbered before it. */
export const someSchool = (index: number): School => ({
  schoolId: numbered.school(index),
  urn: SchoolUrn.parse(String(100_001 + index)),
  ukprn: null,
  name: `School ${index}`,
  status: "open",
  laCode: "373",
  laName: "Testshire",
  phases: ["primary"],
  isSpecial: false,
  isAlternativeProvision: false,
  aliases: [],
  memberships: [],
  judgements: [],
  concern: null,
  succession: null,
  missingSince: null,
  eastingMetres: 430_000 + index * 1000,
  northingMetres: 380_000,
  town: "Town",
  postcode: "AB1 2CD",
  trustCode: null,
  trustName: null,
  federationCode: null,
  dioceseCode: null,
  pupils: 240,
  percentageFsm: 20,
  openedOn: null,
  closedOn: null,
  inCategoryOfConcern: false,
  headEmail: null,
  importedBy: numbered.registerImport(1),
  revision: 0,
});

/** A practitioner who may be proposed for `someRequest` of any other school. */
export const somePerson = (index: number, homeSchoolId: SchoolId): Person => ({
  personId: numbered.person(index),
  name: `Practitioner ${index}`,
  email: `practitioner${index}@example.org`,
  homeSchoolId,
  employment: [{ schoolId: homeSchoolId, from: "2019-09-01", to: null }],
  claims: [
    {
      code: "CT-02",
      level: "can-coach",
      phases: ["primary"],
      lastPractisedYear: 2025,
      evidence: "Led it for two years",
      endorsement: null,
    },
  ],
  designations: [],
  phases: ["primary"],
  modes: ["on-site"],
  travelLimitMetres: null,
  availability: [],
  capacityDaysPerYear: 20,
  capacityDeployments: 4,
  assurance: { confirmedBySchoolId: homeSchoolId, confirmedOn: "2020-09-01", validUntil: "2099-08-31" },
  declaredInterests: [],
  parked: null,
  createdAt: "2025-09-01T09:00:00.000Z",
  revision: 0,
});

/** An open request for one person for three days, its dates from a week after it was made. */
export const someRequest = (index: number, schoolId: SchoolId, madeOn: string): SupportRequest => ({
  requestId: numbered.request(index),
  schoolId,
  codes: { primary: "CT-02", secondary: [] },
  phase: "primary",
  description: "Help with the teaching of early reading",
  daysEach: 3,
  people: 1,
  window: { from: addDays(madeOn, 7), to: addDays(madeOn, 90) },
  mode: "on-site",
  urgency: "this-term",
  requiredDesignation: null,
  objectives: [
    {
      objectiveId: numbered.objective(index),
      statement: "More children read",
      successMeasure: "Phonics check",
      baseline: "61 %",
    },
  ],
  initiatedBy: "school",
  startedBy: "school-head",
  state: "open",
  routePolicy: "traded-improvement",
  priority: 2,
  triage: {
    triagedAt: `${madeOn}T10:00:00.000Z`,
    suggestions: [],
    duplicates: [],
    warnings: [],
    correctedBy: null,
  },
  slotsOpen: 1,
  ...untouched,
  createdAt: `${madeOn}T09:00:00.000Z`,
  submittedAt: `${madeOn}T09:30:00.000Z`,
});

/** The starting policy for traded improvement, with another order of consents where one is given. */
export function somePolicy(consentOrder?: RoutePolicy["consentOrder"]): RoutePolicy {
  const policy = startingPolicies("2020-04-01").find(({ name }) => name === "traded-improvement");
  if (!policy) throw new Error("The starting policies lack traded-improvement");
  return consentOrder ? { ...policy, consentOrder } : policy;
}

/** Asking by that policy, of schools of which nobody has said anything. */
export const usualAsking = (policy: RoutePolicy): AskingBy => ({
  policy,
  calendars: { homeSchool: usualCalendar, supportedSchool: usualCalendar },
});

/** An offer of that request just sent to that person, its first party asked. */
export function someOffer(
  request: SupportRequest,
  person: Pick<Person, "personId" | "homeSchoolId">,
  { policy, now }: { readonly policy: RoutePolicy; readonly now: string },
): Offer {
  const { requestId, schoolId, routePolicy, daysEach, window, mode } = request;
  const made = {
    offerId: numbered.offer(1),
    requestId,
    schoolId,
    personId: person.personId,
    homeSchoolId: person.homeSchoolId,
    runId: null,
    routePolicy,
    terms: { days: daysEach, window, mode },
    academicYear: "2025-26",
    fit: 80,
    because: [],
    objectivesAgreed: request.objectives.map(({ objectiveId }) => objectiveId),
  };
  return send(made, usualAsking(policy), now);
}

/** Work under way that came of that request and that person. */
export const someDeployment = (
  request: SupportRequest,
  person: Pick<Person, "personId" | "homeSchoolId">,
): Deployment => ({
  deploymentId: DeploymentId.parse(`dep_${tail(1)}`),
  offerId: numbered.offer(1),
  requestId: request.requestId,
  personId: person.personId,
  schoolId: request.schoolId,
  homeSchoolId: person.homeSchoolId,
  routePolicy: "traded-improvement",
  academicYear: "2026-27",
  state: "in-delivery",
  agreement: {
    objectives: request.objectives.map(({ objectiveId }) => objectiveId),
    daysPlanned: request.daysEach,
    window: request.window,
    mode: request.mode,
    dayRatePence: 35_000,
    homeSchoolSharePence: 30_000,
    payer: "supported-school",
    agreedAt: request.createdAt,
  },
  daysDelivered: 0,
  daysCharged: 0,
  midTermReview: null,
  ending: null,
  revision: 0,
});

/** What a holder says of an academic year, as it was first written. */
export const someCalendarYear = (
  holder: string,
  academicYear: string,
  spans: readonly CalendarSpan[],
): CalendarYear => ({ holder, academicYear, spans: [...spans], spansBefore: null, revision: 0 });

/** The record of the import of a whole file of schools, the first that was put in force. */
export const someImportRecord = (importId: RegisterImportId, importedAt: string): ImportRecord =>
  recordOver(
    {
      importId,
      kind: "establishments",
      digest: "",
      area: null,
      rowsRead: 3,
      schoolsRead: 3,
      added: 3,
      changed: 0,
      unchanged: 0,
      absent: 0,
      replacedImportId: null,
      importedAt,
    },
    undefined,
  );
