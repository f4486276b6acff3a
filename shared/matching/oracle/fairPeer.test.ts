import { describe, expect, it } from "vitest";
import { fairSolution } from "../instances/fairInstance.ts";
import { encodeInstance } from "../instances/encodeInstance.ts";
import { answerTo } from "../instances/solveInstance.ts";
import { instanceOf, type Sheet } from "./files.arbitrary.ts";
import { bestOfPeer, mediumSheet } from "./peer.arbitrary.ts";

/** A medium instance with three levels of fit. */
function levelled(seed: number): Sheet {
  const sheet = mediumSheet({ seed, pairsPerRequest: 8, leastLoad: 0 });
  return {
    ...sheet,
    requests: sheet.requests.map((request) => ({ ...request, wanted: Math.min(2, request.wanted) })),
    pairs: sheet.pairs.map((pair) => ({ ...pair, score: pair.score % 3 })),
  };
}

describe("the fairest answer to a medium instance", () => {
  it.each([
    [200, false],
    [201, false],
    [202, false],
    [203, false],
    [200, true],
    [202, true],
    [206, true],
  ])(
    "is what a solver of whole-number models finds when each level outweighs all above it (seed %i, days bind: %s)",
    async (seed, days) => {
      const sheet = levelled(seed);
      const places = 1 + sheet.requests.reduce((sum, { wanted }) => sum + wanted, 0);
      const worthOf = (level: number): number => places ** 3 - (level === 2 ? 0 : places ** (2 - level));
      const objectiveWeight = places ** 4;
      const weighed = sheet.pairs.map((pair) => ({ ...pair, score: worthOf(pair.score) }));
      const peer = await bestOfPeer({ ...sheet, pairs: weighed }, { days, objectiveWeight });

      const asked = { objectiveWeight: null, days, cases: 100 };
      const encoded = encodeInstance(instanceOf(sheet), asked);
      if (encoded.kind === "too-large") throw new Error(encoded.message);
      const found = fairSolution(encoded, answerTo(encoded, asked), asked);
      if (found.kind === "too-large") throw new Error(found.message);
      const { instance } = encoded;
      const objective = Array.from(found.solution.taken).reduce((sum, taken, e) => {
        const i = instance.start.findLastIndex((first) => first <= e);
        return (
          sum + taken * ((instance.priority[i] ?? 0) * objectiveWeight + worthOf(instance.score[e] ?? 0))
        );
      }, 0);
      expect(found.fair.proven).toBe(true);
      expect(objective).toBe(peer.objective);
    },
  );
});
