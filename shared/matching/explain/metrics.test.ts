import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { giniThousandths } from "./metrics.ts";

/** Gini by its definition: mean absolute difference over twice the mean. */
function byDefinition(loads: readonly number[]): number {
  const differences = loads.flatMap((a) => loads.map((b) => Math.abs(a - b)));
  const total = loads.reduce((sum, load) => sum + load, 0);
  const spread = differences.reduce((sum, value) => sum + value, 0);
  return total === 0 ? 0 : Math.floor((1000 * spread) / (2 * loads.length * total));
}

describe("metrics", () => {
  it("measure unequal loads as the definition of the Gini coefficient does", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(9), { maxLength: 12 }), (loads) => {
        expect(giniThousandths(loads)).toBe(byDefinition(loads));
      }),
    );
  });
});
