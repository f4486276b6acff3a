import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { someCalendarYear } from "../../test/harness/rows.ts";
import { addDays } from "./calendar.ts";
import { usualCalendar } from "./calendarInForce.ts";
import { isWorkingDayAt } from "./calendarOfSchool.ts";
import { termAfter } from "./terms.ts";

const date = fc.nat({ max: 3650 }).map((days) => addDays("2024-01-01", days));

describe("the day so many terms later", () => {
  it("is a working day two weeks or a little more into a term", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 6 }), (from, terms) => {
        const due = termAfter(usualCalendar, from, terms);
        expect(isWorkingDayAt(usualCalendar, due)).toBe(true);
        expect(due > from).toBe(true);
        const start = ["01-15", "04-30", "09-15"].find(
          (each) => due.slice(5) >= each && due <= addDays(`${due.slice(0, 4)}-${each}`, 10),
        );
        expect(start).toBeDefined();
      }),
    );
  });

  it("comes later the more terms pass, and a year later after three", () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 6 }), (from, terms) => {
        expect(termAfter(usualCalendar, from, terms + 1) > termAfter(usualCalendar, from, terms)).toBe(true);
        const nextYear = Number(termAfter(usualCalendar, from, terms).slice(0, 4)) + 1;
        expect(termAfter(usualCalendar, from, terms + 3).slice(0, 4)).toBe(String(nextYear));
      }),
    );
  });

  it("is the same for every date of one term", () => {
    for (const [first, last] of [
      ["2026-01-01", "2026-04-15"],
      ["2026-04-16", "2026-08-31"],
      ["2026-09-01", "2026-12-31"],
    ] as const)
      expect(termAfter(usualCalendar, first, 1)).toBe(termAfter(usualCalendar, last, 1));
  });

  it("is counted from the day on which the school itself begins", () => {
    const term = { kind: "term" as const, name: "Spring term", from: "2027-01-11", to: "2027-03-25" };
    const school = [someCalendarYear("sch_00000001", "2026-27", [term])];
    expect(termAfter({ ...usualCalendar, school }, "2026-11-20", 1)).toBe("2027-01-25");
  });

  it("from the autumn term is mid-January after one term and mid-September after three", () => {
    expect(termAfter(usualCalendar, "2026-11-20", 1)).toBe("2027-01-18");
    expect(termAfter(usualCalendar, "2026-11-20", 3)).toBe("2027-09-15");
  });
});
