import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbered, someCalendarYear, somePerson } from "../../../test/harness/rows.ts";
import { availabilityWarnings, breakOn, hasNoOpenDay, isFreeOn } from "./availability.ts";
import { addDays } from "../calendar/calendar.ts";
import { usualCalendar } from "../calendar/calendarInForce.ts";
import { isWorkingDayAt } from "../calendar/calendarOfSchool.ts";

const person = somePerson(1, numbered.school(1));
const first = "2026-09-01";

describe("a practitioner", () => {
  it("is free on their dates of availability, on any where they gave none, and never while long away", () => {
    expect(isFreeOn(person, first)).toBe(true);
    const dated = { ...person, availability: [{ from: "2026-10-01", to: "2026-10-02" }] };
    const free = ["2026-09-30", "2026-10-01", "2026-10-02", "2026-10-03"].map((date) =>
      isFreeOn(dated, date),
    );
    expect(free).toEqual([false, true, true, false]);
    const away = { ...dated, parked: { until: "2026-10-01", reason: "Leave", endsOffers: true } };
    expect([isFreeOn(away, "2026-10-01"), isFreeOn(away, "2026-10-02")]).toEqual([false, true]);
    const parked = { ...dated, parked: { until: "2026-10-01", reason: "Exams" } };
    expect(isFreeOn(parked, "2026-10-01")).toBe(true);
  });

  it("is on a break to its last day, and no longer", () => {
    const parked = { until: "2026-10-01", reason: "Exams" };
    expect(breakOn({ parked }, "2026-10-01")).toBe(parked);
    expect(breakOn({ parked }, "2026-10-02")).toBeNull();
    expect(breakOn({ parked: null }, "2026-10-01")).toBeNull();
  });

  const range = fc
    .tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 9 }))
    .map(([start, length]) => ({ from: addDays(first, start), to: addDays(first, start + length) }));
  const calendar = fc.array(fc.integer({ min: 0, max: 300 }), { maxLength: 60 }).map((days) => ({
    ...usualCalendar,
    school: [
      someCalendarYear(
        "sch_00000001",
        "2026-27",
        days.map((day) => ({
          kind: "closed" as const,
          name: "Flood",
          from: addDays(first, day),
          to: addDays(first, day + 6),
        })),
      ),
    ],
  }));

  it("has no open day exactly where their dates hold none from today on, one by one", () => {
    const today = fc.integer({ min: 0, max: 300 }).map((days) => addDays(first, days));
    const ranges = fc.array(range, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(ranges, calendar, today, (availability, homeSchool, now) => {
        const days = availability.flatMap(({ from, to }) => {
          const dates: string[] = [];
          for (let date = from; date <= to; date = addDays(date, 1)) dates.push(date);
          return dates;
        });
        const isOpen = days.some((date) => date >= now && isWorkingDayAt(homeSchool, date));
        expect(hasNoOpenDay({ availability }, homeSchool, now)).toBe(!isOpen);
      }),
    );
  });

  it("is warned of such dates, and of none where they gave no dates", () => {
    const summer = { availability: [{ from: "2027-07-26", to: "2027-08-27" }] };
    expect(availabilityWarnings(summer, usualCalendar, first)).toHaveLength(1);
    expect(availabilityWarnings(person, usualCalendar, first)).toEqual([]);
  });
});
