import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "./certificate.ts";
import type { Problem } from "../problem/problem.ts";
import type { ProofCase, ProvenPart } from "./proof.ts";
import { bruteForce, onePersonFor, smallProblems } from "../problem/smallProblems.arbitrary.ts";

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
          const bound = check(problem, answer, []).parts[0]?.bound ?? -1n;
          expect(bound).toBeGreaterThanOrEqual(bruteForce(problem));
        },
      ),
      { numRuns: 400 },
    );
  });

  it("reckons exactly what passes 2^53 and comes back", () => {
    const problem = onePersonFor([5, 5], { halfDays: 1, days: 2 });
    const without = pricesFor(problem, () => 0);
    const far = pricesFor(problem, (at) => [Number.MAX_SAFE_INTEGER, 2][at] ?? 0);
    const taking: ProofCase = { kind: "split", pair: 1, without, taking: far };
    const proof: ProofCase = { kind: "split", pair: 0, without, taking };
    const verdict = check(problem, { taken: Uint8Array.of(1, 1), parts: [onePart(problem, proof)] }, []);
    expect(verdict.parts).toEqual([{ objective: 10n, bound: 10n }]);
  });

  it("tells totals beyond 2^53 apart by one, and by what a number below it can hold", () => {
    const places = 300;
    const heavy = 2 ** 46 + 1;
    const rows = Int32Array.from({ length: places }, (_, i) => i);
    const ones = new Int32Array(places).fill(1);
    const problem: Problem = {
      requestCount: places,
      practitionerCount: places,
      wanted: ones,
      start: Int32Array.from({ length: places + 1 }, (_, i) => i),
      practitioner: rows,
      need: ones,
      weight: new Float64Array(places).fill(heavy),
      group: new Int32Array(places).fill(-1),
      groupLimit: new Int32Array(0),
      slotStart: Int32Array.from({ length: places + 1 }, (_, i) => i),
      slotCost: new Float64Array(places),
      dayCapacity: ones,
    };
    const answer = {
      taken: new Uint8Array(places).fill(1),
      parts: [
        onePart(
          problem,
          pricesFor(problem, () => heavy),
        ),
      ],
    };
    const worth = BigInt(places) * BigInt(heavy);
    expect(worth).toBeGreaterThan(2n ** 53n);
    const isAccepted = (by: bigint, key: "objective" | "bound"): boolean =>
      check(problem, answer, [{ objective: worth, bound: worth, [key]: worth + by }]).valid;
    for (const key of ["objective", "bound"] as const) {
      expect(isAccepted(0n, key)).toBe(true);
      for (const by of [1n, 2n ** 32n, 2n ** 53n, 2n ** 64n])
        expect([isAccepted(by, key), isAccepted(-by, key)]).toEqual([false, false]);
    }
  });
});
