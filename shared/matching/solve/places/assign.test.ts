import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assign } from "./assign.ts";
import { check } from "../../certificate/certificate.ts";
import { flowSolver } from "../flow.ts";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { objectiveOf } from "../../problem/answer.ts";
import { networkOf } from "../network.ts";
import type { Problem } from "../../problem/problem.ts";
import { bruteForce, problemFrom, smallProblems, ungrouped } from "../../problem/smallProblems.arbitrary.ts";
import { solutionOfOnePart } from "../solution.ts";

const plainProblems = smallProblems({ daysBind: false }).map(ungrouped);
const beginnings = fc.record(
  {
    tiers: fc.constantFrom(null, { unit: 1, room: 60 }, { unit: 30, room: 10 }),
    candidates: fc.constantFrom(0, 1, Infinity),
    /** An auction as it is held among very many. */
    extent: fc.constant({ greatest: 1000, requests: 100_000 }),
  },
  { requiredKeys: ["tiers", "candidates"] },
);

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
    cells: people.map(() => ({ there: dice.below(4) === 0, weight: 1 + dice.below(1000) })),
  }));
  return problemFrom({ requests, people });
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
        const solution = solutionOfOnePart(problem, assign(problem, beginning));
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
        const solution = solutionOfOnePart(problem, found);
        expect(check(problem, solution, solution.claims).valid).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

/** The same problem with slots that pay more than all else together, up to a least load each. */
function obliged(problem: Problem, leastLoads: readonly number[]): Problem {
  const slotCost = problem.slotCost.slice();
  for (let j = 0; j < problem.practitionerCount; j++) {
    const [from, to] = [problem.slotStart[j] ?? 0, problem.slotStart[j + 1] ?? 0];
    slotCost.fill(-1_000_000, from, Math.min(to, from + (leastLoads[j % leastLoads.length] ?? 0)));
  }
  return { ...problem, slotCost };
}

/** Who asks for whom here lowers a price below nothing, after which others must still be looked at. */
function lowered(): Problem {
  const cells = (weights: readonly number[]) => weights.map((weight) => ({ there: weight > 0, weight }));
  const asking = { halfDays: 1 };
  return problemFrom({
    requests: [
      { ...asking, wanted: 1, cells: cells([0, 0, 1]) },
      { ...asking, wanted: 1, cells: cells([42, 16, 0]) },
      { ...asking, wanted: 2, cells: cells([51, 24, 40]) },
    ],
    people: [
      { slots: 2, days: 100, cost: 11 },
      { slots: 1, days: 100, cost: 0 },
      { slots: 1, days: 100, cost: 0 },
    ],
  });
}

const leastLoads = fc.array(fc.nat(3), { minLength: 1, maxLength: 4 });

describe("a least load", () => {
  it("is filled before all else, and the prices prove the answer", () => {
    fc.assert(
      fc.property(plainProblems, leastLoads, beginnings, (plain, loads, beginning) => {
        const problem = obliged(plain, loads);
        const solution = solutionOfOnePart(problem, assign(problem, beginning));
        expect(objectiveOf(problem, solution.taken)).toBe(bruteForce(problem));
        expect(check(problem, solution, solution.claims).valid).toBe(true);
      }),
      { numRuns: 1000, examples: [[lowered(), [1], { tiers: null, candidates: 0 }]] },
    );
  });

  it("is filled in a crowd as shortest paths fill it, proven by the prices", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), leastLoads, beginnings, (seed, loads, beginning) => {
        const problem = obliged(crowded(seed), loads);
        const solution = solutionOfOnePart(problem, assign(problem, beginning));
        const byPaths = flowSolver(networkOf(problem))(new Int8Array(problem.weight.length));
        expect(objectiveOf(problem, solution.taken)).toBe(objectiveOf(problem, byPaths.taken));
        expect(check(problem, solution, solution.claims).valid).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
