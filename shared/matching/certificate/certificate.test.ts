import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "./certificate.ts";
import type { Problem } from "../problem/problem.ts";
import type { ProofCase, ProvenPart } from "./proof.ts";
import { bruteForce, smallProblems } from "../problem/smallProblems.arbitrary.ts";
import { solve } from "../solve/solve.ts";

const solved = smallProblems({ daysBind: true }).map((problem) => ({
  problem,
  solution: solve(problem, 10_000),
}));

/** The whole problem as one part with any prices at all. */
const onePart = (problem: Problem, proof: ProofCase): ProvenPart => ({
  requests: Int32Array.from({ length: problem.requestCount }, (_, i) => i),
  groups: Int32Array.from(problem.groupLimit, (_, g) => g),
  proof,
});

const pricesFor = (problem: Problem, draw: (at: number) => number): ProofCase => ({
  kind: "prices",
  requestPrice: Float64Array.from({ length: problem.requestCount }, (_, i) => draw(i)),
  groupPrice: Float64Array.from(problem.groupLimit, (_, g) => draw(g + 7)),
});

describe("check", () => {
  it("computes from any prices a bound that no answer passes", () => {
    fc.assert(
      fc.property(
        smallProblems({ daysBind: true }),
        fc.array(fc.nat(80), { minLength: 11 }),
        (problem, draws) => {
          const proof = pricesFor(problem, (at) => draws[at] ?? 0);
          const answer = { taken: new Uint8Array(problem.weight.length), parts: [onePart(problem, proof)] };
          const bound = check(problem, answer, []).parts[0]?.bound ?? -1;
          expect(bound).toBeGreaterThanOrEqual(bruteForce(problem));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("rejects claims of a better objective or a lower bound", () => {
    fc.assert(
      fc.property(solved, fc.constantFrom("objective", "bound"), ({ problem, solution }, key) => {
        fc.pre(solution.claims.length > 0);
        const claims = solution.claims.map((claim, x) =>
          x > 0 ? claim : { ...claim, [key]: claim[key] + (key === "bound" ? -1 : 1) },
        );
        expect(check(problem, solution, claims).valid).toBe(false);
      }),
    );
  });

  it("rejects an answer that leaves a part out or tells one twice", () => {
    fc.assert(
      fc.property(solved, ({ problem, solution }) => {
        fc.pre(solution.parts.length > 0);
        const fewer = { ...solution, parts: solution.parts.slice(1) };
        expect(check(problem, fewer, solution.claims.slice(1)).valid).toBe(false);
        const twice = { ...solution, parts: [...solution.parts, ...solution.parts] };
        expect(check(problem, twice, [...solution.claims, ...solution.claims]).valid).toBe(false);
      }),
    );
  });
});
