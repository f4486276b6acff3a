import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Problem } from "../problem/problem.ts";
import { bruteForce, onePersonFor, smallProblems } from "../problem/smallProblems.arbitrary.ts";
import { proverOf } from "./bound.ts";
import type { ProofCase } from "./proof.ts";

const whole = (problem: Problem, proof: ProofCase) => ({
  requests: Int32Array.from({ length: problem.requestCount }, (_, i) => i),
  groups: Int32Array.from(problem.groupLimit, (_, g) => g),
  proof,
});
const proven = (problem: Problem, proof: ProofCase): bigint | null =>
  proverOf(problem)(whole(problem, proof));

const odd = fc.constantFrom(-1, 0.5, Number.NaN, Infinity, 2 ** 53);
const mostly = (good: fc.Arbitrary<number>): fc.Arbitrary<number> =>
  fc.oneof({ weight: 60, arbitrary: good }, { weight: 1, arbitrary: odd });

/** Proofs of any shape about so many pairs: splits on one pair twice, and numbers that are none, among them. */
function proofsOf({ requestCount, groupLimit, weight }: Problem): fc.Arbitrary<ProofCase> {
  const prices = (count: number): fc.Arbitrary<Float64Array> =>
    fc
      .array(mostly(fc.nat(80)), { minLength: count, maxLength: count })
      .map((each) => Float64Array.from(each));
  return fc.letrec<{ any: ProofCase; prices: ProofCase; split: ProofCase; ceiling: ProofCase }>((tie) => ({
    any: fc.oneof({ maxDepth: 3 }, tie("prices"), tie("split"), tie("ceiling")),
    prices: fc.record({
      kind: fc.constant("prices"),
      requestPrice: prices(requestCount),
      groupPrice: prices(groupLimit.length),
    }),
    split: fc.record({
      kind: fc.constant("split"),
      pair: fc.nat(weight.length),
      without: tie("any"),
      taking: tie("any"),
    }),
    ceiling: fc.record({
      kind: fc.constant("ceiling"),
      unit: mostly(fc.integer({ min: 1, max: 70 })),
      fineness: mostly(fc.constantFrom(1, 2, 3, 16)),
      price: mostly(fc.nat(40)),
      count: tie("any"),
      rest: tie("any"),
    }),
  })).any;
}

const problemsWithProofs = smallProblems({ daysBind: true }).chain((problem) =>
  fc.record({ problem: fc.constant(problem), proof: proofsOf(problem) }),
);

/** A problem in which worths are read otherwise. */
const readBy = (problem: Problem, of: (value: number) => number): Problem => ({
  ...problem,
  weight: problem.weight.map(of),
  slotCost: problem.slotCost.map(of),
});

describe("a proof by cases", () => {
  it("proves nothing that an answer passes, whatever its shape and numbers", () => {
    fc.assert(
      fc.property(problemsWithProofs, ({ problem, proof }) => {
        const bound = proven(problem, proof);
        expect(bound === null || bound >= bruteForce(problem)).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it("proves by a ceiling what its two cases prove of the problems that they read", () => {
    fc.assert(
      fc.property(problemsWithProofs, ({ problem, proof }) => {
        fc.pre(proof.kind === "ceiling");
        const { unit, fineness, price, count, rest } = proof;
        fc.pre([unit, fineness].every((each) => each > 0 && each < 1000) && price >= 0 && price <= unit);
        const units = (value: number): number => Math.round(value / unit);
        const most = proven(
          readBy(problem, (value) => fineness * units(value)),
          count,
        );
        const left = proven(
          readBy(problem, (value) => value - price * units(value)),
          rest,
        );
        const isWhole = [fineness, price].every(Number.isInteger);
        const expected =
          most === null || left === null || !isWhole
            ? null
            : left + BigInt(price) * (most / BigInt(fineness));
        expect(proven(problem, proof)).toBe(expected);
      }),
      { numRuns: 1500 },
    );
  });

  it("counts only whole units: half a place too many is none", () => {
    // Two requests of two half days each, and one person who has three: one place, and a half by prices.
    const problem = onePersonFor([1003, 1005], { halfDays: 2, days: 3 });
    const at = (...requestPrice: number[]): ProofCase => ({
      kind: "prices",
      requestPrice: Float64Array.from(requestPrice),
      groupPrice: new Float64Array(0),
    });
    const ceiling = { kind: "ceiling", unit: 1000, fineness: 4, price: 998, rest: at(0, 0) } as const;
    expect(proven(problem, { ...ceiling, count: at(1, 2) })).toBe(998n + 7n);
    expect(proven(problem, { ...ceiling, count: at(4, 4) })).toBe(2n * 998n + 7n);
  });

  it("proves nothing where a price times units would be rounded", () => {
    const weight = Number.MAX_SAFE_INTEGER;
    const problem = onePersonFor([weight], { halfDays: 1, days: 1 });
    const free: ProofCase = {
      kind: "prices",
      requestPrice: new Float64Array(1),
      groupPrice: new Float64Array(0),
    };
    // Three units at a price of which three are no exact number: rounded up, what is left would be one too little.
    const [unit, price] = [weight / 2.5, Math.floor(weight / 2.5) - 3];
    expect(Number.isSafeInteger(3 * price)).toBe(false);
    const taking: ProofCase = { kind: "ceiling", unit, fineness: 1, price, count: free, rest: free };
    const bound = proven(problem, { kind: "split", pair: 0, without: free, taking });
    expect(bound === null || bound >= BigInt(weight)).toBe(true);
  });

  it("proves nothing that an answer passes of a part that names its requests twice", () => {
    const twice = smallProblems({ daysBind: true }).map((problem) => {
      const requests = Int32Array.from(
        { length: 2 * problem.requestCount },
        (_, x) => x % problem.requestCount,
      );
      const groupPrice = new Float64Array(problem.groupLimit.length);
      const proof: ProofCase = {
        kind: "prices",
        requestPrice: new Float64Array(requests.length),
        groupPrice,
      };
      return { problem, bound: proverOf(problem)({ ...whole(problem, proof), requests }) };
    });
    fc.assert(
      fc.property(twice, ({ problem, bound }) => {
        expect(bound === null || bound >= bruteForce(problem)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
