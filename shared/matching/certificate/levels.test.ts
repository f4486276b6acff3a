import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { WeightOfLevel } from "../problem/grades.ts";
import { everyStanding, judgedProblems, standingOf } from "../solve/fair/judged.arbitrary.ts";
import { solve } from "../solve/solve.ts";
import type { FairTiers } from "./fairness.ts";
import type { LevelsProof } from "./fairProof.ts";
import { leastWeight, noneAbove } from "./levels.ts";

/** Problems with an answer that is best in the first tier, and a proof whose prices anybody may have made up. */
const claimed = fc
  .record({
    tiers: judgedProblems({ daysBind: true }),
    scale: fc.integer({ min: 1, max: 3 }),
    perPlace: fc.nat(20_000),
    prices: fc.array(fc.nat(60_000), { minLength: 24, maxLength: 24 }),
    weights: fc.array(fc.option(fc.nat(9_000)), { minLength: 5, maxLength: 5 }),
  })
  .map(({ tiers, scale, perPlace, prices, weights }) => {
    const { wanted, groupLimit } = tiers.first;
    const requestPrice = Float64Array.from(wanted, (_, i) => prices[i] ?? 0);
    const groupPrice = Float64Array.from(groupLimit, (_, g) => prices[12 + g] ?? 0);
    const proof: LevelsProof = { scale, perPlace, proof: { kind: "prices", requestPrice, groupPrice } };
    const weightOf: WeightOfLevel = (level) => weights[level] ?? null;
    return { tiers, proof, weightOf, taken: solve(tiers.first, 10_000).taken };
  });

interface Claimed {
  readonly tiers: FairTiers;
  readonly taken: Uint8Array;
  readonly weightOf: WeightOfLevel;
}

/** What the places weigh of each answer that is as good in the first tier, has as many places, and none out of the question. */
function weightsOf({ tiers, taken, weightOf }: Claimed): readonly number[] {
  const mine = standingOf(tiers, taken);
  return everyStanding(tiers)
    .filter(({ worth, ladder }) => worth === mine?.worth && ladder.length === mine.ladder.length)
    .map(({ ladder }) => ladder.reduce((sum, level) => sum + (weightOf(level) ?? Infinity), 0))
    .filter((weight) => weight !== Infinity);
}

function withPrices(proof: LevelsProof, change: (price: Float64Array) => Float64Array): LevelsProof {
  if (proof.proof.kind !== "prices") return proof;
  return { ...proof, proof: { ...proof.proof, requestPrice: change(proof.proof.requestPrice) } };
}

describe("a bound by prices of what places weigh", () => {
  it("lies above no answer that is as good in the first tier, whatever the prices", () => {
    fc.assert(
      fc.property(claimed, ({ tiers, proof, weightOf, taken }) => {
        const least = leastWeight({ ...tiers, weightOf }, taken, proof);
        expect(least).not.toBeNull();
        for (const weight of weightsOf({ tiers, taken, weightOf }))
          expect(Number(least)).toBeLessThanOrEqual(weight);
      }),
      { numRuns: 500 },
    );
  });

  it("says of no level that all places cannot lie above it where they can", () => {
    fc.assert(
      fc.property(claimed, fc.nat(4), ({ tiers, proof, taken }, level) => {
        const weightOf: WeightOfLevel = (each) => (each > level ? 0 : null);
        fc.pre(weightsOf({ tiers, taken, weightOf }).length > 0);
        expect(noneAbove(tiers, taken, { ...proof, level })).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  const plants: Readonly<Record<string, (proof: LevelsProof) => LevelsProof>> = {
    "a scale of nothing": (proof) => ({ ...proof, scale: 0 }),
    "a scale that is no whole number": (proof) => ({ ...proof, scale: 1.5 }),
    "places that cost": (proof) => ({ ...proof, perPlace: -1 }),
    "a price below nothing": (proof) => withPrices(proof, (price) => price.map(() => -1)),
    "a price that is no whole number": (proof) => withPrices(proof, (price) => price.map(() => 0.5)),
    "a price too few": (proof) => withPrices(proof, (price) => price.slice(1)),
  };

  it.each(Object.entries(plants))("proves nothing by %s", (_, plant) => {
    fc.assert(
      fc.property(claimed, ({ tiers, proof, weightOf, taken }) => {
        fc.pre(tiers.first.requestCount > 0);
        expect(leastWeight({ ...tiers, weightOf }, taken, plant(proof))).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it("proves nothing where pairs are worth too much to be exact", () => {
    fc.assert(
      fc.property(claimed, ({ tiers, proof, weightOf, taken }) => {
        fc.pre(tiers.first.weight.some((worth) => worth > 1));
        const huge = { ...proof, scale: 2 ** 53 - 1 };
        expect(leastWeight({ ...tiers, weightOf }, taken, huge)).toBeNull();
      }),
      { numRuns: 50 },
    );
  });

  it("proves nothing of an answer that breaks a limit", () => {
    fc.assert(
      fc.property(claimed, ({ tiers, proof, weightOf, taken }) => {
        const all = taken.map(() => 1);
        fc.pre(standingOf(tiers, all) === null);
        expect(leastWeight({ ...tiers, weightOf }, all, proof)).toBeNull();
      }),
      { numRuns: 100 },
    );
  });
});
