import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Extent, type Scale, scaleFor } from "./scale.ts";

/** Extents from those of a hamlet to those of a nation, rotation costs among them that dwarf all fit. */
const extents: fc.Arbitrary<Extent> = fc
  .record({
    slots: fc.integer({ min: 1, max: 30_000 }),
    least: fc.integer({ min: 0, max: 25_000 }),
    greatestPriority: fc.constantFrom(1, 16, 143, 10_015),
    costOfOne: fc.constantFrom(0, 300, 2_000_000),
    againShare: fc.constantFrom(0, 0.1, 1),
    mostOfOne: fc.constantFrom(1, 3, 40),
  })
  .map(({ slots, least, greatestPriority, costOfOne, againShare, mostOfOne }) => ({
    slots,
    least,
    greatestPriority,
    mostOfOne,
    priorityWeighted: slots * greatestPriority,
    fit: slots * 10_000,
    cost: slots * costOfOne,
    costOfOne,
    again: Math.floor(slots * againShare),
  }));

/** What an answer comes to in each tier, the first that counts first. */
type Tiers = readonly [least: number, priority: number, fit: number, again: number];

/** Two answers within an extent, mostly alike in the first tiers. */
const answersWithin = (extent: Extent): fc.Arbitrary<readonly [Tiers, Tiers]> => {
  const within = (min: number, max: number): fc.Arbitrary<number> =>
    fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max }));
  const one = fc.tuple(
    within(0, extent.least),
    within(0, extent.priorityWeighted),
    within(-extent.cost, extent.fit),
    within(0, extent.again),
  );
  return fc.tuple(one, one, fc.nat(3)).map(([a, b, alike]) => {
    const [least, priority, fit, again] = b;
    const other: Tiers = [
      alike > 0 ? a[0] : least,
      alike > 1 ? a[1] : priority,
      alike > 2 ? a[2] : fit,
      again,
    ];
    return [a, other] as const;
  });
};

const packed = ({ leastUnit, priorityUnit, fitUnit }: Scale, tiers: Tiers): bigint =>
  [leastUnit, priorityUnit, fitUnit, 1].reduce(
    (sum, unit, tier) => sum + BigInt(unit) * BigInt(tiers[tier] ?? 0),
    0n,
  );

/** 1 where the first answer is better, -1 where the second is, 0 where they are equal. */
function byTiers(a: Tiers, b: Tiers): number {
  const first = a.findIndex((value, tier) => value !== b[tier]);
  return first < 0 ? 0 : Math.sign((a[first] ?? 0) - (b[first] ?? 0));
}

const byTotal = (a: bigint, b: bigint): number => (a > b ? 1 : a < b ? -1 : 0);

describe("a scale", () => {
  it("orders answers by their totals as by their tiers, whatever rotation costs; from fit on even where its first units do not outweigh all below them", () => {
    const seen = { outweighing: 0, fullest: 0 };
    fc.assert(
      fc.property(
        extents.chain((extent) => {
          const scale = scaleFor(extent);
          const pair = scale === null ? fc.constant(null) : answersWithin(extent);
          return fc.tuple(fc.constant(scale), pair);
        }),
        ([scale, pair]) => {
          fc.pre(scale !== null && pair !== null);
          const [a, b] = pair;
          seen[scale.outweighs ? "outweighing" : "fullest"]++;
          fc.pre(scale.outweighs || (a[0] === b[0] && a[1] === b[1]));
          expect(byTotal(packed(scale, a), packed(scale, b))).toBe(byTiers(a, b));
        },
      ),
      { numRuns: 2000 },
    );
    expect(seen.outweighing).toBeGreaterThan(300);
    expect(seen.fullest).toBeGreaterThan(100);
  });

  it("is exact for the dearest pair in the dearest place, many times over, and made of whole units", () => {
    fc.assert(
      fc.property(extents, (extent) => {
        const scale = scaleFor(extent);
        fc.pre(scale !== null);
        const { leastUnit, priorityUnit, fitUnit } = scale;
        const dearest = extent.greatestPriority * priorityUnit + (extent.least > 0 ? leastUnit : 0);
        expect(dearest * Math.max(32, 2 * extent.mostOfOne)).toBeLessThan(2 ** 53);
        expect([priorityUnit % fitUnit, extent.least > 0 ? leastUnit % priorityUnit : 0]).toEqual([0, 0]);
        // One priority comes before what a hundred places could gain in fit and rotation.
        const hundred = Math.min(1 + extent.fit + extent.cost, 100 * (10_000 + extent.costOfOne));
        expect(priorityUnit / fitUnit).toBeGreaterThanOrEqual(hundred);
        // One place that is owed comes before four others, or before all there are.
        const others = Math.min(1 + extent.priorityWeighted, 4 * extent.greatestPriority);
        expect(leastUnit / priorityUnit).toBeGreaterThanOrEqual(others);
      }),
      { numRuns: 2000 },
    );
  });

  it("is there for 20,000 requests and 50,000 people, every second of whom is owed work, with all proposed again", () => {
    // Counted in a made-up area of that size.
    const region = { slots: 25_188, greatestPriority: 141, mostOfOne: 3, costOfOne: 1_200 };
    const tiers = { priorityWeighted: 1_590_000, fit: 251_880_000, cost: 20_700_000 };
    const again = 25_000;
    for (const least of [0, 24_455])
      expect(scaleFor({ ...region, ...tiers, least, again })?.outweighs).toBe(false);
  });

  it("is none where what one place is worth could not be exact", () => {
    const nation = {
      slots: 10_000_000,
      least: 0,
      greatestPriority: 10_015,
      mostOfOne: 3,
      cost: 0,
      costOfOne: 0,
    };
    const fit = nation.slots * 10_000;
    const priorityWeighted = nation.slots * nation.greatestPriority;
    expect(scaleFor({ ...nation, fit, priorityWeighted, again: nation.slots })).toBeNull();
    expect(scaleFor({ ...nation, fit, priorityWeighted, again: 0 })?.outweighs).toBe(false);
  });
});
