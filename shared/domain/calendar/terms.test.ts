import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyCalendar, anyDate } from "../../../test/harness/calendars.ts";
import { someCalendarYear } from "../../../test/harness/rows.ts";
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
        const start = ["01-15", "04-26", "09-15"].find(
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

  it("is the same for every date of one term, the holiday after it included", () => {
    for (const [first, last] of [
      ["2026-01-05", "2026-04-12"],
      ["2026-04-13", "2026-08-31"],
      ["2026-09-01", "2027-01-03"],
    ] as const)
      expect(termAfter(usualCalendar, first, 1)).toBe(termAfter(usualCalendar, last, 1));
  });

  const calendarOf = (...terms: readonly (readonly [from: string, to: string])[]) => ({
    ...usualCalendar,
    school: [
      someCalendarYear(
        "sch_00000001",
        "2026-27",
        terms.map(([from, to], at) => ({ kind: "term", name: `Term ${at + 1}`, from, to })),
      ),
    ],
  });

  it("is counted from the day on which the school itself begins", () => {
    expect(termAfter(calendarOf(["2027-01-11", "2027-03-25"]), "2026-11-20", 1)).toBe("2027-01-25");
  });

  it("is counted from a summer term that begins early, and from an autumn term that begins in August", () => {
    const early = calendarOf(
      ["2026-08-26", "2026-12-18"],
      ["2027-01-04", "2027-03-19"],
      ["2027-04-05", "2027-07-09"],
    );
    expect(termAfter(early, "2027-02-01", 1)).toBe("2027-04-19");
    expect(termAfter(early, "2027-04-06", 1)).toBe(termAfter(early, "2027-07-30", 1));
    expect(termAfter(early, "2026-08-27", 1)).toBe("2027-01-18");
    expect(termAfter(early, "2026-07-01", 1)).toBe("2026-09-09");
  });

  it("counts two of six terms as one", () => {
    const six = calendarOf(
      ["2026-09-02", "2026-10-23"],
      ["2026-11-02", "2026-12-18"],
      ["2027-01-04", "2027-02-12"],
      ["2027-02-22", "2027-03-25"],
      ["2027-04-12", "2027-05-28"],
      ["2027-06-07", "2027-07-23"],
    );
    expect(termAfter(six, "2026-11-20", 1)).toBe("2027-01-18");
    expect(termAfter(six, "2027-03-01", 1)).toBe("2027-04-26");
    expect(termAfter(six, "2026-09-03", 2)).toBe("2027-04-26");
  });

  it("is two weeks into a year that is one term in the months in which terms usually begin", () => {
    const whole = calendarOf(["2026-09-01", "2027-08-31"]);
    expect(termAfter(whole, "2026-11-20", 1)).toBe("2027-01-18");
    expect(termAfter(whole, "2026-11-20", 2)).toBe("2027-04-30");
  });

  it("comes later the more terms pass, whatever the calendar", () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: 1, max: 4 }), (calendar, from, terms) => {
        const due = termAfter(calendar, from, terms);
        expect(due > from).toBe(true);
        expect(termAfter(calendar, from, terms + 1) >= due).toBe(true);
      }),
    );
  });

  it("from the autumn term is mid-January after one term and mid-September after three", () => {
    expect(termAfter(usualCalendar, "2026-11-20", 1)).toBe("2027-01-18");
    expect(termAfter(usualCalendar, "2026-11-20", 3)).toBe("2027-09-15");
  });
});
