import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fairnessModes } from "../../domain/runs/matchingPolicy.ts";
import type { MatchInput } from "../facts/facts.ts";
import type { MatchPolicy } from "../facts/policy.ts";
import { match } from "../match.ts";
import { openRun } from "../openRun.ts";
import { openArea } from "../oracle/openAreas.arbitrary.ts";
import { type RotationLoss, rotationLoss } from "./rotationLoss.ts";

const areas = fc
  .record({
    practitioners: fc.integer({ min: 2, max: 10 }),
    requests: fc.integer({ min: 1, max: 8 }),
    seed: fc.nat(),
  })
  .map(openArea);
const modes = fc.constantFrom(...fairnessModes);

const under = (input: MatchInput, policy: Partial<MatchPolicy>): MatchInput => ({
  ...input,
  policy: { ...input.policy, ...policy },
});

function lossOf(input: MatchInput): RotationLoss {
  const opening = openRun(input);
  if (opening.kind === "invalid-input") throw new Error(JSON.stringify(opening.problems));
  return rotationLoss(opening.run);
}

function fitOf(input: MatchInput): number {
  const outcome = match(input);
  if (outcome.kind === "invalid-input") throw new Error(JSON.stringify(outcome.problems));
  return outcome.result.metrics.totalFit;
}

describe("the loss of rotation", () => {
  it("is the total fit of a run without its cost less that of the run, whatever else the policy asks", () => {
    fc.assert(
      fc.property(areas, modes, (area, fairness) => {
        const input = under(area, { fairness });
        const { lossInFit } = lossOf(input);
        expect(lossInFit).toBe(fitOf(under(input, { rotationCostPerLoad: 0 })) - fitOf(input));
      }),
      { numRuns: 40 },
    );
  });

  it("is never a gain where both answers are proven, and is sometimes a loss", () => {
    let losses = 0;
    fc.assert(
      fc.property(areas, fc.constantFrom("total-fit", "worst-first-among-best"), (area, fairness) => {
        const input = under(area, { fairness, stabilityBonus: 0, rotationCostPerLoad: 2500 });
        const { costPerLoad, lossInFit, proven } = lossOf(input);
        expect(costPerLoad).toBe(2500);
        fc.pre(proven);
        expect(lossInFit).toBeGreaterThanOrEqual(0);
        if (lossInFit > 0) losses++;
      }),
      { numRuns: 150 },
    );
    expect(losses).toBeGreaterThan(0);
  });

  it("is nothing where rotation costs nothing, and where the worst places come first", () => {
    fc.assert(
      fc.property(areas, (area) => {
        const free = lossOf(under(area, { rotationCostPerLoad: 0 }));
        expect(free).toEqual({ costPerLoad: 0, lossInFit: 0, proven: true });
        const { lossInFit, proven } = lossOf(
          under(area, { fairness: "worst-first", rotationCostPerLoad: 2500 }),
        );
        fc.pre(proven);
        expect(lossInFit).toBe(0);
      }),
      { numRuns: 60 },
    );
  });
});
