import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { ObjectiveId, PersonId, RegisterImportId, RequestId, SchoolId } from "../../shared/domain/ids.ts";
import type { RoutePolicy } from "../../shared/domain/partnership.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import type { SupportRequest } from "../../shared/domain/requests/request.ts";
import { partnerships, registers, schoolFacts } from "../../shared/store/rows/partnership.ts";
import { people } from "../../shared/store/rows/people.ts";
import { requests } from "../../shared/store/rows/requests.ts";
import type { Store } from "../../shared/store/store.ts";
import { someImportRecord, somePartnership, somePerson, someRequest, someSchool } from "../harness/rows.ts";
import { type Answered, newPartnership, type Service } from "../harness/service.ts";
import { read } from "./read.ts";

type Asking = (account: string, path: string, body?: object) => Promise<Answered>;

/** Somebody who is proposed, and who answers. */
export interface Someone {
  readonly personId: PersonId;
  readonly account: string;
  /** The account of their home head. */
  readonly homeHead: string;
}

/** A request, with the account of the head who asked. */
export interface Asked {
  readonly requestId: RequestId;
  readonly objectiveId: ObjectiveId;
  readonly head: string;
}

/** A partnership with a register in force, and ways to put people and open requests into it and to ask for things. */
export interface Scene extends ReturnType<typeof newPartnership> {
  readonly store: Store;
  readonly schools: readonly SchoolId[];
  readonly schoolAt: (index: number) => SchoolId;
  readonly addPerson: (homeSchool: number, more?: Partial<Person>) => Promise<Someone>;
  readonly addRequest: (school: number, more?: Partial<SupportRequest>) => Promise<Asked>;
  readonly post: Asking;
  readonly get: Asking;
  /** Runs a match run to its end and answers its id. */
  readonly run: () => Promise<string>;
  readonly confirm: (runId: string, request: Asked, person: Someone) => Promise<Answered>;
  /** The state, open places and so on of a request as it now stands. */
  readonly request: (request: Asked) => Promise<SupportRequest | undefined>;
}

const schoolCount = 6;

/** Sets a scene of open schools, none of which share a trust, in a partnership of its own. */
export async function setScene(
  service: Service,
  changePolicy: (policy: RoutePolicy) => RoutePolicy = (policy) => policy,
): Promise<Scene> {
  const { world } = service.host;
  const partnership = newPartnership(service);
  const store = world.storeFor(partnership.partnershipId);
  await stagePartnership(service, partnership.partnershipId, changePolicy);
  const schools = await stageSchools(service, store);
  const schoolAt = (index: number): SchoolId => {
    const schoolId = schools[index];
    if (!schoolId) throw new Error(`The scene has no school ${index}`);
    return schoolId;
  };
  const { post, get } = service;
  return {
    ...partnership,
    store,
    schools,
    schoolAt,
    post,
    get,
    async addPerson(homeSchool, more = {}) {
      const personId = world.fresh(PersonId);
      const homeSchoolId = schoolAt(homeSchool);
      await store.stage(people, [{ ...somePerson(12, homeSchoolId), personId, ...more }]);
      const account = partnership.practitioner(personId);
      return { personId, account, homeHead: partnership.head(homeSchoolId) };
    },
    async addRequest(school, more = {}) {
      const requestId = world.fresh(RequestId);
      const row = someRequest(1, schoolAt(school), dateAt(world.now()));
      const objectives = row.objectives.map((each) => ({ ...each, objectiveId: world.fresh(ObjectiveId) }));
      await store.stage(requests, [{ ...row, requestId, objectives, ...more }]);
      const [objective] = objectives;
      if (!objective) throw new Error("A request has an objective");
      return { requestId, objectiveId: objective.objectiveId, head: partnership.head(row.schoolId) };
    },
    async run() {
      const { runId } = read.run(await post(partnership.broker, "/match-runs"));
      await service.settle();
      return runId;
    },
    confirm: (runId, { requestId }, { personId }) =>
      post(partnership.broker, `/match-runs/${runId}/proposals/${requestId}/${personId}/confirmation`, {}),
    request: ({ requestId }) => store.get(requests, { requestId }),
  };
}

async function stagePartnership(
  { host: { world } }: Service,
  partnershipId: Scene["partnershipId"],
  changePolicy: (policy: RoutePolicy) => RoutePolicy,
): Promise<void> {
  const partnership = somePartnership(partnershipId, world.now());
  await world
    .storeFor(partnershipId)
    .stage(partnerships, [{ ...partnership, policies: partnership.policies.map(changePolicy) }]);
  await world.directory.add(partnershipId);
}

async function stageSchools({ host: { world } }: Service, store: Store): Promise<SchoolId[]> {
  const importedBy = world.fresh(RegisterImportId);
  const rows = Array.from({ length: schoolCount }, (_, index) => ({
    ...someSchool(index),
    schoolId: world.fresh(SchoolId),
    importedBy,
  }));
  await store.stage(schoolFacts, rows);
  const record = someImportRecord(importedBy, world.now());
  await store.stage(registers, [{ importId: importedBy, record, revision: 0 }]);
  return rows.map(({ schoolId }) => schoolId);
}
