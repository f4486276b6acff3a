import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../certificate/certificate.ts";
import { bruteForce, smallProblems } from "../problem/smallProblems.arbitrary.ts";
import { solve } from "./solve.ts";

const total = (claims: readonly { readonly objective: bigint }[]): bigint =>
  claims.reduce((sum, { objective }) => sum + objective, 0n);

describe("solve", () => {
  it("finds the optimum that trying every answer finds, where half-days do not bind", () => {
    fc.assert(
      fc.property(smallProblems({ daysBind: false }), (problem) => {
        const solution = solve(problem, 100);
        expect(total(solution.claims)).toBe(bruteForce(problem));
      }),
      { numRuns: 300 },
    );
  });

  it("finds the optimum that trying every answer finds, where half-days bind", () => {
    fc.assert(
      fc.property(smallProblems({ daysBind: true }), (problem) => {
        const solution = solve(problem, 10_000);
        expect(total(solution.claims)).toBe(bruteForce(problem));
      }),
      { numRuns: 500 },
    );
  });

  it("proves every answer so that the independent checker accepts it as optimal", () => {
    fc.assert(
      fc.property(smallProblems({ daysBind: true }), (problem) => {
        const solution = solve(problem, 10_000);
        const verdict = check(problem, solution, solution.claims);
        expect(verdict.checks.filter(({ passed }) => !passed)).toEqual([]);
        expect(verdict.parts.every(({ objective, bound }) => objective === bound)).toBe(true);
      }),
      { numRuns: 300 },
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
