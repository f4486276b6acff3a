import { VisiblePerson } from "../../shared/contract/routes/peopleViews.ts";
import { AuditView, CapacityView, pageOf } from "../../shared/contract/routes/views.ts";
import { type Answered, newPartnership } from "../harness/service.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { withSchools } from "./withSchools.ts";

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

/** The service with a partnership of forty schools for the tests of one file, and ways to add people to it. */
export async function groundForPeople() {
  const service = await serviceForTests();
  const ours = newPartnership(service);
  const { members, open } = await withSchools(service, ours, 40);
  const [home, other] = open;
  if (!home || !other) throw new Error("The register has open schools");

  const { get, put, post } = service;
  const standing = {
    designations: [
      { title: "SLE", awardingBody: "Oakfield Alliance", awardedOn: "2024-09-01", expiresOn: null },
    ],
    assurance: {
      confirmedBySchoolId: home.schoolId,
      confirmedOn: "2025-09-01",
      validUntil: "2027-08-31",
    },
  };
  let drafted = 0;
  const draft = (more: object = {}) => ({
    name: "Practitioner 12",
    email: `practitioner.12.${(drafted += 1)}@example.org`,
    homeSchoolId: home.schoolId,
    employedFrom: "2020-09-01",
    claims: [claim],
    ...standing,
    ...profile,
    ...more,
  });
  return {
    service,
    ours,
    members,
    standing,
    home,
    other,
    get,
    put,
    post,
    draft,
    added: async (more: object = {}) => {
      const answer = await post(ours.broker, "/people", draft(more));
      if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
      return personIn(answer);
    },
    trailOf: async (personId: string) =>
      pageOf(AuditView).parse((await get(ours.director, `/people/${personId}/audit`)).body).items,
    capacityFor: async (personId: string) =>
      CapacityView.parse((await get(ours.broker, `/people/${personId}/capacity`)).body),
  };
}
