import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Proposal, RunSummary, UnmetNeed } from "../../shared/domain/runs/run.ts";
import type { CertificateSummary } from "../../shared/matching/explain/result.ts";
import type { FairnessMode } from "../../shared/domain/runs/matchingPolicy.ts";
import { madeUpArea } from "../../shared/matching/facts/madeUpArea.ts";
import { gapOf } from "./answer.ts";
import { answered } from "./answered.testdata.ts";
import { matchYears } from "./matchYears.ts";

describe("the answer of a run as rows", () => {
  it("fits the rows' schemas, and says of each wanted place who fills it or why nobody does", () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const { input, answer } = answered(seed);
        for (const row of answer.proposals) Proposal.parse(row);
        for (const row of answer.unmet) UnmetNeed.parse(row);
        RunSummary.parse({ ...answer.summary, stages: [], milliseconds: { read: 0, match: 0, publish: 0 } });
        const wanted = input.requests.reduce((sum, { people }) => sum + people, 0);
        const unmet = answer.unmet.reduce((sum, { slots }) => sum + slots, 0);
        expect(answer.proposals.length + unmet).toBe(wanted);
        expect(answer.summary).toMatchObject({ slotsWanted: wanted, slotsFilled: answer.proposals.length });
      }),
      { numRuns: 25 },
    );
  });

  it("gives fits in points out of 100 that are the sum of their components", () => {
    fc.assert(
      fc.property(fc.nat(10_000), (seed) => {
        const wrong = answered(seed).answer.proposals.filter(({ fit, components }) => {
          const total = components.reduce((sum, { points }) => sum + Math.round(points * 100), 0);
          return fit < 0 || fit > 100 || total !== Math.round(fit * 100);
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it("fails whole, and names the row, when a row cannot be used", () => {
    const input = madeUpArea({ schools: 3, practitioners: 2, requests: 1, codes: 8, seed: 1 });
    const [first] = input.requests;
    const requests = first ? [{ ...first, halfDays: 0.5 }] : [];
    const years = [{ academicYear: "2025-26", input: { ...input, requests } }];
    expect(matchYears({ years })).toMatchObject({
      kind: "failed",
      failure: expect.stringContaining(`requests/${first?.id}/halfDays`),
    });
  });
});

describe("the gap of a run", () => {
  it("is nothing when optimal, else the missing share of the highest tier that misses any", () => {
    const gaps = [
      gapOf(proved({}, "total-fit")),
      gapOf(proved({ fitLessRotation: 10 }, "total-fit")),
      gapOf(proved({ priorityWeighted: 5, fitLessRotation: 10 }, "total-fit")),
    ];
    expect(gaps).toEqual([0, 0.01, 0.1]);
  });

  it("counts no fit that is given up for the worst place, and nothing where nothing is fairer", () => {
    const gaps = [
      gapOf(proved({ fitLessRotation: 10 }, "worst-first")),
      gapOf(proved({ priorityWeighted: 5, fitLessRotation: 10 }, "worst-first")),
      gapOf(proved({ fitLessRotation: 10 }, "worst-first-among-best")),
      gapOf(proved({ priorityWeighted: 5 }, "worst-first", true)),
    ];
    expect(gaps).toEqual([0, 0.1, 0.01, 0]);
  });
});

/** A run of which the bound is not reached by so much. */
function proved(
  missing: Partial<CertificateSummary["gap"]>,
  mode: FairnessMode,
  optimal = false,
): Parameters<typeof gapOf>[0] {
  const bound = { leastLoads: 2, priorityWeighted: 50, fitLessRotation: 1000 };
  const gap = { leastLoads: 0, priorityWeighted: 0, fitLessRotation: 0, ...missing };
  return { certificate: { bound, gap, optimal }, fairness: { mode } };
}
