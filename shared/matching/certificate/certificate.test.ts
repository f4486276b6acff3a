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

  it("rejects negative, fractional and unknown prices", () => {
    fc.assert(
      fc.property(solved, fc.constantFrom(-1, 0.5, Number.NaN, Infinity), ({ problem, solution }, price) => {
        const answer = {
          taken: solution.taken,
          parts: [
            onePart(
              problem,
              pricesFor(problem, () => price),
            ),
          ],
        };
        const objective = bruteForce(problem);
        expect(check(problem, answer, [{ objective, bound: objective }]).valid).toBe(false);
      }),
    );
  });

  it("rejects prices that prove less than is claimed", () => {
    fc.assert(
      fc.property(solved, fc.nat(3), ({ problem, solution }, which) => {
        const dearer = pricesFor(problem, (at) => 100 + at * which);
        fc.pre(problem.wanted.some((count) => count > 0));
        const answer = { taken: solution.taken, parts: [onePart(problem, dearer)] };
        const objective = bruteForce(problem);
        expect(check(problem, answer, [{ objective, bound: objective }]).valid).toBe(false);
      }),
    );
  });

  it("rejects an answer with one pair more or less than the one it is told the worth of", () => {
    fc.assert(
      fc.property(solved, fc.nat(), ({ problem, solution }, which) => {
        fc.pre(problem.weight.length > 0);
        const taken = solution.taken.slice();
        const e = which % taken.length;
        taken[e] = 1 - (taken[e] ?? 0);
        const verdict = check(problem, { ...solution, taken }, solution.claims);
        const claimed = solution.claims.reduce((sum, { objective }) => sum + objective, 0);
        const worth = verdict.parts.reduce((sum, { objective }) => sum + objective, 0);
        // A pair worth exactly its slot's cost changes nothing, which is no wrong answer.
        fc.pre(worth !== claimed);
        expect(verdict.valid).toBe(false);
      }),
      { numRuns: 300 },
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

  it("rejects an answer that books anyone over a limit", () => {
    fc.assert(
      fc.property(solved, ({ problem, solution }) => {
        const taken = new Uint8Array(problem.weight.length).fill(1);
        const slots = problem.slotStart;
        const overfull = Array.from({ length: problem.practitionerCount }, (_, j) => j).some(
          (j) =>
            problem.practitioner.filter((person) => person === j).length >
            (slots[j + 1] ?? 0) - (slots[j] ?? 0),
        );
        fc.pre(overfull);
        const verdict = check(problem, { ...solution, taken }, solution.claims);
        expect(verdict.checks.find(({ name }) => name === "feasible")?.passed).toBe(false);
      }),
    );
  });
});
