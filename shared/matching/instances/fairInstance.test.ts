import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instanceOf, type Sheet, sheets } from "../oracle/files.arbitrary.ts";
import { type FairFigures, fairSolution } from "./fairInstance.ts";
import { answerTo, certified, encodeInstance, type InstanceAnswer } from "./solveInstance.ts";

interface Both {
  readonly fair: FairFigures;
  readonly fairAnswer: InstanceAnswer;
  readonly bestAnswer: InstanceAnswer;
  readonly ladder: readonly number[];
}

function fairly(sheet: Sheet, days: boolean): Both {
  const asked = { objectiveWeight: null, days, cases: 10_000 };
  const encoded = encodeInstance(instanceOf(sheet), asked);
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const best = answerTo(encoded, asked);
  const found = fairSolution(encoded, best, asked);
  if (found.kind === "too-large") throw new Error(found.message);
  const fairAnswer = certified(encoded, found.solution);
  const ladder = Array.from(encoded.instance.score).filter((_, e) => fairAnswer.taken[e] === 1);
  return {
    fair: found.fair,
    fairAnswer,
    bestAnswer: certified(encoded, best),
    ladder: ladder.toSorted((a, b) => a - b),
  };
}

/** Least loads missed, places by priority, places: more of each, the last two, is better; then the ladder of fits. */
interface Rank {
  readonly counts: readonly number[];
  readonly ladder: readonly number[];
}

const isBetter = (a: readonly number[], b: readonly number[]): boolean => {
  const at = a.findIndex((value, x) => value !== b[x]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
};

/** The fairest rank, by trying every set of pairs. */
function fairestByTryingAll({ requests, people, pairs }: Sheet, days: boolean): Rank {
  let best: Rank = { counts: [-Infinity], ladder: [] };
  for (let bits = 0; bits < 2 ** pairs.length; bits++) {
    const chosen = pairs.filter((_, x) => ((bits >> x) & 1) === 1);
    const isKept =
      requests.every(({ wanted }, i) => chosen.filter(({ request }) => request === i).length <= wanted) &&
      people.every((person, j) => {
        const mine = chosen.filter((pair) => pair.person === j);
        const spent = mine.reduce((sum, { request }) => sum + (requests[request]?.days ?? 0), 0);
        return mine.length <= person.slots && (!days || spent <= person.days);
      });
    if (!isKept) continue;
    const short = people.reduce((sum, { leastLoad }, j) => {
      return sum + Math.max(0, leastLoad - chosen.filter(({ person }) => person === j).length);
    }, 0);
    const priority = chosen.reduce((sum, { request }) => sum + (requests[request]?.priority ?? 0), 0);
    const rank = {
      counts: [-short, priority, chosen.length],
      ladder: chosen.map(({ score }) => score).toSorted((a, b) => a - b),
    };
    const isEqual = rank.counts.every((count, x) => count === best.counts[x]);
    if (isEqual ? isBetter(rank.ladder, best.ladder) : isBetter(rank.counts, best.counts)) best = rank;
  }
  return best;
}

const small = sheets({ requests: 3, people: 3, leastLoad: 2 });
const countsOf = ({ leastLoadShort, priorityFilled, filled }: InstanceAnswer): number[] => [
  -leastLoadShort,
  priorityFilled,
  filled,
];

describe("a fair answer to an instance", () => {
  it("is the fairest that trying every answer finds, and proven, where days do not bind", () => {
    fc.assert(
      fc.property(small, (sheet) => {
        const { fair, fairAnswer, ladder } = fairly(sheet, false);
        expect({ counts: countsOf(fairAnswer), ladder }).toEqual(fairestByTryingAll(sheet, false));
        expect(fair).toMatchObject({ proven: true, provenUpTo: "every place", worstFit: ladder[0] ?? null });
        expect(fairAnswer.certified).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it("is where days bind as fair as it says", () => {
    fc.assert(
      fc.property(small, (sheet) => {
        const { fair, fairAnswer, ladder } = fairly(sheet, true);
        const best = fairestByTryingAll(sheet, true);
        expect(fairAnswer.certified).toBe(true);
        expect(countsOf(fairAnswer)).toEqual(best.counts);
        const places = { nothing: 0, "worst place": 1, "every place": ladder.length }[fair.provenUpTo];
        expect(ladder.slice(0, places)).toEqual(best.ladder.slice(0, places));
      }),
      { numRuns: 300 },
    );
  });

  it("fills as much as the answer of the most fit, has no worse worst place, and says what fit that costs", () => {
    fc.assert(
      fc.property(small, fc.boolean(), (sheet, days) => {
        const { fair, fairAnswer, bestAnswer } = fairly(sheet, days);
        expect(fairAnswer.priorityFilled).toBe(bestAnswer.priorityFilled);
        expect(fairAnswer.leastLoadShort).toBe(bestAnswer.leastLoadShort);
        expect(fair.lossInFit).toBe(bestAnswer.fit - fairAnswer.fit);
        expect(fair.lossInFit).toBeGreaterThanOrEqual(0);
        const isAsFull = fairAnswer.filled === bestAnswer.filled;
        expect(fair.worstFit ?? 0).toBeGreaterThanOrEqual(isAsFull ? (bestAnswer.worstFit ?? 0) : 0);
      }),
      { numRuns: 300 },
    );
  });

  it("has the same ladder of fits for any order of rows", () => {
    fc.assert(
      fc.property(small, (sheet) => {
        const turned: Sheet = {
          ...sheet,
          requests: sheet.requests.toReversed(),
          people: sheet.people.toReversed(),
          pairs: sheet.pairs.map(({ request, person, score }) => ({
            request: sheet.requests.length - 1 - request,
            person: sheet.people.length - 1 - person,
            score,
          })),
        };
        expect(fairly(turned, false).ladder).toEqual(fairly(sheet, false).ladder);
      }),
      { numRuns: 100 },
    );
  });
});
