import { describe, expect, it } from "vitest";
import { gapTiers } from "./gapTiers.ts";

const scale = { leastUnit: 100_000, priorityUnit: 1000, fitUnit: 10 };

describe("the gap of a part by tier", () => {
  it("reaches an answer of more fit that keeps fewer proposals of the last run", () => {
    // Fit 5 with 9 below it, beside a best answer of fit 8 with nothing below it.
    expect(gapTiers(scale, { objective: 59n, bound: 80n }).fitLessRotation).toBe(3);
    expect(gapTiers(scale, { objective: -41n, bound: -20n }).fitLessRotation).toBe(3);
  });

  it("reaches an answer that fills more places of less fit, or keeps more least loads", () => {
    // Priority 5 with 900 of fit below it, beside a bound of priority 6 with 100.
    expect(gapTiers(scale, { objective: 5900n, bound: 6100n }).priorityWeighted).toBe(1);
    expect(gapTiers(scale, { objective: 5900n, bound: 5990n }).priorityWeighted).toBe(0);
    expect(gapTiers(scale, { objective: 199_000n, bound: 201_000n }).leastLoads).toBe(1);
  });

  it("is nothing where only what is below fit is unproven", () => {
    expect(gapTiers(scale, { objective: 52n, bound: 58n }).fitLessRotation).toBe(0);
  });

  it("is told tier by tier", () => {
    expect(gapTiers(scale, { objective: 0n, bound: 203_040n })).toEqual({
      leastLoads: 2,
      priorityWeighted: 3,
      fitLessRotation: 4,
    });
  });
});
