import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numbered, someCalendarYear } from "../../../test/harness/rows.ts";
import { addDays } from "./calendar.ts";
import { type SchoolCalendar, usualCalendar } from "./calendarInForce.ts";
import { dayAt } from "./calendarOfSchool.ts";
import type { CalendarSpan } from "./calendarYear.ts";
import { visitDates, type VisitsSought, withNotices } from "./visitDates.ts";

const first = "2026-09-01";
const span = fc
  .record({
    kind: fc.constantFrom("inset" as const, "closed" as const, "holiday" as const),
    day: fc.integer({ min: 0, max: 200 }),
    length: fc.integer({ min: 1, max: 6 }),
  })
  .map(({ kind, day, length }): CalendarSpan => {
    const from = addDays(first, day);
    return { kind, name: kind, from, to: addDays(from, length - 1) };
  });
const calendar = fc.array(span, { maxLength: 10 }).map((spans): SchoolCalendar => ({
  ...usualCalendar,
  school: [someCalendarYear(numbered.school(1), "2026-27", spans)],
}));
/** Dates for which nobody releases the practitioner, by their day of the month. */
const sought = fc
  .record({
    start: fc.integer({ min: -20, max: 150 }),
    length: fc.integer({ min: 0, max: 120 }),
    today: fc.integer({ min: 0, max: 150 }),
    supportedSchool: calendar,
    home: calendar,
    awayOn: fc.integer({ min: 1, max: 31 }),
    limit: fc.integer({ min: 1, max: 8 }),
  })
  .map(({ start, length, today, home, awayOn, supportedSchool, limit }) => {
    const from = addDays(first, start);
    const releasedBy = (date: string) => (Number(date.slice(8)) === awayOn ? null : home);
    const window = { from, to: addDays(from, length) };
    return { window, today: addDays(first, today), supportedSchool, releasedBy, limit };
  });

/** Every date that may be suggested, asked one by one. */
function allowed({ window, today, supportedSchool, releasedBy }: VisitsSought): string[] {
  const dates: string[] = [];
  for (let date = window.from; date <= window.to; date = addDays(date, 1)) {
    const home = releasedBy(date);
    const isOpen = dayAt(supportedSchool, date) !== "closed" && home && dayAt(home, date) === "pupils";
    if (date > today && isOpen) dates.push(date);
  }
  return dates;
}

describe("dates of visits to suggest", () => {
  it("are open days of both schools, within the window, after today, with a release, and each once", () => {
    fc.assert(
      fc.property(sought, (asked) => {
        const dates = visitDates(asked).map(({ date }) => date);
        const possible = allowed(asked);
        expect(dates.filter((date) => !possible.includes(date))).toEqual([]);
        expect(new Set(dates).size).toBe(dates.length);
        expect(dates).toHaveLength(Math.min(asked.limit, possible.length));
      }),
    );
  });

  it("are INSET days of the asking school first, the earliest of them, then days in order", () => {
    fc.assert(
      fc.property(sought, (asked) => {
        const found = visitDates(asked);
        for (const { date, kind } of found) expect(dayAt(asked.supportedSchool, date)).toBe(kind);
        const kinds = found.map(({ kind }) => kind);
        expect(kinds).toEqual(kinds.toSorted());
        const dates = (of: string) => found.flatMap(({ date, kind }) => (kind === of ? [date] : []));
        const insets = allowed(asked).filter((date) => dayAt(asked.supportedSchool, date) === "inset");
        expect(dates("inset")).toEqual(insets.slice(0, asked.limit));
        expect(dates("pupils")).toEqual(dates("pupils").toSorted());
      }),
    );
  });

  it("spread ordinary days: from one to the next is an even share of the open days or little more, and half of it at both ends", () => {
    fc.assert(
      fc.property(sought, (asked) => {
        const ordinary = allowed(asked).filter((date) => dayAt(asked.supportedSchool, date) === "pupils");
        const found = visitDates(asked).filter(({ kind }) => kind === "pupils");
        const places = [-1, ...found.map(({ date }) => ordinary.indexOf(date)), ordinary.length];
        const steps = places.slice(1).map((place, at) => place - (places[at] ?? 0));
        const share = ordinary.length / Math.max(1, found.length);
        expect(Math.max(...steps)).toBeLessThanOrEqual(share + 2);
        const ends = [steps.at(0) ?? 0, steps.at(-1) ?? 0];
        expect(found.length === 0 || Math.max(...ends) <= share / 2 + 1).toBe(true);
      }),
    );
  });

  it("end a year after they begin, however long the window is", () => {
    const window = { from: first, to: "2036-08-31" };
    const asked = { window, today: first, supportedSchool: usualCalendar, limit: 20 };
    const dates = visitDates({ ...asked, releasedBy: () => usualCalendar }).map(({ date }) => date);
    expect(dates).toHaveLength(20);
    expect(dates.every((date) => date <= "2027-09-02")).toBe(true);
  });

  it("tell whose term dates they were found by where these are not a school's own", () => {
    const own: SchoolCalendar = {
      ...usualCalendar,
      school: [
        someCalendarYear(numbered.school(1), "2026-27", [
          { kind: "term", name: "All year", from: "2026-09-01", to: "2027-07-20" },
        ]),
      ],
    };
    const found = [{ date: "2026-11-03", kind: "pupils" as const }];
    const { calendarNotices } = withNotices(found, { supportedSchool: own, releasedBy: () => usualCalendar });
    expect(calendarNotices.supportedSchool).toBeNull();
    expect(calendarNotices.homeSchool).toContain("the usual three terms are assumed");
  });
});
