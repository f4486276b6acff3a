import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "../certificate/certificate.ts";
import { bruteForce, smallProblems } from "../problem/smallProblems.arbitrary.ts";
import { solve } from "./solve.ts";

const total = (claims: readonly { readonly objective: bigint }[]): bigint =>
  claims.reduce((sum, { objective }) => sum + objective, 0n);

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
