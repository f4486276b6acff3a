import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../problem/problem.ts";
import { worthIfAllowed } from "../problem/smallProblems.arbitrary.ts";
import { firstByTryingAll, tiedProblems } from "../problem/tiedProblems.arbitrary.ts";
import { firstOfBest } from "./firstOfBest.ts";
import { placesAlone, solveSized } from "./large.ts";
import { search, type SolvedPart } from "./search.ts";
import { solve } from "./solve.ts";

const cases = 10_000;

/** The same part solved by prices alone. */
function sized(problem: Problem): SolvedPart {
  const tiers = { unit: 1, room: 60 };
  return solveSized(problem, { tiers, places: placesAlone(problem, tiers).places });
}

describe("the first of the best answers", () => {
  it("is the one whose first requests have the first people, whatever binds and however a part was solved", () => {
    const others = { searched: 0, sized: 0 };
    fc.assert(
      fc.property(tiedProblems({ limited: true }), (problem) => {
        const { taken } = firstByTryingAll(problem);
        expect(Array.from(solve(problem, cases).taken)).toEqual(taken);
        for (const [way, found] of [
          ["searched", search(problem, cases)],
          ["sized", sized(problem)],
        ] as const) {
          if (found.bound !== found.objective) continue;
          expect(Array.from(firstOfBest(problem, found, cases))).toEqual(taken);
          if (taken.some((each, e) => found.taken[e] !== each)) others[way]++;
        }
      }),
      { numRuns: 1500 },
    );
    expect(others.searched).toBeGreaterThan(0);
    expect(others.sized).toBeGreaterThan(0);
  });

  it("is worth as much as the answer that it comes from where cases do not suffice", () => {
    fc.assert(
      fc.property(tiedProblems({ limited: true }), fc.nat(3), (problem, few) => {
        const found = search(problem, cases);
        const first = firstOfBest(problem, found, few);
        expect(worthIfAllowed(problem, first)).toBe(Number(found.objective));
      }),
      { numRuns: 300 },
    );
  });

  it("is the answer itself where that is not proven to be best", () => {
    fc.assert(
      fc.property(tiedProblems({ limited: true }), (problem) => {
        const found = search(problem, cases);
        const doubted = { ...found, bound: found.bound + 1n };
        expect(firstOfBest(problem, doubted, cases)).toEqual(found.taken);
      }),
      { numRuns: 50 },
    );
  });
});
