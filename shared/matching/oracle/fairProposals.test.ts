import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import type { FairnessMode } from "../../domain/runs/matchingPolicy.ts";
import type { MatchInput } from "../facts/facts.ts";
import type { MatchResult } from "../explain/result.ts";
import { isBetter } from "./everyAnswer.arbitrary.ts";
import { bestProposals, type Ranking, shortOf } from "./everyProposal.arbitrary.ts";
import { smallOpenAreas } from "./openAreas.arbitrary.ts";

const fairlyMatched = (input: MatchInput, fairness: FairnessMode): MatchResult =>
  matched({ ...input, policy: { ...input.policy, fairness, searchCases: 10_000 } });

const ascending = (fits: readonly number[]): number[] => fits.toSorted((a, b) => a - b);

/** Ranks of which the first places are the same for answers that are told apart further down only. */
const ranks: Readonly<Record<"worst-first" | "worst-first-among-best", Ranking>> = {
  "worst-first": ([short = 0, priority = 0, ...rest], fits) => [
    short,
    priority,
    fits.length,
    ...ascending(fits),
    ...rest,
  ],
  "worst-first-among-best": ([short = 0, priority = 0, total = 0, again = 0], fits) => [
    short,
    priority,
    total,
    fits.length,
    ...ascending(fits),
    again,
  ],
};
const fairModes = fc.constantFrom("worst-first" as const, "worst-first-among-best" as const);

function rankOf(input: MatchInput, { objective, proposals }: MatchResult, rank: Ranking) {
  const short = shortOf(input, (id) => proposals.filter(({ personId }) => personId === id).length);
  const { priorityWeighted, fitLessRotation, proposedAgain } = objective;
  return rank(
    [-short, priorityWeighted, fitLessRotation, proposedAgain],
    proposals.map(({ fit }) => fit),
  );
}

describe("the proposals of a run that puts the worst place first", () => {
  it("are in every tier the best of all proposals, and proven so, where there are days enough", () => {
    fc.assert(
      fc.property(smallOpenAreas, fairModes, (input, mode) => {
        const free: MatchInput = {
          ...input,
          practitioners: input.practitioners.map((person) => ({ ...person, capacityHalfDaysLeft: 1000 })),
        };
        const result = fairlyMatched(free, mode);
        expect(result.fairness.proven).toBe("every place");
        expect(result.certificate.optimal).toBe(true);
        expect(rankOf(free, result, ranks[mode])).toEqual(bestProposals(free, ranks[mode]));
      }),
      { numRuns: 250 },
    );
  });

  it("are where days are short the fairest of all proposals as far as is said to be proven", () => {
    fc.assert(
      fc.property(smallOpenAreas, fairModes, (input, mode) => {
        const result = fairlyMatched(input, mode);
        const [rank, best] = [rankOf(input, result, ranks[mode]), bestProposals(input, ranks[mode])];
        expect(result.certificate.valid).toBe(true);
        const tiers = mode === "worst-first" ? 3 : 4;
        const { proven: reach, placesProven } = result.fairness;
        const places = reach === "every place" ? result.proposals.length : (placesProven ?? 0);
        // The first tier is proven by the search for the best total, which here runs to its end.
        const proven = reach === "nothing" ? 2 : tiers + places;
        expect(rank.slice(0, proven)).toEqual(best.slice(0, proven));
        expect(isBetter(rank, best)).toBe(false);
      }),
      { numRuns: 250 },
    );
  });

  it("fill as much as those of the most fit, and say what fit that costs", () => {
    fc.assert(
      fc.property(smallOpenAreas, fairModes, (input, mode) => {
        const [fair, best] = [fairlyMatched(input, mode), fairlyMatched(input, "total-fit")];
        expect(fair.objective.priorityWeighted).toBe(best.objective.priorityWeighted);
        expect(fair.objective.fitLessRotation).toBeLessThanOrEqual(best.objective.fitLessRotation);
        expect(fair.fairness).toMatchObject({
          mode,
          lossInFit: best.metrics.totalFit - fair.metrics.totalFit,
          worstFit: fair.metrics.worstFit,
        });
        expect(best.fairness).toMatchObject({ mode: "total-fit", lossInFit: 0, proven: null });
      }),
      { numRuns: 100 },
    );
  });
});
