import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fairestByTryingAll, type Tiers } from "./everyAnswer.arbitrary.ts";
import { instanceOf, type Sheet, sheets } from "./files.arbitrary.ts";
import { fairSolution } from "../instances/fairInstance.ts";
import { answerTo, certified, encodeInstance } from "../instances/solveInstance.ts";

/** What the fair mode reaches, tier by tier, with what it says of itself. */
function fairAnswerTo(
  sheet: Sheet,
  days: boolean,
): { tiers: Tiers; proven: boolean; certified: boolean; lossInFit: number; bestFit: number } {
  const options = { objectiveWeight: null, days, cases: 10_000 };
  const encoded = encodeInstance(instanceOf(sheet), options);
  if (encoded.kind !== "encoded") throw new Error(encoded.message);
  const best = answerTo(encoded, options);
  const fair = fairSolution(encoded, best, options);
  if (fair.kind !== "fair") throw new Error(fair.message);
  const answer = certified(encoded, fair.solution);
  const scores = Array.from(encoded.instance.score).filter((_, e) => answer.taken[e] === 1);
  return {
    tiers: [
      -answer.leastLoadShort,
      answer.priorityFilled,
      answer.filled,
      ...scores.toSorted((a, b) => a - b),
    ],
    proven: fair.fair.proven,
    certified: answer.certified,
    lossInFit: fair.fair.lossInFit,
    bestFit: certified(encoded, best).fit,
  };
}

/** Few scores, so that many answers share their worst. */
const sheetsOfFewScores = sheets({ requests: 4, people: 4, leastLoad: 1 }).map((sheet) => ({
  ...sheet,
  pairs: sheet.pairs.map((pair) => ({ ...pair, score: pair.score % 7 })),
}));

describe("the fairest answer to an instance", () => {
  it("is the best of all answers worst place first, and says so, where days do not bind", () => {
    fc.assert(
      fc.property(sheetsOfFewScores, (sheet) => {
        const { tiers, proven, certified: isCertified, lossInFit, bestFit } = fairAnswerTo(sheet, false);
        expect({ tiers, proven, isCertified }).toEqual({
          tiers: fairestByTryingAll(sheet, false),
          proven: true,
          isCertified: true,
        });
        expect(lossInFit).toBe(bestFit - tiers.slice(3).reduce((sum, score) => sum + score, 0));
      }),
      { numRuns: 1000 },
    );
  });

  it("is the best of all answers worst place first where days bind, when it says that it is proven", () => {
    fc.assert(
      fc.property(sheetsOfFewScores, (sheet) => {
        const { tiers, proven } = fairAnswerTo(sheet, true);
        fc.pre(proven);
        expect(tiers).toEqual(fairestByTryingAll(sheet, true));
      }),
      { numRuns: 1000 },
    );
  });
});
