import { academicYearOf, addDays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import type { Deployment } from "../../shared/domain/deployments/deployment.ts";
import {
  DeploymentId,
  ObjectiveId,
  OfferId,
  PersonId,
  RegisterImportId,
  RequestId,
  SchoolId,
} from "../../shared/domain/ids.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { freshCapacity } from "../../shared/domain/people/capacity.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import type { World } from "../../shared/runtime/world.ts";
import { alsoListed, alsoListing } from "../../shared/store/rows/alsoListed.ts";
import { deployments } from "../../shared/store/rows/deployments.ts";
import {
  partnerships,
  registers,
  schoolContacts,
  SchoolFacts,
  schoolFacts,
} from "../../shared/store/rows/partnership.ts";
import { capacities, people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";
import { someImportRecord, somePartnership, somePerson, someRequest, someSchool } from "../harness/rows.ts";
import { newPartnership, type Service } from "../harness/service.ts";

const daysPlanned = 4;

/** A partnership in which work was agreed: the rows stand as offers leave them, made up and staged directly. */
export interface AgreedWork {
  readonly store: Store;
  readonly today: string;
  readonly requestId: RequestId;
  readonly objectiveIds: readonly [ObjectiveId, ObjectiveId];
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

type Schools = Readonly<Record<"receiving" | "home" | "other", SchoolId>>;
type Mailbox = AgreedWork["mailbox"];

/**
 * Agrees four days of work in a partnership of its own, by one practitioner or several of one home school,
 * each of whom has 15 days and 2 deployments a year. The home head has no address.
 */
export async function agreeWork(
  service: Service,
  { people: count = 1 }: { readonly people?: number } = {},
): Promise<AgreedWork> {
  const { world } = service.host;
  const partnership = newPartnership(service);
  const { partnershipId } = partnership;
  const store = world.storeFor(partnershipId);
  const today = dateAt(world.now());
  const [receiving, home, other] = [world.fresh(SchoolId), world.fresh(SchoolId), world.fresh(SchoolId)];
  const mailbox = mailboxOf(partnershipId.slice(4));
  await world.directory.add(partnershipId);
  await stagePartnership(world, store, { schools: { receiving, home, other }, mailbox });
  const workers = Array.from({ length: count }, (_, index) => workerOf(world, home, { index, mailbox }));
  const objectiveIds = [world.fresh(ObjectiveId), world.fresh(ObjectiveId)] as const;
  const request = requestOf(world, receiving, { today, people: count, objectiveIds });
  const agreed = workers.map((worker) => deploymentOf(world, { request, worker, today }));
  await stageWork(store, { workers, request, agreed });
  const personId = workers[0]?.personId ?? world.fresh(PersonId);
  return {
    store,
    today,
    objectiveIds,
    personId,
    mailbox,
    requestId: request.requestId,
    academicYear: academicYearOf(today),
    accounts: {
      broker: partnership.broker,
      director: partnership.director,
      practitioner: partnership.practitioner(personId),
      receiving: partnership.head(receiving),
      home: partnership.head(home),
      otherSchool: partnership.head(other),
      otherPerson: partnership.practitioner(world.fresh(PersonId)),
    },
    at: (deployment = 0) =>
      `/requests/${request.requestId}/deployments/${agreed[deployment]?.deploymentId ?? "dep_00000000"}`,
  };
}

const mailboxOf = (tail: string): Mailbox => ({
  broker: `broker-${tail}@area.example`,
  practitioner: `practitioner-${tail}@home.example`,
  receiving: `head-${tail}@receiving.example`,
});

async function stagePartnership(
  world: World,
  store: Store,
  { schools, mailbox }: { readonly schools: Schools; readonly mailbox: Mailbox },
): Promise<void> {
  const importedBy = world.fresh(RegisterImportId);
  await store.stage(partnerships, [
    somePartnership(store.partnershipId, world.now(), { brokerEmail: mailbox.broker }),
  ]);
  const record = someImportRecord(importedBy, world.now());
  await store.stage(registers, [{ importId: importedBy, record, revision: 0 }]);
  await store.stage(
    schoolFacts,
    [schools.receiving, schools.home, schools.other].map((schoolId, index) =>
      SchoolFacts.parse({ ...someSchool(index), schoolId, importedBy }),
    ),
  );
  const known = { schoolId: schools.receiving, headEmail: mailbox.receiving };
  await store.stage(schoolContacts, [{ ...known, inCategoryOfConcern: false, revision: 0 }]);
}

interface Worker {
  readonly index: number;
  readonly mailbox: Mailbox;
}

const workerOf = (world: World, home: SchoolId, { index, mailbox }: Worker): Person => ({
  ...somePerson(12 + index, home),
  personId: world.fresh(PersonId),
  email: index === 0 ? mailbox.practitioner : `second-${mailbox.practitioner}`,
  capacityDaysPerYear: 15,
  capacityDeployments: 2,
});

interface Asking {
  readonly today: string;
  readonly people: number;
  readonly objectiveIds: readonly ObjectiveId[];
}

function requestOf(world: World, school: SchoolId, asking: Asking): SupportRequest {
  const { today, people: count, objectiveIds } = asking;
  const request = someRequest(1, school, addDays(today, -40));
  return {
    ...request,
    requestId: world.fresh(RequestId),
    daysEach: daysPlanned,
    people: count,
    window: { from: addDays(today, -28), to: addDays(today, 28) },
    objectives: objectiveIds.map((objectiveId) => ({
      objectiveId,
      statement: "Phonics is taught as planned in every class",
      successMeasure: "Lessons seen that follow the plan",
      baseline: "2 of 6",
    })),
    state: "agreed",
    slotsOpen: 0,
  };
}

interface Agreed {
  readonly request: SupportRequest;
  readonly worker: Person;
  readonly today: string;
}

const deploymentOf = (world: World, { request, worker, today }: Agreed): Deployment => ({
  deploymentId: world.fresh(DeploymentId),
  offerId: world.fresh(OfferId),
  requestId: request.requestId,
  personId: worker.personId,
  schoolId: request.schoolId,
  homeSchoolId: worker.homeSchoolId,
  routePolicy: request.routePolicy,
  academicYear: academicYearOf(today),
  state: "agreed",
  agreement: {
    objectives: request.objectives.map((each) => each.objectiveId),
    daysPlanned,
    window: request.window,
    mode: request.mode,
    dayRatePence: 35_000,
    homeSchoolSharePence: 30_000,
    payer: "supported-school",
    agreedAt: `${addDays(today, -30)}T09:00:00.000Z`,
  },
  daysDelivered: 0,
  daysCharged: 0,
  midTermReview: null,
  ending: null,
  revision: 0,
});

interface Rows {
  readonly workers: readonly Person[];
  readonly request: SupportRequest;
  readonly agreed: readonly Deployment[];
}

async function stageWork(store: Store, { workers, request, agreed }: Rows): Promise<void> {
  await store.stage(people, workers);
  await store.stage(requests, [request]);
  await store.stage(deployments, agreed);
  await store.stage(alsoListed, agreed.flatMap(alsoListing));
  const held = agreed.flatMap(({ personId, academicYear }) => {
    const worker = workers.find((each) => each.personId === personId);
    if (!worker) return [];
    const { daysLeft, deploymentsLeft, ...fresh } = freshCapacity(worker, academicYear);
    return [{ ...fresh, daysLeft: daysLeft - daysPlanned, deploymentsLeft: deploymentsLeft - 1 }];
  });
  await store.stage(capacities, held);
}
