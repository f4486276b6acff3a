import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../../certificate/certificate.ts";
import { solveDays } from "./dayRounds.ts";
import { solveDaysByTiers } from "./dayTiers.ts";
import { diceFrom } from "../../facts/madeUpArea.ts";
import type { Problem } from "../../problem/problem.ts";
import {
  bruteForce,
  problemFrom,
  smallProblems,
  ungrouped,
  unowed,
} from "../../problem/smallProblems.arbitrary.ts";
import { solutionOfOnePart } from "../solution.ts";

/** Small problems of the kind that the search over days takes. */
const problems = smallProblems({ daysBind: true }).map((problem) => unowed(ungrouped(problem)));

const effort = { tiers: { unit: 1, room: 60 }, rounds: 9, spent: () => 0 };

/** An area in which days are short. */
function shortOfDays(seed: number): Problem {
  const dice = diceFrom(seed);
  const people = Array.from({ length: 40 }, () => ({
    slots: 1 + dice.below(4),
    days: 1 + dice.below(9),
    cost: dice.below(3),
  }));
  const requests = Array.from({ length: 60 }, () => ({
    wanted: 1 + dice.below(2),
    halfDays: 1 + dice.below(6),
    cells: people.map(() => ({ there: dice.below(5) === 0, weight: 1 + dice.below(60) })),
  }));
  return problemFrom({ requests, people });
}

describe("solveDays", () => {
  it("answers small problems within bounds that hold, and the independent checker accepts them", () => {
    fc.assert(
      fc.property(problems, (problem) => {
        const found = solveDays(problem, effort);
        const optimum = bruteForce(problem);
        expect(found.objective).toBeLessThanOrEqual(optimum);
        expect(found.bound).toBeGreaterThanOrEqual(optimum);
        const solution = solutionOfOnePart(problem, found, found.bound);
        expect(check(problem, solution, solution.claims).checks.filter(({ passed }) => !passed)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  it("answers any area in which days are short within a bound that the checker accepts", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const problem = shortOfDays(seed);
        const found = solveDays(problem, effort);
        const solution = solutionOfOnePart(problem, found, found.bound);
        expect(check(problem, solution, solution.claims).valid).toBe(true);
        expect(found.objective).toBeLessThanOrEqual(found.bound);
      }),
      { numRuns: 8 },
    );
  });

  // How close an answer comes is no law: these areas are drawn once, so that only a change of the solver can fail.
  it.each([4, 40, 77, 130])("comes close to its bound where days are short (seed %i)", (seed) => {
    const found = solveDays(shortOfDays(seed), { ...effort, rounds: 12 });
    expect(found.objective).toBeGreaterThan(0.99 * Number(found.bound));
  });

  it("gives the same answer for the same rounds, and a feasible one when no time is left", () => {
    const problem = shortOfDays(5);
    expect(solveDays(problem, effort)).toEqual(solveDays(problem, effort));
    const hurried = solveDays(problem, { ...effort, spent: () => 1 });
    const solution = solutionOfOnePart(problem, hurried, hurried.bound);
    expect(check(problem, solution, solution.claims).valid).toBe(true);
  });
});

describe("solveDaysByTiers", () => {
  /** Each filled place comes first, as a unit that outweighs all else; `room` is that of what is below. */
  const tiered = (problem: Problem, unit: number): Problem => ({
    ...problem,
    weight: problem.weight.map((worth) => worth + unit),
  });

  it("bounds small problems at the full worth of their first tier, and the independent checker accepts them", () => {
    fc.assert(
      fc.property(problems, (small) => {
        const problem = tiered(small, 100_000);
        const found = solveDaysByTiers(problem, { ...effort, tiers: { unit: 100_000, room: 120 } });
        const optimum = bruteForce(problem);
        expect(found.objective).toBeLessThanOrEqual(optimum);
        expect(found.bound).toBeGreaterThanOrEqual(optimum);
        const solution = solutionOfOnePart(problem, found, found.bound);
        expect(check(problem, solution, solution.claims).checks.filter(({ passed }) => !passed)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it.each([1, 28, 44, 56])(
    "finds nearly the places of a first tier that its bound allows (seed %i)",
    (seed) => {
      const problem = tiered(shortOfDays(seed), 1_000_000);
      const found = solveDaysByTiers(problem, { ...effort, tiers: { unit: 1_000_000, room: 120 } });
      expect(found.objective).toBeGreaterThan(0.97 * Number(found.bound));
    },
  );
});
