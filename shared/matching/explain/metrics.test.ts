import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matched } from "../answered.testdata.ts";
import { madeUpArea } from "../facts/madeUpArea.ts";
import { giniThousandths, quartile } from "./metrics.ts";

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

  it("take as quartile the smallest value that enough of the values do not pass", () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(20), { minLength: 1, maxLength: 15 }),
        fc.constantFrom(1, 2, 3),
        (values, quarters) => {
          const enough = values
            .filter((value) => 4 * values.filter((each) => each <= value).length >= quarters * values.length)
            .toSorted((a, b) => a - b);
          expect(
            quartile(
              values.toSorted((a, b) => a - b),
              quarters,
            ),
          ).toBe(enough[0]);
        },
      ),
    );
    expect(quartile([], 2)).toBeNull();
  });

  it("agree with each other and with the proposals that they measure", () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (seed) => {
        const input = madeUpArea({ schools: 12, practitioners: 25, requests: 20, codes: 6, seed });
        const { metrics, proposals } = matched(input);
        const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);
        expect(sum(metrics.fitBands)).toBe(proposals.length);
        expect(sum(metrics.filledByPriority.map(({ filled }) => filled))).toBe(metrics.slotsFilled);
        expect(sum(metrics.filledByPriority.map(({ wanted }) => wanted))).toBe(metrics.slotsWanted);
        const inOrder = [
          metrics.worstFit,
          metrics.lowerQuartileFit,
          metrics.medianFit,
          metrics.upperQuartileFit,
        ];
        expect(inOrder).toEqual(inOrder.toSorted((a, b) => (a ?? 0) - (b ?? 0)));
        const metres = proposals.flatMap(({ distanceMetres }) => distanceMetres ?? []);
        expect(metrics.farthestMetres).toBe(metres.length === 0 ? null : Math.max(...metres));
        expect(metrics.meanDistanceMetres ?? 0).toBeLessThanOrEqual(metrics.farthestMetres ?? 0);
      }),
      { numRuns: 40 },
    );
  });
});
