import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RungProof } from "../../certificate/fairProof.ts";
import { fairestBelow } from "../../certificate/ladder.ts";
import type { ProofCase } from "../../certificate/proof.ts";
import type { Problem } from "../../problem/problem.ts";
import { solve } from "../solve.ts";
import { byPrices } from "./byPrices.ts";
import { isFairer } from "./fairer.ts";
import { fairerBy } from "./fairerBy.ts";
import { bestByTryingAll, judgedProblems, type Standing, standingOf } from "./judged.arbitrary.ts";
import { pricedLadder } from "./pricedLadder.ts";

const judged = judgedProblems({ daysBind: true }).map((tiers) => ({ ...tiers, last: null }));
type Judged = typeof judged extends fc.Arbitrary<infer Tiers> ? Tiers : never;

/** What the first tier of judged problems counts in, and more work than anything so small could need. */
const [unit, work] = [10_000, 1e12] as const;

/** One of the answers that are best in the first tier, fair or not. */
function oneOfBest({ first }: Judged, draws: readonly number[]): Uint8Array {
  const weight = first.weight.map((worth, e) => 1000 * worth - (draws[e] ?? 0));
  return solve({ ...first, weight, slotCost: first.slotCost.map((cost) => 1000 * cost) }, 1000).taken;
}

/** Expects that no answer is better in the first tier or has fairer places below a level, if there is one; says how many there are. */
function expectFairestBelow(tiers: Judged, taken: Uint8Array, level: number): number {
  if (level === -Infinity) return 0;
  const told = (standing: Standing | null) => ({
    worth: standing?.worth,
    ladder: standing?.ladder.filter((each) => each < level),
  });
  const best = told(bestByTryingAll(tiers));
  expect(told(standingOf(tiers, taken))).toEqual(best);
  return best.ladder?.length ?? 0;
}

const draws = fc.array(fc.nat(20), { minLength: 10, maxLength: 10 });

describe("a proof by prices that are kept from level to level", () => {
  it("is true of any answer as far as it goes, and goes beyond nothing for many", () => {
    let places = 0;
    fc.assert(
      fc.property(judged, draws, (tiers, drawn) => {
        const begin = oneOfBest(tiers, drawn);
        const ladder = pricedLadder({ ...tiers, begin, unit }, work);
        const below = ladder === null ? -Infinity : fairestBelow(tiers, begin, ladder);
        places += expectFairestBelow(tiers, begin, below);
      }),
      { numRuns: 400 },
    );
    expect(places).toBeGreaterThan(100);
  });

  it("has no level where it may look at no more than what the first tier takes", () => {
    fc.assert(
      fc.property(judged, draws, (tiers, drawn) => {
        const ladder = pricedLadder({ ...tiers, begin: oneOfBest(tiers, drawn), unit }, 1);
        expect(ladder?.rungs ?? []).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });
});

describe("a part that is too large to be climbed", () => {
  it("is as fair as by exchanges or fairer, and as fair as its proof says", () => {
    let places = 0;
    fc.assert(
      fc.property(judged, draws, (tiers, drawn) => {
        const begin = oneOfBest(tiers, drawn);
        const { taken, provenBelow } = byPrices({ ...tiers, begin, unit });
        expect(standingOf(tiers, taken)).not.toBeNull();
        expect(isFairer(tiers, fairerBy(tiers, begin), taken)).toBe(false);
        places += expectFairestBelow(tiers, taken, provenBelow);
      }),
      { numRuns: 200 },
    );
    expect(places).toBeGreaterThan(50);
  });
});

describe("a proof in which units of the first tier are worth less", () => {
  // Two requests, each with a pair for each of two people, who take one each.
  const first: Problem = {
    requestCount: 2,
    practitionerCount: 2,
    wanted: Int32Array.of(1, 1),
    start: Int32Array.of(0, 2, 4),
    practitioner: Int32Array.of(0, 1, 1, 0),
    need: Int32Array.of(1, 1, 1, 1),
    weight: Float64Array.of(1, 2, 3, 2),
    group: Int32Array.of(-1, -1, -1, -1),
    groupLimit: new Int32Array(0),
    slotStart: Int32Array.of(0, 1, 2),
    slotCost: new Float64Array(2),
    dayCapacity: Int32Array.of(1, 1),
  };
  const rows = { requests: Int32Array.of(0, 1), groups: new Int32Array(0) };
  const priced = (...prices: number[]): ProofCase => ({
    kind: "prices",
    requestPrice: Float64Array.from(prices),
    groupPrice: new Float64Array(0),
  });
  const best = { scale: 1, parts: [{ ...rows, proof: priced(1, 2) }] };
  const taken = Uint8Array.of(1, 0, 1, 0);
  const rung = { ...rows, level: 1, scale: 10, penalties: new Map([[1, 4]]), proof: priced(0, 4) };
  const below = (levels: readonly number[], lowered: RungProof["lowered"]): number => {
    const tiers = { first, levelOf: Int32Array.from(levels) };
    const rungs = lowered === undefined ? [rung] : [{ ...rung, lowered }];
    return fairestBelow(tiers, taken, { first: best, rungs });
  };

  it("is worth nothing where answers that are as good hold more units or fewer", () => {
    // The other answer is worth 2 and 2 instead of 1 and 3, nothing nearer to 4 than to 0 but the 3, and is fairer.
    expect(below([1, 5, 5, 5], { unit: 4, by: 10 })).toBe(1);
    expect(below([1, 5, 5, 5], undefined)).toBe(1);
  });

  it("is worth nothing where a unit is no whole number above 0", () => {
    for (const unit of [0, -4, 1 / 2, NaN, Infinity]) expect(below([1, 5, 5, 5], { unit, by: 10 })).toBe(1);
    expect(below([1, 5, 5, 5], { unit: 4, by: NaN })).toBe(1);
  });
});
