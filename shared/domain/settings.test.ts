import { expect, test } from "vitest";
import { startingPolicies } from "./partnership.ts";
import { changesBetween, changesInTrail, routeChangesInTrail, settingsIn } from "./settings.ts";

test("what differs is told by its place, with both values, and nothing else is", () => {
  const before = settingsIn({ weights: { phase: 15, distance: 10 }, fairness: "total-fit" });
  const after = settingsIn({
    weights: { phase: 10, distance: 10 },
    fairness: "total-fit",
    stabilityBonus: 50,
  });
  expect(changesBetween(before, before)).toEqual([]);
  expect(changesBetween(before, after)).toEqual([
    { what: "weights.phase", before: "15", after: "10" },
    { what: "stabilityBonus", before: undefined, after: "50" },
  ]);
  expect(changesInTrail(before, after)).toBe("weights.phase: 15 > 10; stabilityBonus: - > 50");
});

test("a route's rates are told by the days from which they hold", () => {
  const before = startingPolicies("2026-09-01");
  const after = before.map((policy) =>
    policy.name === "statutory"
      ? {
          ...policy,
          consentOrder: policy.consentOrder.toReversed(),
          rates: [
            { effectiveFrom: "2027-04-01", dayRatePence: 36_000, homeSchoolSharePence: 31_000 },
            ...policy.rates,
          ],
        }
      : policy,
  );
  expect(routeChangesInTrail(before, after)).toBe(
    "statutory.consentOrder: practitioner home-head receiving-head > receiving-head home-head practitioner; " +
      "statutory.rates.2027-04-01.dayRatePence: - > 36000; " +
      "statutory.rates.2027-04-01.homeSchoolSharePence: - > 31000",
  );
});
