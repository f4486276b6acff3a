import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../certificate/certificate.ts";
import { bruteForce, problemFrom, smallProblems } from "../problem/smallProblems.arbitrary.ts";
import { solve } from "./solve.ts";

const total = (claims: readonly { readonly objective: bigint }[]): bigint =>
  claims.reduce((sum, { objective }) => sum + objective, 0n);

const there = { there: true } as const;
const absent = { there: false, weight: 0 } as const;
/** A problem on which steps of prices, left to themselves, grow until nothing is exact. */
const priceless = problemFrom({
  requests: [
    {
      wanted: 2,
      halfDays: 1,
      limits: [0],
      cells: [{ ...there, weight: 41 }, { ...there, weight: 41, group: 0 }, absent, { ...there, weight: 41 }],
    },
    { wanted: 2, halfDays: 5, cells: [absent, absent, absent, { ...there, weight: 11 }] },
  ],
  people: [
    { slots: 1, days: 1, cost: 0 },
    { slots: 1, days: 1, cost: 0 },
    { slots: 0, days: 0, cost: 0 },
    { slots: 2, days: 5, cost: 0 },
  ],
});

describe("solve", () => {
  it.each([true, false])(
    "finds what trying every answer finds, and proves it (half-days bind: %s)",
    (daysBind) => {
      fc.assert(
        fc.property(smallProblems({ daysBind }), (problem) => {
          const solution = solve(problem, 10_000);
          expect(total(solution.claims)).toBe(bruteForce(problem));
          const { checks, parts } = check(problem, solution, solution.claims);
          expect(checks.filter(({ passed }) => !passed)).toEqual([]);
          expect(parts.every(({ objective, bound }) => objective === bound)).toBe(true);
        }),
        { numRuns: 500 },
      );
    },
  );

  it("is as exact where a pair and a slot are worth as much as they may be", () => {
    fc.assert(
      fc.property(smallProblems({ daysBind: true }), fc.constantFrom(1, 10_000), (problem, cases) => {
        const dearest = Math.max(1, ...problem.weight) + Math.max(0, ...problem.slotCost.map(Math.abs));
        const times = Math.floor(2 ** 53 / (32 * dearest));
        const timed = (cells: Float64Array): Float64Array => cells.map((worth) => worth * times);
        const heavy = { ...problem, weight: timed(problem.weight), slotCost: timed(problem.slotCost) };
        const solution = solve(heavy, cases);
        expect(check(heavy, solution, solution.claims).valid).toBe(true);
        const optimum = bruteForce(problem) * BigInt(times);
        expect(cases === 1 || total(solution.claims) === optimum).toBe(true);
        expect(solution.claims.reduce((sum, { bound }) => sum + bound, 0n)).toBeGreaterThanOrEqual(optimum);
      }),
      { numRuns: 500, examples: [[priceless, 1]] },
    );
  });

  it("answers with a bound that holds when it may open one case only", () => {
    fc.assert(
      fc.property(smallProblems({ daysBind: true }), (problem) => {
        const solution = solve(problem, 1);
        const optimum = bruteForce(problem);
        expect(check(problem, solution, solution.claims).valid).toBe(true);
        expect(total(solution.claims)).toBeLessThanOrEqual(optimum);
        expect(solution.claims.reduce((sum, { bound }) => sum + bound, 0n)).toBeGreaterThanOrEqual(optimum);
      }),
      { numRuns: 300 },
    );
  });
});
