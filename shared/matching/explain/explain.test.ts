import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { opened } from "../answered.testdata.ts";
import type { MatchPractitioner, MatchRequest, RuleOverride } from "../facts/facts.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { rosterOf } from "../facts/roster.ts";
import type { OpenRun } from "../openRun.ts";
import { hardRules } from "../rules/rules.ts";
import { proposalsOf } from "./explain.ts";
import type { Proposal } from "./result.ts";

/** Areas in which nobody is proposed twice, so that what is changed about a person touches one proposal. */
const areas = fc.integer({ min: 1, max: 1_000_000 }).map((seed) => {
  const area = madeUpArea({ schools: 9, practitioners: 12, requests: 6, codes: 3, seed });
  const practitioners = area.practitioners.map((row) => ({
    ...row,
    capacitySlotsLeft: Math.min(1, row.capacitySlotsLeft),
  }));
  return { ...area, practitioners };
});

interface Spoiling {
  readonly person?: (person: MatchPractitioner, request: MatchRequest) => Partial<MatchPractitioner>;
  readonly request?: (request: MatchRequest, person: MatchPractitioner) => Partial<MatchRequest>;
}

/** For each rule, facts about a proposed pair by which it would have refused them. */
const spoilings: Readonly<Record<string, Spoiling>> = {
  expertise: { person: () => ({ claims: [] }) },
  "same-school": { person: (_, request) => ({ homeSchoolId: request.schoolId }) },
  "past-employer": {
    person: (_, request) => ({ formerEmployers: [{ schoolId: request.schoolId, endedOn: "2099-12-31" }] }),
  },
  "declared-reason": {
    person: (_, { schoolId }) => ({
      declaredInterests: [{ schoolId, kind: "family", since: null, until: null }],
    }),
  },
  "assurance-lapsed": { person: () => ({ assuranceValidUntil: null }) },
  "designation-missing": { request: () => ({ requiredDesignation: "Nobody's title" }) },
  parked: { person: () => ({ parked: true }) },
  "held-already": { request: (_, { id }) => ({ alreadyHeld: [id] }) },
  "declined-already": { request: (_, { id }) => ({ declinedBy: [id] }) },
  excluded: { request: (_, { id }) => ({ excluded: [id] }) },
  phase: { person: () => ({ phases: [] }) },
  mode: { person: () => ({ modes: [] }) },
  "no-slots": { person: () => ({ capacitySlotsLeft: 0 }) },
  "no-days": { person: () => ({ capacityHalfDaysLeft: 0 }) },
};

/** The proposals of a run whose facts about one proposal turn out to be others after it is solved. */
function explainedWith(run: OpenRun, { requestId, personId }: Proposal, spoiling: Spoiling) {
  const { input, requests, practitioners } = run.roster;
  const request = requests.find(({ id }) => id === requestId);
  const person = practitioners.find(({ id }) => id === personId);
  if (request === undefined || person === undefined) throw new Error("Proposals are of rows of the run");
  const changed = {
    ...input,
    practitioners: practitioners.map((row) =>
      row === person ? { ...row, ...spoiling.person?.(row, request) } : row,
    ),
    requests: requests.map((row) => (row === request ? { ...row, ...spoiling.request?.(row, person) } : row)),
  };
  return proposalsOf({ ...run, roster: rosterOf(changed) });
}

describe("proposals", () => {
  it("are never told of a pair that any rule refuses", () => {
    fc.assert(
      fc.property(areas, fc.constantFrom(...Object.keys(spoilings)), fc.nat(), (area, rule, which) => {
        const run = opened(area);
        const proposals = proposalsOf(run);
        const proposal = proposals[which % Math.max(1, proposals.length)];
        fc.pre(proposal !== undefined);
        expect(() => explainedWith(run, proposal, spoilings[rule] ?? {})).toThrow(
          /which the rule .+ refuses$/,
        );
      }),
      { numRuns: 150 },
    );
  });

  it("name the rule that was overlooked, and tell the reason instead where it was set aside", () => {
    fc.assert(
      fc.property(areas, fc.nat(), (area, which) => {
        const run = opened(area);
        const proposals = proposalsOf(run).filter(({ overridden }) => overridden.length === 0);
        const proposal = proposals[which % Math.max(1, proposals.length)];
        fc.pre(proposal !== undefined);
        const { personId, requestId } = proposal;
        const spoiling = spoilings["past-employer"] ?? {};
        expect(() => explainedWith(run, proposal, spoiling)).toThrow(
          `The run proposes ${personId} for ${requestId}, which the rule past-employer refuses`,
        );
        const override: RuleOverride = { personId, rule: "past-employer", reason: "Left long ago" };
        const told = explainedWith(run, proposal, {
          ...spoiling,
          request: () => ({ overrides: [override] }),
        });
        const same = told.find((row) => row.personId === personId && row.requestId === requestId);
        expect(same?.overridden).toEqual([{ rule: "past-employer", reason: "Left long ago" }]);
        expect(same?.rulesPassed).toEqual(
          hardRules.map(({ name }) => name).filter((name) => name !== "past-employer"),
        );
      }),
      { numRuns: 60 },
    );
  });

  it("are never told with another fit than the run reckoned with", () => {
    fc.assert(
      fc.property(areas, fc.nat(), (area, which) => {
        const run = opened(area);
        const proposals = proposalsOf(run).filter(({ pinned }) => !pinned);
        const proposal = proposals[which % Math.max(1, proposals.length)];
        fc.pre(proposal !== undefined);
        const busier: Spoiling = { person: ({ loadSlots }) => ({ loadSlots: loadSlots + 40 }) };
        expect(() => explainedWith(run, proposal, busier)).toThrow(/whose fit is/);
      }),
      { numRuns: 60 },
    );
  });
});
