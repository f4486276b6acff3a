import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type RateCard, rateOn, RoutePolicy, startingPolicies } from "./partnership.ts";
import { routePolicyNames } from "./vocabulary.ts";

const day = fc
  .integer({ min: 0, max: 3000 })
  .map((after) => new Date(Date.parse("2022-01-01") + after * 86_400_000).toISOString().slice(0, 10));
const cards: fc.Arbitrary<RateCard[]> = fc.uniqueArray(
  fc
    .record({ effectiveFrom: day, dayRatePence: fc.nat(500_000), part: fc.integer({ min: 0, max: 100 }) })
    .map(({ effectiveFrom, dayRatePence, part }) => ({
      effectiveFrom,
      dayRatePence,
      homeSchoolSharePence: Math.floor((dayRatePence * part) / 100),
    })),
  { selector: (card) => card.effectiveFrom, minLength: 1, maxLength: 20 },
);
const [statutory] = startingPolicies("2025-09-01");
if (!statutory) throw new Error("There are four starting policies");

describe("rates", () => {
  test("the rate on a date is the one that began last on or before it", () => {
    fc.assert(
      fc.property(cards, day, (rates, date) => {
        let expected: RateCard | undefined;
        for (const card of rates)
          if (card.effectiveFrom <= date && (!expected || card.effectiveFrom > expected.effectiveFrom))
            expected = card;
        expect(rateOn({ ...statutory, rates }, date)).toEqual(expected);
      }),
    );
  });

  test("the order in which cards are listed makes no difference", () => {
    fc.assert(
      fc.property(cards, day, (rates, date) => {
        expect(rateOn({ ...statutory, rates: rates.toReversed() }, date)).toEqual(
          rateOn({ ...statutory, rates }, date),
        );
      }),
    );
  });

  test("a rate holds from its first day on and not a day before", () => {
    const rates = [{ effectiveFrom: "2026-04-01", dayRatePence: 40_000, homeSchoolSharePence: 34_000 }];
    expect(rateOn({ ...statutory, rates }, "2026-03-31")).toBeUndefined();
    expect(rateOn({ ...statutory, rates }, "2026-04-01")).toEqual(rates[0]);
  });

  test("a policy with two rates from one date, or a share above its rate, is refused", () => {
    const [card] = statutory.rates;
    expect(RoutePolicy.safeParse({ ...statutory, rates: [card, card] }).success).toBe(false);
    const greedy = { effectiveFrom: "2026-04-01", dayRatePence: 100, homeSchoolSharePence: 101 };
    expect(RoutePolicy.safeParse({ ...statutory, rates: [greedy] }).success).toBe(false);
  });
});

describe("starting policies", () => {
  test("there is one for each route, and each is a policy that a broker could have sent", () => {
    const policies = startingPolicies("2025-09-01");
    expect(policies.map((each) => each.name)).toEqual([...routePolicyNames]);
    for (const policy of policies) expect(RoutePolicy.parse(policy)).toEqual(policy);
  });

  test("statutory requests come before every other route", () => {
    const others = startingPolicies("2025-09-01").filter((each) => each.name !== "statutory");
    for (const { basePriority } of others) expect(basePriority).toBeLessThan(statutory.basePriority);
  });
});
