import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Deployment, deploymentStates } from "../deployments/deployment.ts";
import {
  madeUpDeployment,
  madeUpOutcome,
  madeUpRequest,
  objectiveIds,
} from "../deployments/deployment.testdata.ts";
import { PersonId, RunId, SchoolId } from "../ids.ts";
import { giniOf, type ImpactRows, impactOf } from "./impact.ts";
import { directions, FollowUp, type Outcome } from "./outcome.ts";
import { requestStates } from "../requests/request.ts";

const person = (number: number): PersonId => PersonId.parse(`per_${String(number).padStart(8, "0")}`);
const school = (number: number): SchoolId => SchoolId.parse(`sch_${String(number).padStart(8, "0")}`);

const deployment: fc.Arbitrary<Deployment> = fc
  .record({
    state: fc.constantFrom(...deploymentStates),
    who: fc.nat({ max: 8 }),
    at: fc.nat({ max: 4 }),
    planned: fc.integer({ min: 1, max: 20 }),
    share: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ state, who, at, planned, share }) => {
    const begun = state !== "not-started" && state !== "agreed";
    const delivered = begun ? Math.floor(planned * share) / 2 : 0;
    const base = madeUpDeployment();
    return {
      ...base,
      state,
      personId: person(who),
      schoolId: school(at),
      homeSchoolId: school(10 + who),
      agreement: { ...base.agreement, daysPlanned: planned / 2 },
      daysDelivered: delivered,
      daysCharged: delivered,
    };
  });

const outcome: fc.Arbitrary<Outcome> = fc
  .record({
    objectiveId: fc.constantFrom(...objectiveIds),
    direction: fc.constantFrom(...directions),
    level: fc.integer({ min: 1, max: 5 }),
    evidenceStrength: fc.integer({ min: 0, max: 4 }),
  })
  .map(({ objectiveId, direction, ...rest }) => ({
    ...madeUpOutcome(madeUpDeployment(), objectiveId, direction),
    ...rest,
  }));

const rows: fc.Arbitrary<ImpactRows> = fc.record({
  requests: fc.array(fc.constantFrom(...requestStates).map(madeUpRequest)),
  deployments: fc.array(deployment),
  outcomes: fc.array(outcome),
  evaluations: fc.constant([]),
  followUps: fc.constant([]),
  unmet: fc.array(
    fc
      .record({ slots: fc.integer({ min: 1, max: 3 }), constraint: fc.constantFrom("travel", "capacity") })
      .map(({ slots, constraint }) => ({
        runId: RunId.parse("run_00000001"),
        requestId: madeUpRequest("open").requestId,
        schoolId: school(1),
        slots,
        binding: { constraint, sentence: "Nobody near enough is free." },
        relaxations: [],
        isSettled: true,
        refusals: [],
      })),
  ),
  declinedOffers: fc.constant([]),
  practitionerIds: fc.uniqueArray(fc.nat({ max: 12 }).map(person)),
  schools: fc.constant([]),
});

const nothing: ImpactRows = {
  requests: [],
  deployments: [],
  outcomes: [],
  evaluations: [],
  followUps: [],
  unmet: [],
  declinedOffers: [],
  practitionerIds: [],
  schools: [],
};

const total = (counts: Readonly<Record<string, number>>): number =>
  Object.values(counts).reduce((sum, count) => sum + count, 0);

describe("the impact of a partnership", () => {
  it("counts every row once, under whatever heading", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const impact = impactOf(given);
        expect(total(impact.requests)).toBe(given.requests.length);
        expect(total(impact.deployments)).toBe(given.deployments.length);
        for (const counts of [
          impact.outcomesByLevel,
          impact.outcomesByDirection,
          impact.outcomesByEvidenceStrength,
        ])
          expect(total(counts)).toBe(given.outcomes.length);
        const unmetSlots = given.unmet.reduce((sum, need) => sum + need.slots, 0);
        expect(total(impact.unmetByConstraint)).toBe(unmetSlots);
      }),
    );
  });

  it("tells what lasted a term and three terms after apart, by what schools answered", () => {
    const { deploymentId, requestId, schoolId } = madeUpDeployment();
    const objectiveId = "obj_00000001";
    const asked = { deploymentId, requestId, objectiveId, schoolId, dueOn: "2027-01-04", revision: 0 };
    const answer = { direction: "better", evidenceStrength: 2, comment: "", at: "2027-01-05T10:00:00Z" };
    const followUps = [
      { ...asked, followUpId: "fol_aaaaaaaa", after: "one-term", state: "answered", answer },
      { ...asked, followUpId: "fol_bbbbbbbb", after: "three-terms", state: "due", answer: null },
    ].map((each) => FollowUp.parse(each));
    const { followUpAnswers } = impactOf({ ...nothing, followUps });
    expect(followUpAnswers["one-term"]).toMatchObject({ better: 1, worse: 0 });
    expect(total(followUpAnswers["three-terms"] ?? {})).toBe(0);
  });

  it("delivers no more than was planned, and charges what home schools and brokerage share", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { days, ...impact } = impactOf(given);
        expect(days.delivered).toBeLessThanOrEqual(days.planned);
        expect(impact.homeSchoolSharePence + impact.brokeragePence).toBe(impact.chargedPence);
      }),
    );
  });

  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(rows, (given) => {
        const turned = {
          ...given,
          requests: given.requests.toReversed(),
          deployments: given.deployments.toReversed(),
          outcomes: given.outcomes.toReversed(),
          unmet: given.unmet.toReversed(),
          practitionerIds: given.practitionerIds.toReversed(),
        };
        expect(impactOf(turned)).toEqual(impactOf(given));
      }),
    );
  });

  it("names every state and level, also those without a row", () => {
    const none = impactOf(nothing);
    expect(Object.keys(none.requests)).toEqual([...requestStates]);
    expect(none.outcomesByLevel).toEqual({ 1: 0, 2: 0, 3: 0, 4: 0, 5: 0 });
    expect(none.load).toEqual({ practitioners: 0, active: 0, topFiveShare: 0, gini: 0 });
  });
});

describe("the load of practitioners", () => {
  it("is what is agreed while work goes on, and what was delivered once it is over", () => {
    const [busy, done] = [person(1), person(2)];
    const none = impactOf({ ...nothing, practitionerIds: [busy, done, person(3)] });
    expect(none.load).toEqual({ practitioners: 3, active: 0, topFiveShare: 0, gini: 0 });
    const { load } = impactOf({
      ...nothing,
      practitionerIds: [busy, done],
      deployments: [
        { ...madeUpDeployment({ state: "in-delivery", daysDelivered: 1 }), personId: busy },
        { ...madeUpDeployment({ state: "curtailed", daysDelivered: 2 }, 2), personId: done },
      ],
    });
    expect(load).toEqual({ practitioners: 2, active: 1, topFiveShare: 1, gini: giniOf([12, 4]) });
  });
});

describe("the Gini coefficient of load", () => {
  const loads = fc.array(fc.nat({ max: 60 }), { minLength: 1, maxLength: 30 });

  it("agrees with the mean difference between all pairs, and lies between 0 and 1", () => {
    fc.assert(
      fc.property(loads, (each) => {
        const sum = each.reduce((all, load) => all + load, 0);
        const differences = each.flatMap((a) => each.map((b) => Math.abs(a - b)));
        const byPairs =
          sum === 0 ? 0 : differences.reduce((all, gap) => all + gap, 0) / (2 * each.length * sum);
        expect(Math.abs(giniOf(each) - byPairs)).toBeLessThanOrEqual(0.0005 + 1e-12);
        expect(giniOf(each)).toBeGreaterThanOrEqual(0);
        expect(giniOf(each)).toBeLessThan(1);
      }),
    );
  });

  it("is 0 when all carry the same", () => {
    fc.assert(
      fc.property(fc.nat({ max: 60 }), fc.integer({ min: 1, max: 30 }), (load, people) => {
        expect(giniOf(Array.from({ length: people }, () => load))).toBe(0);
      }),
    );
  });
});
