import { describe, expect, it } from "vitest";
import { leavesByMark } from "../../shared/domain/people/expertise.ts";
import type { Person } from "../../shared/domain/people/person.ts";
import { freshCapacity } from "../../shared/domain/people/capacity.ts";
import { rosterOf } from "../../shared/matching/facts/roster.ts";
import { match } from "../../shared/matching/match.ts";
import { refusals } from "../../shared/matching/rules/rules.ts";
import { numbered, somePerson, someRequest, someSchool } from "../../test/harness/rows.ts";
import { person, request, rows, sent, today } from "../../test/harness/runRows.ts";
import { factsOf } from "./facts.ts";
import { factsOfPerson } from "./factsOfPerson.ts";
import { packed, unpacked } from "./stagedFacts.ts";

describe("the facts of a run", () => {
  it("are such that the engine proposes the one who may come", () => {
    const [year] = factsOf(rows).years;
    const outcome = year ? match(year.input) : undefined;
    expect(outcome).toMatchObject({
      kind: "matched",
      result: { proposals: [{ requestId: request.requestId, personId: person.personId }] },
    });
  });

  it("put who claims a leaf before who claims its code, and that before who is only near", () => {
    const leaf = { mark: "LW", under: "CT-03", name: "Little steps", isRetired: false, revision: 0 };
    const claiming = (number: number, code: string) => {
      const each = somePerson(number, numbered.school(2));
      return { ...each, claims: each.claims.map((claim) => ({ ...claim, code })) };
    };
    const people = [claiming(1, "CT-04"), claiming(2, "CT-03"), claiming(3, "CT-03.LW")];
    const proposedFor = (primary: string, among: readonly Person[]) => {
      const asked = { ...request, codes: { primary, secondary: [] } };
      const facts = factsOf({ ...rows, people: among, requests: [asked], leaves: leavesByMark([leaf]) });
      const [year] = facts.years;
      const outcome = year ? match(year.input) : undefined;
      return outcome?.kind === "matched" ? outcome.result.proposals.map(({ personId }) => personId) : [];
    };
    const [near, ofCode, ofLeaf] = people.map(({ personId }) => personId);
    expect(proposedFor("CT-03.LW", people)).toEqual([ofLeaf]);
    expect(proposedFor("CT-03.LW", people.slice(0, 2))).toEqual([ofCode]);
    expect(proposedFor("CT-03.LW", people.slice(0, 1))).toEqual([near]);
    expect(proposedFor("CT-03", people.slice(2))).toEqual([ofLeaf]);
    expect(proposedFor("CT-16", people)).toEqual([]);
  });

  it("leave out, by name and reason, what cannot be matched, and people whose school is gone", () => {
    const facts = factsOf({
      ...rows,
      schools: [{ ...someSchool(1), status: "closed" }],
      requests: [
        request,
        someRequest(2, numbered.school(9), today),
        { ...someRequest(3, numbered.school(1), today), slotsOpen: 0 },
      ],
    });
    expect(facts.leftOut.map(({ requestId, constraint }) => [requestId, constraint])).toEqual([
      [numbered.request(1), "school-not-open"],
      [numbered.request(2), "school-not-in-register"],
    ]);
    expect(facts.years.map(({ input }) => [input.requests, input.practitioners])).toEqual([[[], []]]);
  });

  it("report a pin of somebody who cannot be matched, in place of failing the run", () => {
    const stranger = numbered.person(77);
    const pinned = { ...request, pins: [{ personId: stranger, reason: "Asked for by name" }] };
    const facts = factsOf({ ...rows, requests: [pinned] });
    expect(facts.unfollowed).toMatchObject([{ personId: stranger, kind: "pin" }]);
    expect(facts.years[0]?.input.requests[0]?.pinned).toEqual([]);
  });

  it("count each academic year's requests against that year's capacity", () => {
    const next = {
      ...someRequest(2, numbered.school(1), today),
      window: { from: "2026-09-07", to: "2026-12-11" },
    };
    const facts = factsOf({
      ...rows,
      requests: [request, next],
      capacities: [{ ...freshCapacity(person, "2025-26"), daysLeft: 0.5 }],
    });
    expect(
      facts.years.map(({ academicYear, input }) => [
        academicYear,
        input.requests.map(({ id }) => id),
        input.practitioners[0]?.capacityHalfDaysLeft,
      ]),
    ).toEqual([
      ["2025-26", [numbered.request(1)], 1],
      ["2026-27", [numbered.request(2)], 40],
    ]);
  });

  it("carry a limit of people from one school, and the deployments still owed to somebody", () => {
    const owed = { ...person, leastDeployments: 2 };
    const limited = { ...request, maxFromOneSchool: 1 };
    const facts = factsOf({ ...rows, people: [owed], requests: [limited] });
    const [year] = facts.years;
    expect(year?.input.requests[0]?.maxFromOneSchool).toBe(1);
    expect(year?.input.practitioners[0]?.leastSlots).toBe(2);
    expect(unpacked(packed(facts))).toEqual(facts);
    const holding = { capacity: freshCapacity(person, "2025-26"), offers: [sent], deployments: [] };
    expect(factsOfPerson(owed, holding, today).leastSlots).toBe(1);
  });

  it("are found again as they were once packed, and nothing is made of another shape", () => {
    const facts = factsOf({ ...rows, offers: [{ ...sent, requestId: numbered.request(5) }] });
    expect(unpacked(packed(facts))).toEqual(facts);
    const strange = { ...facts, years: [{ academicYear: "2025-26" }] };
    const text = packed(JSON.parse(JSON.stringify(strange)));
    expect(() => unpacked(text)).toThrow("input");
  });

  it("of an earlier engine are read as undated ties that forbid what they did", () => {
    const { years, ...rest } = factsOf(rows);
    const earlier = years.map(({ academicYear, input }) => {
      const { pastMembershipMonths: _unknown, ...policy } = input.policy;
      return {
        academicYear,
        input: {
          ...input,
          policy,
          schools: input.schools.map(({ memberships: _ties, concern: _concern, ...school }) => ({
            ...school,
            trustCode: "7",
            federationCode: null,
            inCategoryOfConcern: true,
          })),
          practitioners: input.practitioners.map((row) => ({
            ...row,
            declaredInterests: [numbered.school(1)],
          })),
          recentSupport: [
            { homeSchoolId: numbered.school(1), receivingSchoolId: numbered.school(2), onDate: today },
          ],
        },
      };
    });
    const [year] = unpacked(packed(JSON.parse(JSON.stringify({ ...rest, years: earlier })))).years;
    expect(year?.input.schools[0]).toMatchObject({
      memberships: [{ kind: "trust", code: "7", from: null, to: null }],
      concern: { by: "broker" },
    });
    const outcome = year && match(year.input);
    const [need] = outcome?.kind === "matched" ? outcome.result.unmet : [];
    expect(need?.binding.code).toBe("same-trust");
    const roster = year && rosterOf(year.input);
    const [asked] = roster?.requests ?? [];
    const pair = asked && roster?.pairsFor(asked)(0);
    expect(pair && refusals(pair).map(({ name }) => name)).toEqual([
      "same-trust",
      "declared-reason",
      "reciprocal",
      "home-school-in-concern",
    ]);
  });
});
