import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { FairProof, TierPrices } from "../../certificate/fairProof.ts";
import { type FairTiers, isFairest } from "../../certificate/fairness.ts";
import { problemFrom } from "../../problem/smallProblems.arbitrary.ts";
import { diceFrom } from "../../facts/madeUpArea.ts";
import { fairest } from "./fairest.ts";
import { bestByTryingAll, isBetter, judgedProblems, standingOf } from "./judged.arbitrary.ts";

/** A crowd too large for every answer to be tried, with few levels, so that many places share one. */
function crowd(seed: number): FairTiers {
  const dice = diceFrom(seed);
  const people = Array.from({ length: 25 }, () => ({ slots: dice.below(4), days: 100, cost: dice.below(9) }));
  const requests = Array.from({ length: 40 }, () => ({
    wanted: dice.below(4),
    halfDays: 1,
    limits: [dice.below(3)],
    cells: people.map(() => ({
      there: dice.below(4) === 0,
      weight: 1 + dice.below(50),
      group: dice.below(3) === 0 ? 0 : -1,
    })),
  }));
  const problem = problemFrom({ requests, people });
  const priorities = requests.map(() => 1000 * (1 + dice.below(3)) + 1);
  const weight = problem.weight.map((_, e) => priorities[problem.start.findLastIndex((at) => at <= e)] ?? 0);
  const first = { ...problem, weight, slotCost: problem.slotCost.map(() => 0) };
  const levelOf = Int32Array.from(problem.weight, () => dice.below(6));
  return { first, levelOf, last: { weight: problem.weight, slotCost: problem.slotCost } };
}

const judged = judgedProblems({ daysBind: false });

const beginnings = { tiers: null, begin: null };

/** A proof with one of its numbers moved. */
function spoilt(proof: FairProof, kind: "first" | "stages" | "last", { at, by }: { at: number; by: number }) {
  const cells = (tier: TierPrices): TierPrices => ({
    ...tier,
    slotPrice: tier.slotPrice.map((price, x) => (x === at % tier.slotPrice.length ? price + by : price)),
  });
  const { first, stages, last } = proof;
  const price = stages.price.map((value, x) => (x === at % stages.price.length ? value + by : value));
  if (kind === "stages") return { ...proof, stages: { ...stages, price } };
  return kind === "first" ? { ...proof, first: cells(first) } : { ...proof, last: last && cells(last) };
}

describe("fairest", () => {
  it("is the first tier, the ladder of levels and the last tier that trying every answer finds", () => {
    fc.assert(
      fc.property(judged, fc.boolean(), (tiers, hasLast) => {
        const asked = hasLast ? tiers : { ...tiers, last: null };
        const found = fairest({ ...asked, ...beginnings });
        expect(standingOf(asked, found.taken)).toEqual(bestByTryingAll(asked));
      }),
      { numRuns: 500 },
    );
  });

  it("is proven, and the proof holds for no answer that is not as fair", () => {
    fc.assert(
      fc.property(judged, fc.nat(), (tiers, bits) => {
        const { taken, proof } = fairest({ ...tiers, ...beginnings });
        expect(isFairest(tiers, taken, proof)).toBe(true);
        const other = taken.map((_, e) => (bits >> e) & 1);
        const [best, standing] = [standingOf(tiers, taken), standingOf(tiers, other)];
        fc.pre(best !== null && standing !== null && isBetter(best, standing));
        expect(isFairest(tiers, other, proof)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it("is proven in a crowd, where changes run through many hands", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const tiers = crowd(seed);
        const { taken, proof } = fairest({ ...tiers, ...beginnings });
        expect(isFairest(tiers, taken, proof)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it("alone is proven by any proof, right or wrong", () => {
    const kinds = fc.constantFrom("first", "stages", "last");
    const moves = fc.record({
      at: fc.nat(),
      by: fc.integer({ min: -3, max: 3 }),
      bits: fc.nat(),
      keeps: fc.boolean(),
    });
    fc.assert(
      fc.property(judged, kinds, moves, (tiers, kind, { bits, keeps, ...move }) => {
        const { taken, proof } = fairest({ ...tiers, ...beginnings });
        const other = keeps ? taken : taken.map((_, e) => (bits >> e) & 1);
        const standing = standingOf(tiers, other);
        fc.pre(standing !== null && isFairest(tiers, other, spoilt(proof, kind, move)));
        expect(standing).toEqual(standingOf(tiers, taken));
      }),
      { numRuns: 500, maxSkipsPerRun: 1000 },
    );
  });
});
