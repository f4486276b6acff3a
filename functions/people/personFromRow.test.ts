import { describe, expect, test } from "vitest";
import { PersonId, SchoolId } from "../../shared/domain/ids.ts";
import { type PersonRow, peopleTemplate, readPeople } from "../../shared/registers/peopleCsv.ts";
import { personFromRow } from "./personFromRow.ts";

const context = {
  personId: PersonId.parse("per_practitioner1"),
  homeSchoolId: SchoolId.parse("sch_homeschool1"),
  today: "2026-01-12",
  now: "2026-01-12T09:00:00.000Z",
};
const later = { ...context, today: "2026-03-02", now: "2026-03-02T09:00:00.000Z" };

const reading = readPeople(peopleTemplate());
if (reading.kind !== "read") throw new Error("The template's own example can be read");
const [row] = reading.people;
if (!row) throw new Error("The template has an example");
const bare: PersonRow = {
  ...row,
  modes: null,
  capacityDaysPerYear: null,
  capacityDeployments: null,
  travelLimitMetres: null,
  available: null,
  designation: null,
  assurance: null,
  claims: row.claims.map((claim) => ({ ...claim, endorsement: null })),
};

describe("a person from a file", () => {
  test("is employed from the day of the import, vouched for by their home school", () => {
    const person = personFromRow(row, undefined, context);
    const { homeSchoolId, today } = context;
    expect(person.employment).toEqual([{ schoolId: homeSchoolId, from: today, to: null }]);
    expect(person.claims.map((claim) => claim.endorsement?.bySchoolId)).toEqual([homeSchoolId]);
    expect(person.assurance?.confirmedBySchoolId).toBe(homeSchoolId);
    expect(person.phases).toEqual(["early-years", "primary"]);
  });

  test("of whom only the claims are given gets the usual capacity, any mode and no dates", () => {
    const person = personFromRow(bare, undefined, context);
    expect(person).toMatchObject({
      capacityDaysPerYear: 15,
      capacityDeployments: 2,
      modes: ["on-site", "remote", "hybrid"],
      availability: [],
      designations: [],
      assurance: null,
    });
  });

  test("is the same after the same file again, on any later day", () => {
    for (const given of [row, bare]) {
      const person = personFromRow(given, undefined, context);
      expect(personFromRow(given, person, later)).toEqual(person);
    }
  });

  test("keeps what the file leaves empty, and what it never says", () => {
    const person = personFromRow(row, undefined, context);
    const changed = {
      ...person,
      declaredInterests: [{ schoolId: context.homeSchoolId, kind: "governor" as const, since: "2025-09-01" }],
      parked: { until: "2026-04-01", reason: "On leave" },
    };
    expect(personFromRow(bare, changed, later)).toEqual(changed);
  });

  test("gets a changed claim without the endorsement of the one before", () => {
    const person = personFromRow(row, undefined, context);
    const raised = bare.claims.map((claim) => ({ ...claim, level: "can-lead-review" as const }));
    expect(personFromRow({ ...bare, claims: raised }, person, later).claims[0]?.endorsement).toBeNull();
  });

  test("under another URN has moved: a new spell, nothing vouched for by the school before", () => {
    const person = personFromRow(row, undefined, context);
    const homeSchoolId = SchoolId.parse("sch_otherschool");
    const moved = personFromRow(bare, person, { ...later, homeSchoolId });
    expect(moved.employment.map(({ schoolId, to }) => [schoolId, to])).toEqual([
      [context.homeSchoolId, later.today],
      [homeSchoolId, null],
    ]);
    expect(moved.claims[0]?.endorsement).toBeNull();
    expect(moved.assurance).toBeNull();
  });

  test("with a designation renewed holds it once, with the new dates", () => {
    const person = personFromRow(row, undefined, context);
    if (!row.designation) throw new Error("The template's example is designated");
    const renewed = { ...row.designation, expiresOn: "2030-08-31" };
    expect(personFromRow({ ...row, designation: renewed }, person, later).designations).toEqual([renewed]);
  });
});
