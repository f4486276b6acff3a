import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import { bestByTryingAll } from "./everyAnswer.arbitrary.ts";
import { bestProposals, shortOf } from "./everyProposal.arbitrary.ts";
import { instanceOf, type Sheet, sheets } from "./files.arbitrary.ts";
import { smallOpenAreas } from "./openAreas.arbitrary.ts";
import { solveInstance } from "../instances/solveInstance.ts";
import type { MatchInput } from "../facts/facts.ts";
import type { MatchResult } from "../explain/result.ts";

const smallSheets = sheets({ requests: 4, people: 4, leastLoad: 2 });
const weights = fc.constantFrom(null, 0, 1, 30, 20_000);

describe("the answer to an instance", () => {
  it("is in every tier the best of all answers, and proven so", () => {
    fc.assert(
      fc.property(smallSheets, weights, fc.boolean(), (sheet, objectiveWeight, days) => {
        const outcome = solveInstance(instanceOf(sheet), { objectiveWeight, days, cases: 10_000 });
        const [short = 0, first, second] = bestByTryingAll(sheet, { days, objectiveWeight });
        const tiers =
          objectiveWeight === null ? { priorityFilled: first, fit: second } : { objective: first };
        expect(outcome).toMatchObject({ ...tiers, leastLoadShort: -short, gap: 0, certified: true });
      }),
      { numRuns: 1500 },
    );
  });

  it("gives no place away for any sum of scores, however long the chain of people who would be better placed", () => {
    for (let length = 1; length <= 9; length++) {
      const chain: Sheet = {
        scale: 100,
        requests: Array.from({ length }, () => ({ wanted: 1, days: 1, priority: 1 })),
        people: Array.from({ length }, () => ({ slots: 1, days: 1, leastLoad: 0 })),
        // Each request but the first would rather have the person of the one before it.
        pairs: Array.from({ length }, (_, i) => i).flatMap((i) =>
          [
            { request: i, person: i, score: 0 },
            { request: i, person: i - 1, score: 100 },
          ].filter(({ person }) => person >= 0),
        ),
      };
      for (const days of [true, false])
        expect(solveInstance(instanceOf(chain), { objectiveWeight: null, days, cases: 1000 })).toMatchObject({
          priorityFilled: length,
          fit: 0,
          gap: 0,
        });
    }
  });

  it("keeps the best of all answers between its objective and its bound when it must stop early", () => {
    fc.assert(
      fc.property(smallSheets, fc.constantFrom(0, 30, 20_000), (sheet, objectiveWeight) => {
        const outcome = solveInstance(instanceOf(sheet), { objectiveWeight, days: true, cases: 1 });
        if (outcome.kind !== "solved") throw new Error(outcome.message);
        const [short = 0, best = 0] = bestByTryingAll(sheet, { days: true, objectiveWeight });
        fc.pre(outcome.leastLoadShort === -short);
        expect(outcome.certified).toBe(true);
        expect(best).toBeGreaterThanOrEqual(outcome.objective);
        expect(best).toBeLessThanOrEqual(outcome.bound);
      }),
      { numRuns: 500 },
    );
  });
});

/** What the proposals of a run come to, tier by tier. */
function tiersOf(input: MatchInput, { objective, proposals }: MatchResult): number[] {
  const short = shortOf(input, (id) => proposals.filter(({ personId }) => personId === id).length);
  return [-short, objective.priorityWeighted, objective.fitLessRotation, objective.proposedAgain];
}

describe("the proposals of a run", () => {
  it("are in every tier the best of all proposals, and proven so", () => {
    fc.assert(
      fc.property(smallOpenAreas, (input) => {
        const result = matched(input);
        const { optimal } = result.certificate;
        expect({ tiers: tiersOf(input, result), optimal }).toEqual({
          tiers: bestProposals(input),
          optimal: true,
        });
      }),
      { numRuns: 500 },
    );
  });

  it("keep the best of all proposals between their objective and their bound when the search must stop early", () => {
    fc.assert(
      fc.property(smallOpenAreas, (area) => {
        const result = matched({ ...area, policy: { ...area.policy, searchCases: 1 } });
        const { objective, certificate } = result;
        const [short, priority = 0, fit = 0] = bestProposals(area);
        fc.pre(tiersOf(area, result)[0] === short);
        const { bound } = certificate;
        expect(certificate.valid).toBe(true);
        expect(priority).toBeGreaterThanOrEqual(objective.priorityWeighted);
        expect(priority).toBeLessThanOrEqual(bound.priorityWeighted);
        // The second tier is told beside the first: it bounds only answers that reach it.
        fc.pre(priority === objective.priorityWeighted && priority === bound.priorityWeighted);
        expect(fit).toBeGreaterThanOrEqual(objective.fitLessRotation);
        expect(fit).toBeLessThanOrEqual(bound.fitLessRotation);
      }),
      { numRuns: 300 },
    );
  });
});
