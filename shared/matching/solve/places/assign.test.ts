import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";
import { check } from "../../certificate/certificate.ts";
import { flowSolver } from "../flow.ts";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { objectiveOf } from "../days.ts";
import { networkOf } from "../network.ts";
import type { Problem } from "../../problem/problem.ts";
import { bruteForce, problemFrom, smallProblems } from "../../problem/smallProblems.arbitrary.ts";
import { plainSolution, solve } from "../solve.ts";

const ungrouped = (problem: Problem): Problem => ({
  ...problem,
  group: problem.group.map(() => -1),
  groupLimit: new Int32Array(0),
});

const plainProblems = smallProblems({ daysBind: false }).map(ungrouped);
const beginnings = fc.record({
  tiers: fc.constantFrom(null, { unit: 1, room: 60 }, { unit: 30, room: 10 }),
  candidates: fc.constantFrom(0, 1, Infinity),
});

/** A crowded problem with more requests than can be tried one by one. */
function crowded(seed: number): Problem {
  const dice = diceFrom(seed);
  const people = Array.from({ length: 30 }, () => ({
    slots: dice.below(4),
    days: 100,
    cost: dice.below(15),
  }));
  const requests = Array.from({ length: 60 }, () => ({
    wanted: dice.below(4),
    halfDays: 1,
    limit: 0,
    cells: people.map(() => ({ there: dice.below(4) === 0, weight: 1 + dice.below(1000), grouped: false })),
  }));
  return ungrouped(problemFrom({ requests, people }));
}

describe("assign", () => {
  it("finds the optimum that trying every answer finds, wherever it begins", () => {
    fc.assert(
      fc.property(plainProblems, beginnings, (problem, beginning) => {
        expect(objectiveOf(problem, assign(problem, beginning).taken)).toBe(bruteForce(problem));
      }),
      { numRuns: 600 },
    );
  });

  it("gives prices by which the independent checker proves the optimum", () => {
    fc.assert(
      fc.property(plainProblems, beginnings, (problem, beginning) => {
        const solution = plainSolution(problem, assign(problem, beginning));
        expect(check(problem, solution, solution.claims).checks.filter(({ passed }) => !passed)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });

  it("finds in a crowd what shortest paths find, and proves it, from few candidates or all", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), beginnings, (seed, beginning) => {
        const problem = crowded(seed);
        const found = assign(problem, beginning);
        const byPaths = flowSolver(networkOf(problem))(new Int8Array(problem.weight.length));
        expect(objectiveOf(problem, found.taken)).toBe(objectiveOf(problem, byPaths.taken));
        const solution = plainSolution(problem, found);
        expect(check(problem, solution, solution.claims).valid).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a least load", () => {
  it("is filled before all else, and the answer is proven", () => {
    fc.assert(
      fc.property(plainProblems, fc.nat(3), (problem, least) => {
        const slotCost = problem.slotCost.slice();
        for (let j = 0; j < problem.practitionerCount; j++) {
          const [from, to] = [problem.slotStart[j] ?? 0, problem.slotStart[j + 1] ?? 0];
          slotCost.fill(-10_000, from, Math.min(to, from + least));
        }
        const obliged = { ...problem, slotCost };
        const solution = solve(obliged, 20);
        expect(objectiveOf(obliged, solution.taken)).toBe(bruteForce(obliged));
        expect(check(obliged, solution, solution.claims).valid).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
