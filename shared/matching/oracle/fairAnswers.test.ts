import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fairestByTryingAll, type Tiers } from "./everyAnswer.arbitrary.ts";
import { instanceOf, type Sheet, sheets } from "./files.arbitrary.ts";
import { type FairFigures, fairSolution } from "../instances/fairInstance.ts";
import { encodeInstance } from "../instances/encodeInstance.ts";
import { answerTo, certified, type InstanceAnswer } from "../instances/solveInstance.ts";

interface Both {
  /** What the fair answer reaches, tier by tier: least loads, priority, places, then fits from the worst on. */
  readonly tiers: Tiers;
  readonly fair: FairFigures;
  readonly answer: InstanceAnswer;
  /** The answer of the most fit. */
  readonly best: InstanceAnswer;
}

function fairAnswerTo(sheet: Sheet, days: boolean): Both {
  const options = { objectiveWeight: null, days, cases: 10_000 };
  const encoded = encodeInstance(instanceOf(sheet), options);
  if (encoded.kind !== "encoded") throw new Error(encoded.message);
  const best = answerTo(encoded, options);
  const found = fairSolution(encoded, best, options);
  if (found.kind !== "fair") throw new Error(found.message);
  const answer = certified(encoded, found.solution);
  const scores = Array.from(encoded.instance.score).filter((_, e) => answer.taken[e] === 1);
  const { leastLoadShort, priorityFilled, filled } = answer;
  return {
    tiers: [-leastLoadShort, priorityFilled, filled, ...scores.toSorted((a, b) => a - b)],
    fair: found.fair,
    answer,
    best: certified(encoded, best),
  };
}

/** Some of few scores, so that many answers share their worst. */
const someSheets = fc
  .tuple(sheets({ requests: 4, people: 4, leastLoad: 2 }), fc.constantFrom(7, 1000))
  .map(([sheet, scores]) => ({
    ...sheet,
    pairs: sheet.pairs.map((pair) => ({ ...pair, score: pair.score % scores })),
  }));

describe("the fairest answer to an instance", () => {
  it("is the best of all answers worst place first, and says so, where days do not bind", () => {
    fc.assert(
      fc.property(someSheets, (sheet) => {
        const { tiers, fair, answer } = fairAnswerTo(sheet, false);
        expect(tiers).toEqual(fairestByTryingAll(sheet, false));
        expect(fair).toMatchObject({
          proven: true,
          provenUpTo: "every place",
          worstFit: tiers[3] ?? null,
          worstFitAtMost: tiers[3] ?? null,
          graded: null,
        });
        expect(answer.certified).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("is where days bind as far as it says the best of all answers worst place first", () => {
    fc.assert(
      fc.property(someSheets, (sheet) => {
        const { tiers, fair, answer } = fairAnswerTo(sheet, true);
        expect(answer.certified).toBe(true);
        const told = 3 + fair.placesProven;
        const fairest = fairestByTryingAll(sheet, true);
        expect(tiers.slice(0, told)).toEqual(fairest.slice(0, told));
        const isAsGood = tiers.slice(0, 3).every((each, tier) => each === fairest[tier]);
        const atMost = isAsGood ? (fair.worstFitAtMost ?? Infinity) : Infinity;
        expect(atMost).toBeGreaterThanOrEqual(fairest[3] ?? 0);
        const isWorstProven = isAsGood && fair.provenUpTo !== "nothing";
        expect(isWorstProven ? fair.worstFit : null).toBe(isWorstProven ? (fairest[3] ?? null) : null);
        expect(fair.proven).toBe(fair.provenUpTo === "every place");
        expect(fair.placesProven).toBeGreaterThanOrEqual(fair.proven ? answer.filled : 0);
      }),
      { numRuns: 1000 },
    );
  });

  it("fills as much as the answer of the most fit, has no worse worst place, and says what fit that costs", () => {
    fc.assert(
      fc.property(someSheets, fc.boolean(), (sheet, days) => {
        const { fair, answer, best } = fairAnswerTo(sheet, days);
        const { priorityFilled, leastLoadShort } = best;
        expect(answer).toMatchObject({ priorityFilled, leastLoadShort });
        expect(fair.lossInFit).toBe(best.fit - answer.fit);
        expect(fair.lossInFit).toBeGreaterThanOrEqual(0);
        const isAsFull = answer.filled === best.filled;
        expect(fair.worstFit ?? 0).toBeGreaterThanOrEqual(isAsFull ? (best.worstFit ?? 0) : 0);
      }),
      { numRuns: 300 },
    );
  });
});
