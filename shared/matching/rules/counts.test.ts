import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fitComponents } from "../fit/fit.ts";
import { hardRules } from "./rules.ts";
import { pairWith } from "./rules.testdata.ts";

const changes = fc.record({
  loadSlots: fc.nat(3),
  capacitySlotsLeft: fc.constant(0),
  capacityHalfDaysLeft: fc.nat(5),
  halfDays: fc.integer({ min: 1, max: 5 }),
  months: fc.constantFrom(1, 24),
  lastFree: fc.constantFrom("2026-01-11", "2026-01-12", "2026-01-13", "2026-03-27"),
});

describe("what rules and fit say of counts", () => {
  it("has one thing in the singular, and none or more in the plural", () => {
    fc.assert(
      fc.property(changes, ({ halfDays, months, lastFree, ...person }) => {
        const availability = [{ from: "2026-01-05", to: lastFree }];
        const pair = pairWith({ months, person: { ...person, availability }, request: { halfDays } });
        const told = [
          ...hardRules.map(({ why }) => why(pair)),
          ...fitComponents(pair).map(({ because }) => because),
        ];
        for (const sentence of told) {
          expect(sentence).not.toMatch(/\b1 (days|weekdays|months|years|deployments)\b/);
          expect(sentence).not.toMatch(/(\b0|[2-9]|\d\d) (day|weekday|month|year|deployment)\b/);
        }
      }),
    );
  });

  it("is of no deployment held where none is held and none is left", () => {
    const says = (loadSlots: number): string | undefined =>
      hardRules.find(({ name }) => name === "no-slots")?.why(pairWith({ person: { loadSlots } }));
    expect([0, 1, 2].map(says)).toEqual([
      "Has no deployment left to give.",
      "Already holds 1 deployment or open offer and may take no more.",
      "Already holds 2 deployments or open offers and may take no more.",
    ]);
  });
});
