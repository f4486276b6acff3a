import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import type { InputProblem, MatchInput, MatchPractitioner, MatchRequest } from "../facts/facts.ts";
import { madeUpArea, personId, requestId, schoolId } from "../facts/madeUpArea.ts";
import { match } from "../match.ts";
import { openArea } from "./openAreas.arbitrary.ts";

const area = madeUpArea({ schools: 6, practitioners: 6, requests: 5, codes: 4, seed: 11 });

const problemsWith = (input: MatchInput): readonly InputProblem[] => {
  const outcome = match(input);
  return outcome.kind === "invalid-input" ? outcome.problems : [];
};

const withPerson = (change: Partial<MatchPractitioner>): MatchInput => ({
  ...area,
  practitioners: area.practitioners.map((row, at) => (at === 2 ? { ...row, ...change } : row)),
});
const withRequest = (change: Partial<MatchRequest>): MatchInput => ({
  ...area,
  requests: area.requests.map((row, at) => (at === 3 ? { ...row, pinned: [], ...change } : row)),
});
const withPolicy = (change: Partial<MatchInput["policy"]>): MatchInput => ({
  ...area,
  policy: { ...area.policy, ...change },
});
const [person, request] = [`practitioners/${personId(2)}`, `requests/${requestId(3)}`];

describe("facts that cannot be used", () => {
  it.each<[string, MatchInput, string]>([
    ["negative places", withPerson({ capacitySlotsLeft: -1 }), `${person}/capacitySlotsLeft`],
    ["half a place", withPerson({ capacitySlotsLeft: 0.5 }), `${person}/capacitySlotsLeft`],
    ["negative days", withPerson({ capacityHalfDaysLeft: -2 }), `${person}/capacityHalfDaysLeft`],
    ["days without end", withPerson({ capacityHalfDaysLeft: Infinity }), `${person}/capacityHalfDaysLeft`],
    ["a load that is no number", withPerson({ loadSlots: Number.NaN }), `${person}/loadSlots`],
    ["a travel limit below nothing", withPerson({ travelLimitMetres: -1 }), `${person}/travelLimitMetres`],
    ["a home that is not there", withPerson({ homeSchoolId: schoolId(99) }), `${person}/homeSchoolId`],
    [
      "a span that ends before it begins",
      withPerson({ availability: [{ from: "2026-02-02", to: "2026-02-01" }] }),
      `${person}/availability/0`,
    ],
    ["a date that is none", withPerson({ assuranceValidUntil: "2026-02-30" }), `${person}/dates`],
    ["no days asked for", withRequest({ halfDays: 0 }), `${request}/halfDays`],
    ["fewer than no people", withRequest({ people: -1 }), `${request}/people`],
    ["people without end", withRequest({ people: Infinity }), `${request}/people`],
    ["a school that is not there", withRequest({ schoolId: schoolId(99) }), `${request}/schoolId`],
    ["a pin on nobody", withRequest({ pinned: [personId(99)] }), `${request}/pinned`],
    ["none from one school", withRequest({ maxFromOneSchool: 0 }), `${request}/maxFromOneSchool`],
    [
      "a window that ends before it begins",
      withRequest({ window: { from: "2026-03-02", to: "2026-03-01" } }),
      `${request}/window`,
    ],
    [
      "a next half term that begins before the window is over",
      withRequest({
        window: { from: "2026-03-01", to: "2026-03-05" },
        nextHalfTerm: { from: "2026-03-05", to: "2026-04-01" },
      }),
      `${request}/nextHalfTerm`,
    ],
    ["a policy of negative rotation", withPolicy({ rotationCostPerLoad: -1 }), "policy/rotationCostPerLoad"],
    [
      "a policy that gives no priority its weight",
      withPolicy({ priorityWeights: [1, 2, 0, 4] }),
      "policy/priorityWeights/2",
    ],
    [
      "a policy of weights that sum to less",
      withPolicy({ weights: { ...area.policy.weights, context: 9 } }),
      "policy/weights",
    ],
    ["a day that is none", { ...area, today: "yesterday" }, "today"],
    [
      "a closed day that is none",
      { ...area, calendars: [{ id: "authority-373", closed: [{ from: "2026-02-29", to: "2026-03-02" }] }] },
      "calendars/authority-373/closed/0",
    ],
    [
      "a calendar that is not there",
      { ...area, schools: area.schools.map((row, at) => (at === 1 ? { ...row, calendar: "none" } : row)) },
      `schools/${schoolId(1)}/calendar`,
    ],
  ])("are refused for %s, naming the row", (_, input, where) => {
    expect(problemsWith(input).map((problem) => problem.where)).toEqual([where]);
  });

  it("are refused when a row stands twice, whichever it is", () => {
    const twice = <Row>(rows: readonly Row[]): Row[] => [...rows, ...rows.slice(0, 1)];
    expect(problemsWith({ ...area, practitioners: twice(area.practitioners) })).toMatchObject([
      { where: `practitioners/${personId(0)}` },
    ]);
    expect(problemsWith({ ...area, requests: twice(area.requests) })).toMatchObject([
      { where: `requests/${requestId(0)}` },
    ]);
    expect(problemsWith({ ...area, schools: twice(area.schools) })).toMatchObject([
      { where: `schools/${schoolId(0)}` },
    ]);
  });

  it("are named alike for any order of their rows", () => {
    const bad = withPerson({ capacitySlotsLeft: -1, loadSlots: 0.5 });
    const turned = {
      ...bad,
      practitioners: bad.practitioners.toReversed(),
      requests: bad.requests.toReversed(),
    };
    expect(problemsWith(turned)).toEqual(problemsWith(bad));
  });
});

describe("an empty side", () => {
  it.each<[string, Partial<MatchInput>]>([
    ["requests", { requests: [] }],
    ["practitioners", { practitioners: [], requests: area.requests.map((row) => ({ ...row, pinned: [] })) }],
    ["rows at all", { requests: [], practitioners: [], schools: [], recentSupport: [] }],
    ["claims", { practitioners: area.practitioners.map((row) => ({ ...row, claims: [] })) }],
    ["places", { practitioners: area.practitioners.map((row) => ({ ...row, capacitySlotsLeft: 0 })) }],
  ])("of no %s is answered with nothing, certified, and every open place is told", (_, change) => {
    const input = { ...area, ...change };
    const result = matched(input);
    expect(result.proposals).toEqual([]);
    expect(result.objective).toEqual({
      leastLoads: 0,
      priorityWeighted: 0,
      fitLessRotation: 0,
      proposedAgain: 0,
    });
    expect(result.certificate).toMatchObject({ valid: true, optimal: true });
    expect(result.unmet.map(({ requestId: id, slots }) => [id, slots])).toEqual(
      input.requests.map(({ id, people }) => [id, people]),
    );
  });
});

describe("totals that could not be exact", () => {
  it("are refused by the request that weighs most", () => {
    const crowd = openArea({ practitioners: 100, requests: 8, seed: 5 });
    const requests = crowd.requests.map((row, at) => ({
      ...row,
      pinned: [],
      people: at === 1 ? 100 : 90,
      priority: 4 as const,
    }));
    const practitioners = crowd.practitioners.map((row) => ({ ...row, loadSlots: 200 }));
    const policy = {
      ...crowd.policy,
      priorityWeights: [1, 1, 1, 10_000] as const,
      rotationCostPerLoad: 10_000,
    };
    expect(problemsWith({ ...crowd, policy, practitioners, requests })).toEqual([
      { where: `requests/${requestId(1)}`, message: expect.stringContaining("730 open places") },
    ]);
  });
});
