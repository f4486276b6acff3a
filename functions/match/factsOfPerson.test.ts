import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Person } from "../../shared/domain/people/person.ts";
import { freshCapacity } from "../../shared/domain/people/capacity.ts";
import { numbered, someSchool } from "../../test/harness/rows.ts";
import { accepted, person, rows, sent, today } from "../../test/harness/runRows.ts";
import { factsOf } from "./facts.ts";
import { capacityToMatch, factsOfPerson } from "./factsOfPerson.ts";

describe("capacity that a run may match", () => {
  const capacity = freshCapacity(person, "2025-26");

  it("is what is left less all that open offers of that year may yet take, and never below nothing", () => {
    const offers = fc.array(fc.record({ halfDays: fc.integer({ min: 1, max: 20 }), held: fc.boolean() }), {
      maxLength: 8,
    });
    fc.assert(
      fc.property(fc.nat(40), fc.nat(6), offers, (halfDaysLeft, deploymentsLeft, open) => {
        const left = capacityToMatch({
          capacity: { ...capacity, daysLeft: halfDaysLeft / 2, deploymentsLeft },
          offers: open.map(({ halfDays, held }) => {
            const offer = held ? accepted : sent;
            return { ...offer, terms: { ...offer.terms, days: halfDays / 2 } };
          }),
        });
        const untaken = open.filter(({ held }) => !held);
        const promised = untaken.reduce((sum, { halfDays }) => sum + halfDays, 0);
        expect(left).toEqual({
          halfDays: Math.max(0, halfDaysLeft - promised),
          slots: Math.max(0, deploymentsLeft - untaken.length),
        });
      }),
    );
  });

  it("is not touched by offers of another academic year", () => {
    const other = { ...sent, academicYear: "2026-27" };
    expect(capacityToMatch({ capacity, offers: [other] })).toEqual({ halfDays: 40, slots: 4 });
  });
});

describe("a practitioner's facts", () => {
  const holding = { capacity: freshCapacity(person, "2025-26"), offers: [], deployments: [] };

  it("count a school that still employs the person, beside the home school, as employer until today", () => {
    const employment = [
      ...person.employment,
      { schoolId: numbered.school(7), from: "2015-09-01", to: "2019-08-31" },
      { schoolId: numbered.school(8), from: "2024-09-01", to: null },
    ];
    expect(factsOfPerson({ ...person, employment }, holding, today).formerEmployers).toEqual([
      { schoolId: numbered.school(7), from: "2015-09-01", endedOn: "2019-08-31" },
      { schoolId: numbered.school(8), from: "2024-09-01", endedOn: today },
    ]);
  });

  it("say parked up to and including the day it lasts", () => {
    const parkedUntil = (until: string) =>
      factsOfPerson({ ...person, parked: { until, reason: "On leave" } }, holding, today).parked;
    expect([parkedUntil("2026-01-11"), parkedUntil(today)]).toEqual([false, true]);
  });

  it("carry interests by school, kind and days, and no word of what was written of them", () => {
    const note = "My wife teaches there";
    const since = "2025-09-01";
    const interest = { schoolId: numbered.school(7), kind: "family", since } as const;
    const declaredInterests = [{ ...interest, note }];
    const facts = factsOfPerson({ ...person, declaredInterests }, holding, today);
    expect(facts.declaredInterests).toEqual([{ ...interest, until: null }]);
  });

  it("end where an announced move begins: free days and the letter of assurance reach to the day before", () => {
    const moving: Person = { ...person, move: { homeSchoolId: numbered.school(3), from: "2026-03-02" } };
    const facts = factsOfPerson(moving, holding, today);
    expect([facts.availability, facts.assuranceValidUntil]).toEqual([
      [{ from: today, to: "2026-03-01" }],
      "2026-03-01",
    ]);
    expect(facts.nextSchool).toEqual({ schoolId: numbered.school(3), from: "2026-03-02" });
    const leaving = factsOfPerson(
      { ...moving, move: { homeSchoolId: null, from: "2026-03-02" } },
      holding,
      today,
    );
    expect("nextSchool" in leaving).toBe(false);
  });

  it("stand by the move whose date has come, and are none for whoever left", () => {
    const standing = (homeSchoolId: Person["homeSchoolId"] | null) =>
      factsOf({
        ...rows,
        schools: [someSchool(1), someSchool(2), someSchool(3)],
        people: [{ ...person, move: { homeSchoolId, from: today } }],
      }).years[0]?.input.practitioners;
    expect(standing(numbered.school(3))).toMatchObject([
      {
        homeSchoolId: numbered.school(3),
        assuranceValidUntil: null,
        formerEmployers: [{ schoolId: numbered.school(2), endedOn: today }],
      },
    ]);
    expect(standing(null)).toEqual([]);
  });

  it("carry no name and no address", () => {
    const text = JSON.stringify(factsOfPerson(person, holding, today));
    expect([text.includes(person.name), text.includes(person.email)]).toEqual([false, false]);
  });
});
