import * as z from "zod";
import { academicYearOf, addDays, dateAt } from "../../shared/domain/calendar.ts";
import type { Deployment } from "../../shared/domain/deployment.ts";
import {
  DeploymentId,
  type ObjectiveId,
  ObjectiveId as ObjectiveIdSchema,
  OfferId,
  PersonId,
  RegisterImportId,
  RequestId,
  SchoolId,
  SchoolUrn,
} from "../../shared/domain/ids.ts";
import { startingPolicies } from "../../shared/domain/partnership.ts";
import { freshCapacity, type Person } from "../../shared/domain/person.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import {
  capacities,
  deployments,
  partnerships,
  people,
  registers,
  requests,
  schoolContacts,
  schoolFacts,
} from "../../shared/store/rows.ts";
import type { Store } from "../../shared/store/store.ts";
import { newPartnership, type Service } from "../harness/service.ts";

const daysPlanned = 4;
const daysPerYear = 15;

/** A partnership in which work was agreed: the rows stand as offers leave them, made up and staged directly. */
export interface AgreedWork {
  readonly store: Store;
  readonly today: string;
  readonly requestId: RequestId;
  readonly objectiveIds: readonly [ObjectiveId, ObjectiveId];
  readonly deploymentIds: readonly DeploymentId[];
  readonly personId: PersonId;
  readonly academicYear: string;
  readonly accounts: Readonly<
    Record<
      "broker" | "director" | "practitioner" | "receiving" | "home" | "otherSchool" | "otherPerson",
      string
    >
  >;
  readonly mailbox: Readonly<Record<"broker" | "practitioner" | "receiving", string>>;
  /** The path of a deployment, the first unless another is named. */
  readonly at: (deployment?: number) => string;
}

interface Options {
  /** How many people were agreed for the one request, all of the same home school. */
  readonly people?: number;
}

/** Agrees work in a partnership of its own: nobody there has an address but the receiving head and practitioners. */
export async function agreeWork(service: Service, { people: count = 1 }: Options = {}): Promise<AgreedWork> {
  const { world } = service.host;
  const partnership = newPartnership(service);
  const { partnershipId } = partnership;
  const tail = partnershipId.slice(4);
  const store = world.storeFor(partnershipId);
  const today = dateAt(world.now());
  const [receiving, home, other] = [world.fresh(SchoolId), world.fresh(SchoolId), world.fresh(SchoolId)];
  const mailbox = {
    broker: `broker-${tail}@area.example`,
    practitioner: `practitioner-${tail}@home.example`,
    receiving: `head-${tail}@receiving.example`,
  };
  await world.directory.add(partnershipId);
  await store.stage(partnerships, [
    {
      partnershipId,
      name: "Northern Partnership",
      area: "North",
      brokerEmail: mailbox.broker,
      policies: startingPolicies("2020-09-01"),
      latestRunId: null,
      createdAt: world.now(),
      revision: 0,
    },
  ]);
  await stageSchools(service, store, { receiving, home, other, headEmail: mailbox.receiving });
  const workers = Array.from({ length: count }, (_, index) =>
    madeUpPerson(world.fresh(PersonId), home, {
      name: `Practitioner ${12 + index}`,
      email: index === 0 ? mailbox.practitioner : `second-${mailbox.practitioner}`,
    }),
  );
  await store.stage(people, workers);
  const academicYear = academicYearOf(today);
  await store.stage(
    capacities,
    workers.map((worker) => ({
      ...freshCapacity(worker, academicYear),
      daysLeft: daysPerYear - daysPlanned,
      deploymentsLeft: 1,
    })),
  );
  const request = madeUpRequest(world.fresh(RequestId), receiving, {
    today,
    people: count,
    objectiveIds: [world.fresh(ObjectiveIdSchema), world.fresh(ObjectiveIdSchema)],
  });
  await store.stage(requests, [request]);
  const agreed = workers.map((worker) =>
    madeUpDeployment(request, worker, {
      today,
      deploymentId: world.fresh(DeploymentId),
      offerId: world.fresh(OfferId),
    }),
  );
  await store.stage(deployments, agreed);
  const [first, second] = request.objectives;
  const [worker] = workers;
  if (!first || !second || !worker) throw new Error("Two objectives and one practitioner were made above");
  const { requestId } = request;
  return {
    store,
    today,
    requestId,
    objectiveIds: [first.objectiveId, second.objectiveId],
    deploymentIds: agreed.map((each) => each.deploymentId),
    personId: worker.personId,
    academicYear,
    accounts: {
      broker: partnership.broker,
      director: partnership.director,
      practitioner: partnership.practitioner(worker.personId),
      receiving: partnership.head(receiving),
      home: partnership.head(home),
      otherSchool: partnership.head(other),
      otherPerson: partnership.practitioner(world.fresh(PersonId)),
    },
    mailbox,
    at: (deployment = 0) =>
      `/requests/${requestId}/deployments/${agreed[deployment]?.deploymentId ?? "dep_00000000"}`,
  };
}

interface Schools {
  readonly receiving: SchoolId;
  readonly home: SchoolId;
  readonly other: SchoolId;
  readonly headEmail: string;
}

async function stageSchools(service: Service, store: Store, schools: Schools): Promise<void> {
  const importedBy = service.host.world.fresh(RegisterImportId);
  const { receiving, home, other, headEmail } = schools;
  await store.stage(registers, [{ importId: importedBy, revision: 0 }]);
  await store.stage(
    schoolFacts,
    [receiving, home, other].map((schoolId, index) => ({
      schoolId,
      urn: SchoolUrn.parse(`10000${index + 1}`),
      ukprn: null,
      name: `Made-up School ${index + 1}`,
      status: "open" as const,
      laCode: "999",
      laName: "North",
      phases: ["primary" as const],
      isSpecial: false,
      isAlternativeProvision: false,
      eastingMetres: 400_000 + index * 1000,
      northingMetres: 400_000,
      town: "Northtown",
      postcode: "N1 1AA",
      trustCode: null,
      trustName: null,
      federationCode: null,
      dioceseCode: null,
      pupils: 200,
      percentageFsm: 20,
      openedOn: null,
      closedOn: null,
      importedBy,
      revision: 0,
    })),
  );
  await store.stage(schoolContacts, [
    { schoolId: receiving, headEmail, inCategoryOfConcern: false, revision: 0 },
  ]);
}

const madeUpPerson = (
  personId: PersonId,
  homeSchoolId: SchoolId,
  named: Pick<Person, "name" | "email">,
): Person => ({
  personId,
  ...named,
  homeSchoolId,
  employment: [],
  claims: [],
  designations: [],
  phases: ["primary"],
  modes: ["on-site"],
  travelLimitMetres: null,
  availability: [],
  capacityDaysPerYear: daysPerYear,
  capacityDeployments: 2,
  assurance: null,
  declaredInterests: [],
  parked: null,
  createdAt: "2026-01-05T09:00:00.000Z",
  revision: 0,
});

interface Asking {
  readonly today: string;
  readonly people: number;
  readonly objectiveIds: readonly ObjectiveId[];
}

const madeUpRequest = (requestId: RequestId, schoolId: SchoolId, asking: Asking): SupportRequest => ({
  requestId,
  schoolId,
  codes: { primary: "CT-03", secondary: [] },
  phase: "primary",
  description: "Early reading needs another pair of eyes.",
  daysEach: daysPlanned,
  people: asking.people,
  window: { from: addDays(asking.today, -28), to: addDays(asking.today, 28) },
  mode: "on-site",
  urgency: "this-term",
  requiredDesignation: null,
  objectives: asking.objectiveIds.map((objectiveId) => ({
    objectiveId,
    statement: "Phonics is taught as planned in every class",
    successMeasure: "Lessons seen that follow the plan",
    baseline: "2 of 6",
  })),
  initiatedBy: "school",
  startedBy: "account-1",
  state: "agreed",
  routePolicy: "traded-improvement",
  priority: 2,
  triage: null,
  slotsOpen: 0,
  pins: [],
  exclusions: [],
  overrides: [],
  declinedBy: [],
  closure: null,
  createdAt: `${addDays(asking.today, -40)}T09:00:00.000Z`,
  submittedAt: `${addDays(asking.today, -40)}T10:00:00.000Z`,
  revision: 0,
});

const madeUpDeployment = (
  request: SupportRequest,
  worker: Person,
  ids: { readonly today: string; readonly deploymentId: DeploymentId; readonly offerId: OfferId },
): Deployment => ({
  deploymentId: ids.deploymentId,
  offerId: ids.offerId,
  requestId: request.requestId,
  personId: worker.personId,
  schoolId: request.schoolId,
  homeSchoolId: worker.homeSchoolId,
  routePolicy: request.routePolicy,
  academicYear: academicYearOf(ids.today),
  state: "agreed",
  agreement: {
    objectives: request.objectives.map((each) => each.objectiveId),
    daysPlanned,
    window: request.window,
    mode: request.mode,
    dayRatePence: 35_000,
    homeSchoolSharePence: 30_000,
    payer: "supported-school",
    agreedAt: `${addDays(ids.today, -30)}T09:00:00.000Z`,
  },
  daysDelivered: 0,
  daysCharged: 0,
  midTermReview: null,
  ending: null,
  revision: 0,
});

/** A record of visit as a practitioner writes it. */
export const visitNote = ({ today }: AgreedWork, days = 1) => ({
  visitedOn: addDays(today, -7),
  days,
  focus: "Reading in year 2",
  whatHappened: "Two lessons were seen and talked through.",
  agreedActions: "Plan the next unit together.",
  nextVisitOn: null,
});

const WithVisitId = z.object({ visitId: z.string() });

/** Writes a record, sends it and has it marked accurate; each step must succeed. */
export async function deliver(service: Service, work: AgreedWork, days: number): Promise<void> {
  const { practitioner, receiving } = work.accounts;
  const visitsPath = `${work.at()}/visits`;
  const drafted = await service.ask(practitioner, {
    method: "POST",
    path: visitsPath,
    body: visitNote(work, days),
  });
  const { visitId } = WithVisitId.parse(drafted.body);
  const sent = await service.ask(practitioner, {
    method: "POST",
    path: `${visitsPath}/${visitId}/submission`,
  });
  const answered = await service.ask(receiving, {
    method: "POST",
    path: `${visitsPath}/${visitId}/response`,
    body: { accurate: true, note: "" },
  });
  if (drafted.status !== 201 || sent.status !== 200 || answered.status !== 200)
    throw new Error(`No day was delivered: ${JSON.stringify([drafted, sent, answered])}`);
}

/** Ends a deployment as the broker; it must succeed. */
export async function endWork(
  service: Service,
  work: AgreedWork,
  {
    as,
    deployment = 0,
  }: { readonly as: "complete" | "curtailed" | "not-started"; readonly deployment?: number },
): Promise<void> {
  const ended = await service.ask(work.accounts.broker, {
    method: "POST",
    path: `${work.at(deployment)}/ending`,
    body: { as, on: work.today, reason: "As agreed with both sides" },
  });
  if (ended.status !== 200) throw new Error(`The work did not end: ${JSON.stringify(ended.body)}`);
}
