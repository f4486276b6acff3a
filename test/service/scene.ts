import { startingPolicies, type RoutePolicy } from "../../shared/domain/partnership.ts";
import { addDays, dateAt } from "../../shared/domain/calendar.ts";
import { ObjectiveId, PersonId, RegisterImportId, RequestId, SchoolId, SchoolUrn } from "../../shared/domain/ids.ts";
import type { Person } from "../../shared/domain/person.ts";
import type { SupportRequest } from "../../shared/domain/request.ts";
import {
  partnerships,
  people,
  registers,
  requests,
  type SchoolFacts,
  schoolFacts,
} from "../../shared/store/rows.ts";
import type { Store } from "../../shared/store/store.ts";
import { type Answered, newPartnership, type Service } from "../harness/service.ts";

/** A partnership with an open register, and ways to put people and open requests into it. */
export interface Scene extends ReturnType<typeof newPartnership> {
  readonly store: Store;
  readonly schools: readonly SchoolId[];
  readonly today: string;
  readonly addPerson: (homeSchool: number, more?: Partial<Person>) => Promise<PersonId>;
  readonly addRequest: (school: number, more?: Partial<SupportRequest>) => Promise<RequestId>;
  readonly post: (account: string, path: string, body?: object) => Promise<Answered>;
  readonly get: (account: string, path: string) => Promise<Answered>;
}

const schoolRow = (schoolId: SchoolId, importedBy: RegisterImportId, index: number): SchoolFacts => ({
  schoolId,
  importedBy,
  urn: SchoolUrn.parse(String(100_001 + index)),
  ukprn: null,
  name: `School ${index}`,
  status: "open",
  laCode: "373",
  laName: "Testshire",
  phases: ["primary"],
  isSpecial: false,
  isAlternativeProvision: false,
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
  revision: 0,
});

/** Sets a scene of six open schools, none of which share a trust, in a partnership of its own. */
export async function setScene(
  service: Service,
  changePolicy: (policy: RoutePolicy) => RoutePolicy = (policy) => policy,
): Promise<Scene> {
  const { world } = service.host;
  const partnership = newPartnership(service);
  const store = world.storeFor(partnership.partnershipId);
  const now = world.now();
  const today = dateAt(now);
  await store.stage(partnerships, [
    {
      partnershipId: partnership.partnershipId,
      name: "Partnership",
      area: "Testshire",
      brokerEmail: "broker@example.org",
      policies: startingPolicies("2020-04-01").map(changePolicy),
      latestRunId: null,
      createdAt: now,
      revision: 0,
    },
  ]);
  const importId = world.fresh(RegisterImportId);
  const schools = Array.from({ length: 6 }, () => world.fresh(SchoolId));
  await store.stage(
    schoolFacts,
    schools.map((schoolId, index) => schoolRow(schoolId, importId, index)),
  );
  await store.stage(registers, [{ importId, revision: 0 }]);
  await world.directory.add(partnership.partnershipId);
  const schoolAt = (index: number): SchoolId => {
    const schoolId = schools[index];
    if (!schoolId) throw new Error(`The scene has no school ${index}`);
    return schoolId;
  };
  return {
    ...partnership,
    store,
    schools,
    today,
    async addPerson(homeSchool, more = {}) {
      const personId = world.fresh(PersonId);
      const homeSchoolId = schoolAt(homeSchool);
      await store.stage(people, [{ ...practitioner(personId, homeSchoolId, today), ...more }]);
      return personId;
    },
    async addRequest(school, more = {}) {
      const requestId = world.fresh(RequestId);
      const objectiveId = world.fresh(ObjectiveId);
      const row = openRequest({ requestId, objectiveId, schoolId: schoolAt(school) }, now);
      await store.stage(requests, [{ ...row, ...more }]);
      return requestId;
    },
    post: (account, path, body) =>
      service.ask(account, { method: "POST", path, ...(body === undefined ? {} : { body }) }),
    get: (account, path) => service.ask(account, { method: "GET", path }),
  };
}

const practitioner = (personId: PersonId, homeSchoolId: SchoolId, today: string): Person => ({
  personId,
  name: "Practitioner 12",
  email: "practitioner12@example.org",
  homeSchoolId,
  employment: [{ schoolId: homeSchoolId, from: "2019-09-01", to: null }],
  claims: [
    {
      code: "CT-02",
      level: "can-coach",
      phases: ["primary"],
      lastPractisedYear: Number(today.slice(0, 4)),
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
  createdAt: `${today}T00:00:00.000Z`,
  revision: 0,
});

interface RequestIds {
  readonly requestId: RequestId;
  readonly objectiveId: ObjectiveId;
  readonly schoolId: SchoolId;
}

const openRequest = ({ requestId, objectiveId, schoolId }: RequestIds, now: string): SupportRequest => ({
  requestId,
  schoolId,
  codes: { primary: "CT-02", secondary: [] },
  phase: "primary",
  description: "Help with the teaching of early reading",
  daysEach: 3,
  people: 1,
  window: { from: addDays(dateAt(now), 7), to: addDays(dateAt(now), 90) },
  mode: "on-site",
  urgency: "this-term",
  requiredDesignation: null,
  objectives: [
    { objectiveId, statement: "More children read", successMeasure: "Phonics check", baseline: "61 %" },
  ],
  initiatedBy: "school",
  startedBy: "school-head",
  state: "open",
  routePolicy: "traded-improvement",
  priority: 2,
  triage: { triagedAt: now, suggestions: [], duplicates: [], warnings: [], correctedBy: null },
  slotsOpen: 1,
  pins: [],
  exclusions: [],
  overrides: [],
  declinedBy: [],
  closure: null,
  createdAt: now,
  submittedAt: now,
  revision: 0,
});
