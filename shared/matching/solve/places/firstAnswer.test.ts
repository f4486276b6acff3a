import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../certificate/certificate.ts";
import { type Problem, requestOfPairs } from "../../problem/problem.ts";
import { firstByTryingAll, tiedProblems } from "../../problem/tiedProblems.arbitrary.ts";
import { solutionOfOnePart } from "../solution.ts";
import { assign } from "./assign.ts";

const beginnings = fc.constantFrom(null, { unit: 1, room: 60 }, { unit: 2, room: 1 });

/** The same problem with the pairs of each request the other way round, and where each of them stood. */
function turned(problem: Problem): { readonly problem: Problem; readonly stood: Int32Array } {
  const { start, practitioner, weight } = problem;
  const stood = requestOfPairs(problem).map((i, e) => (start[i] ?? 0) + (start[i + 1] ?? 0) - 1 - e);
  return {
    stood,
    problem: {
      ...problem,
      practitioner: stood.map((e) => practitioner[e] ?? 0),
      weight: Float64Array.from(stood, (e) => weight[e] ?? 0),
    },
  };
}

/** A problem in which a person has one more slot, which costs nothing. */
const withSlot = (problem: Problem, j: number): Problem => ({
  ...problem,
  slotStart: problem.slotStart.map((start, k) => (k > j ? start + 1 : start)),
  slotCost: Float64Array.from(Array.from(problem.slotCost).toSpliced(problem.slotStart[j] ?? 0, 0, 0)),
});

/** A problem in which a request wants one person less. */
const wantingLess = (problem: Problem, i: number): Problem => ({
  ...problem,
  wanted: problem.wanted.map((wanted, k) => (k === i ? wanted - 1 : wanted)),
});

describe("the first answer", () => {
  it("is of all best answers the one whose first requests have the first people, wherever prices begin and pairs stand", () => {
    let others = 0;
    fc.assert(
      fc.property(tiedProblems({ limited: false }), beginnings, (problem, tiers) => {
        const best = firstByTryingAll(problem).taken;
        const found = assign(problem, { tiers, candidates: Infinity, isFirst: true });
        expect(Array.from(found.taken)).toEqual(best);
        const { problem: other, stood } = turned(problem);
        const again = assign(other, { tiers, candidates: Infinity, isFirst: true });
        expect(Array.from(stood, (e) => again.taken[e])).toEqual(best);
        const any = assign(other, { tiers, candidates: Infinity });
        if (stood.some((e, x) => any.taken[e] !== best[x])) others++;
      }),
      { numRuns: 1000 },
    );
    expect(others).toBeGreaterThan(10);
  });

  it("is proven by its least prices: what one more slot of a person gains, and one place less of a request loses", () => {
    fc.assert(
      fc.property(tiedProblems({ limited: false }), beginnings, (problem, tiers) => {
        const found = assign(problem, { tiers, candidates: Infinity, isFirst: true });
        const solution = solutionOfOnePart(problem, found);
        expect(check(problem, solution, solution.claims).valid).toBe(true);
        const { worth } = firstByTryingAll(problem);
        for (const j of new Set(problem.practitioner)) {
          if (problem.slotStart[j] === problem.slotStart[j + 1]) continue;
          expect(found.slotPrice[j]).toBe(firstByTryingAll(withSlot(problem, j)).worth - worth);
        }
        for (let i = 0; i < problem.requestCount; i++) {
          if (problem.wanted[i] === 0) continue;
          expect(found.requestPrice[i]).toBe(worth - firstByTryingAll(wantingLess(problem, i)).worth);
        }
      }),
      { numRuns: 300 },
    );
  });
});
