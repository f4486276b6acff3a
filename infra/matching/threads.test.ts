import { describe, expect, it } from "vitest";
import { assign } from "../../shared/matching/solve/places/assign.ts";
import { assignOn } from "./threads.ts";
import { diceFrom } from "../../shared/matching/facts/madeUpArea.ts";
import type { Problem } from "../../shared/matching/problem/problem.ts";
import { problemFrom } from "../../shared/matching/problem/smallProblems.arbitrary.ts";

/** A problem of several areas that share nobody, with many ties. */
function areas(seed: number, count: number): Problem {
  const dice = diceFrom(seed);
  const [peopleEach, requestsEach] = [8, 14];
  const people = Array.from({ length: count * peopleEach }, () => ({
    slots: dice.below(4),
    days: 100,
    cost: dice.below(4),
  }));
  const requests = Array.from({ length: count * requestsEach }, (_, i) => ({
    wanted: dice.below(4),
    halfDays: 1,
    limit: 0,
    cells: people.map((_, j) => ({
      there: i % count === j % count && dice.below(3) > 0,
      weight: 1 + dice.below(9) + 40 * dice.below(3),
      grouped: false,
    })),
  }));
  const problem = problemFrom({ requests, people });
  return { ...problem, group: problem.group.map(() => -1), groupLimit: new Int32Array(0) };
}

describe("threads", () => {
  it("do not change a byte of the answer or its prices, whatever their number", async () => {
    const tiers = { unit: 40, room: 20 };
    for (let seed = 1; seed <= 3; seed++) {
      const problem = areas(seed, 1 + seed);
      const alone = assign(problem, { tiers, candidates: Infinity });
      for (const threads of [1, 2, 3])
        expect(await assignOn({ threads, leastPairs: 0 }, problem, tiers)).toEqual(alone);
    }
  });
});
