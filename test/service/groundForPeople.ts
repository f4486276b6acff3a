import { afterAll, beforeAll } from "vitest";
import type * as z from "zod";
import { VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { AuditView, CapacityView, pageOf, type SchoolView } from "../../shared/contract/routes/views.ts";
import { type Answered, newPartnership, type Service, startService } from "../harness/service.ts";
import { type Partnership, withSchools } from "./withSchools.ts";

type School = z.output<typeof SchoolView>;

export const personIn = (answer: Answered) => VisiblePerson.parse(answer.body);

export const claim = {
  code: "CT-03",
  level: "can-coach",
  phases: ["primary"],
  lastPractisedYear: 2025,
  evidence: "Led it across three schools",
};
export const profile = {
  phases: ["primary"],
  modes: ["on-site", "remote"],
  travelLimitMetres: 20_000,
  availability: [{ from: "2026-01-05", to: "2026-07-17" }],
  capacityDaysPerYear: 15,
  capacityDeployments: 2,
  declaredInterests: [],
};

interface Ground {
  readonly service: Service;
  readonly ours: Partnership;
  readonly members: readonly School[];
  /** Two open schools. */
  readonly home: School;
  readonly other: School;
}

/** The service with a partnership of forty schools for the tests of one file, and ways to add people to it. */
export function groundForPeople() {
  let ground: Ground | undefined;
  const at = (): Ground => {
    if (!ground) throw new Error("The service starts before the first test");
    return ground;
  };
  beforeAll(async () => {
    const service = await startService();
    const ours = newPartnership(service);
    const { members, open } = await withSchools(service, ours, 40);
    const [home, other] = open;
    if (!home || !other) throw new Error("The register has open schools");
    ground = { service, ours, members, home, other };
  });
  afterAll(() => ground?.service.close());

  const get = (account: string | undefined, path: string) =>
    at().service.ask(account, { method: "GET", path });
  const put = (account: string, path: string, body: unknown) =>
    at().service.ask(account, { method: "PUT", path, body });
  const post = (account: string, path: string, body: unknown) =>
    at().service.ask(account, { method: "POST", path, body });
  let drafted = 0;
  const draft = (more: object = {}) => ({
    name: "Practitioner 12",
    email: `practitioner.12.${(drafted += 1)}@example.org`,
    homeSchoolId: at().home.schoolId,
    employedFrom: "2020-09-01",
    claims: [claim],
    designations: [
      { title: "SLE", awardingBody: "Oakfield Alliance", awardedOn: "2024-09-01", expiresOn: null },
    ],
    assurance: {
      confirmedBySchoolId: at().home.schoolId,
      confirmedOn: "2025-09-01",
      validUntil: "2027-08-31",
    },
    ...profile,
    ...more,
  });
  return {
    at,
    get,
    put,
    post,
    draft,
    added: async (more: object = {}) => {
      const answer = await post(at().ours.broker, "/people", draft(more));
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return personIn(answer);
    },
    trailOf: async (personId: string) =>
      pageOf(AuditView).parse((await get(at().ours.director, `/people/${personId}/audit`)).body).items,
    capacityFor: async (personId: string) =>
      CapacityView.parse((await get(at().ours.broker, `/people/${personId}/capacity`)).body),
  };
}
