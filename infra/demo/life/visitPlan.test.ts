import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, isWorkingDay } from "../../../shared/domain/calendar/calendar.ts";
import { sumOfDays } from "../../../shared/domain/calendar/days.ts";
import { seeded } from "../../../shared/registers/seeded.ts";
import { planVisits } from "./visitPlan.ts";

const plans = fc
  .record({
    seed: fc.integer({ min: 1, max: 999_999 }),
    halfDays: fc.integer({ min: 1, max: 20 }),
    start: fc.integer({ min: 0, max: 700 }),
    length: fc.integer({ min: 14, max: 100 }),
  })
  .map(({ seed, halfDays, start, length }) => {
    const from = addDays("2026-09-01", start);
    const window = { from, to: addDays(from, length) };
    return { days: halfDays / 2, window, plan: planVisits(seeded(seed), { days: halfDays / 2, window }) };
  });

describe("the plan of a deployment's visits", () => {
  test("never takes more days than were agreed, and none of less than half a day", () => {
    fc.assert(
      fc.property(plans, ({ days, plan }) => {
        expect(sumOfDays(plan.visits.map((each) => each.days))).toBeLessThanOrEqual(days);
        for (const visit of plan.visits) expect(visit.days).toBeGreaterThanOrEqual(0.5);
      }),
    );
  });

  test("lies on working days from the window's first day to shortly after its last, in order", () => {
    fc.assert(
      fc.property(plans, ({ window, plan }) => {
        const dates = plan.visits.map(({ on }) => on);
        expect(dates).toEqual(dates.toSorted());
        for (const on of dates) {
          expect(isWorkingDay(on)).toBe(true);
          expect(on >= window.from && on <= addDays(window.to, 4)).toBe(true);
        }
      }),
    );
  });

  test("has visits unless the work never starts", () => {
    fc.assert(
      fc.property(plans, ({ plan }) => {
        expect(plan.visits.length === 0).toBe(plan.fate === "not-started");
      }),
    );
  });
});
