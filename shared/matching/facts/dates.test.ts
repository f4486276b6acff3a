import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, daysAfter, isDate, monthsBefore, weeksBetween } from "./dates.ts";

const millisecondsPerDay = 86_400_000;
const text = (day: number): string => new Date(day * millisecondsPerDay).toISOString().slice(0, 10);
const days = fc.integer({ min: 0, max: 40_000 });

describe("dates", () => {
  it("number days as the platform's calendar does", () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(dayNumber(text(day))).toBe(day);
      }),
    );
  });

  it("walk forward as the platform's calendar does", () => {
    fc.assert(
      fc.property(days, fc.nat(900), (day, later) => {
        expect(daysAfter(text(day), later)).toBe(text(day + later));
      }),
    );
  });

  it("know which dates exist", () => {
    expect(["2024-02-29", "2000-02-29", "2026-12-31"].every(isDate)).toBe(true);
    expect(
      ["2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "", "soon"].some(isDate),
    ).toBe(false);
  });

  it("go back whole months, to the end of a month that is too short", () => {
    expect(monthsBefore("2026-03-31", 1)).toBe("2026-02-28");
    expect(monthsBefore("2024-03-31", 1)).toBe("2024-02-29");
    expect(monthsBefore("2026-01-05", 36)).toBe("2023-01-05");
    expect(monthsBefore("2026-01-05", 1)).toBe("2025-12-05");
  });

  it("count whole weeks waited, and none for the future", () => {
    expect(weeksBetween("2026-01-01", "2026-01-07")).toBe(0);
    expect(weeksBetween("2026-01-01", "2026-01-08")).toBe(1);
    expect(weeksBetween("2026-02-01", "2026-01-08")).toBe(0);
  });
});
