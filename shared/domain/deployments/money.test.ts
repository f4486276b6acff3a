import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chargeFor, sumOfCharges } from "./money.ts";

const rate = fc
  .tuple(fc.nat({ max: 500_000 }), fc.nat({ max: 500_000 }))
  .map(([a, b]) => ({ dayRatePence: Math.max(a, b), homeSchoolSharePence: Math.min(a, b) }));
const days = fc.nat({ max: 380 }).map((halfDays) => halfDays / 2);

describe("the charge for days", () => {
  it("is made up of the home school's share and the brokerage, in whole pence, none of them below zero", () => {
    fc.assert(
      fc.property(rate, days, (each, count) => {
        const { chargedPence, homeSchoolSharePence, brokeragePence } = chargeFor(each, count);
        expect(homeSchoolSharePence + brokeragePence).toBe(chargedPence);
        for (const pence of [chargedPence, homeSchoolSharePence, brokeragePence])
          expect(Number.isInteger(pence) && pence >= 0).toBe(true);
      }),
    );
  });

  it("is within half a penny of the rate times the days, and exact for whole days", () => {
    fc.assert(
      fc.property(rate, days, (each, count) => {
        const exact = each.dayRatePence * count;
        const { chargedPence } = chargeFor(each, count);
        expect(exact - chargedPence).toBeGreaterThanOrEqual(0);
        expect(exact - chargedPence).toBeLessThanOrEqual(Number.isInteger(count) ? 0 : 0.5);
      }),
    );
  });

  it("adds up over deployments part by part", () => {
    const charges = [1, 1.5, 0.5].map((count) =>
      chargeFor({ dayRatePence: 35_000, homeSchoolSharePence: 30_000 }, count),
    );
    expect(sumOfCharges(charges)).toEqual({
      chargedPence: 105_000,
      homeSchoolSharePence: 90_000,
      brokeragePence: 15_000,
    });
  });
});
