import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bruteForce, smallProblems, worthIfAllowed } from "../../problem/smallProblems.arbitrary.ts";
import { boundFinder } from "../bound.ts";
import { mixtureOf } from "./mixture.ts";
import type { Mixture } from "./terms.ts";

const problems = smallProblems({ daysBind: true });
const fineness = 1000;

/** What whole-number prices of a mixture prove that no answer is worth more than, in thousandths of a weight. */
function boundBy(problem: Parameters<typeof mixtureOf>[0], mixture: Mixture): number {
  const times = (cells: Float64Array): Float64Array => cells.map((cell) => Math.round(fineness * cell));
  const { requestPrice, groupPrice } = mixture.prices();
  const finer = { ...problem, weight: times(problem.weight), slotCost: times(problem.slotCost) };
  const prices = { requestPrice: times(requestPrice), groupPrice: times(groupPrice) };
  return Number(boundFinder(finer)(prices, new Int8Array(problem.weight.length)).value);
}

const settled = (problem: Parameters<typeof mixtureOf>[0], begin: Uint8Array): Mixture => {
  const mixture = mixtureOf(problem, begin);
  expect(mixture.settle({ worthOf: (e) => problem.weight[e] ?? 0, slotScale: 1 }, () => true)).toBe(true);
  return mixture;
};

const isWhole = (share: Float64Array): boolean =>
  share.every((own) => Math.abs(own - Math.round(own)) < 1 / fineness);

describe("a mixture", () => {
  it("bounds every answer by its prices, and is the best of all where nobody is divided", () => {
    let whole = 0;
    fc.assert(
      fc.property(problems, (problem) => {
        fc.pre(problem.weight.length <= 12);
        const mixture = settled(problem, new Uint8Array(problem.weight.length));
        const [bound, best] = [boundBy(problem, mixture), fineness * Number(bruteForce(problem))];
        expect(bound).toBeGreaterThanOrEqual(best);
        const share = mixture.shares();
        if (!isWhole(share)) return;
        whole++;
        expect(worthIfAllowed(problem, Uint8Array.from(share, Math.round))).toBe(best / fineness);
        // Each price may be rounded by half of a thousandth.
        expect(bound).toBeLessThan(best + 20);
      }),
      { numRuns: 300 },
    );
    expect(whole).toBeGreaterThan(150);
  });

  it("proves the same whatever answer it begins with", () => {
    fc.assert(
      fc.property(problems, fc.nat(), (problem, bits) => {
        const begin = problem.weight.map((_, e) => (bits >> (e % 30)) & 1);
        fc.pre(worthIfAllowed(problem, Uint8Array.from(begin)) !== null);
        const from = boundBy(problem, settled(problem, Uint8Array.from(begin)));
        const plain = boundBy(problem, settled(problem, new Uint8Array(begin.length)));
        expect(Math.abs(from - plain)).toBeLessThan(20);
      }),
      { numRuns: 200, maxSkipsPerRun: 10_000 },
    );
  });

  it("keeps to a limit that is added, unless what is at hand breaks it", () => {
    fc.assert(
      fc.property(problems, fc.nat(2), (problem, most) => {
        const pairs = Int32Array.from(problem.weight.keys()).filter((e) => e % 2 === 0);
        const sumOf = (mixture: Mixture): number => {
          const share = mixture.shares();
          return pairs.reduce((sum, e) => sum + (share[e] ?? 0), 0);
        };
        const mixture = settled(problem, new Uint8Array(problem.weight.length));
        const before = sumOf(mixture);
        const isAdded = mixture.limit({ pairs, most });
        expect(isAdded).toBe(before < most + 1 / fineness);
        const anew = mixtureOf(problem, new Uint8Array(problem.weight.length), [{ pairs, most }]);
        anew.settle({ worthOf: (e) => problem.weight[e] ?? 0, slotScale: 1 }, () => true);
        expect(sumOf(anew)).toBeLessThan(most + 1 / fineness);
      }),
      { numRuns: 300 },
    );
  });
});
