import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { academicYearOf, addDays, dateAt, isWorkingDay } from "./calendar.ts";
import { usualTerms } from "./calendarDefault.ts";
import { usualCalendar } from "./calendarInForce.ts";
import {
  addWorkingDaysAt,
  dayAt,
  dayKindsIn,
  daysOfKinds,
  deadlineAfter,
  sourceAt,
  workingDaysBetweenAt,
} from "./calendarOfSchool.ts";
import { anyCalendar, anyDate, anyInstant, calendarYearsSpokenOf } from "../../../test/harness/calendars.ts";
import { closedStretches } from "./closedDays.ts";

describe("deadlines in the working days of a school", () => {
  test("no deadline falls on a closed day, for any calendar and any instant", () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.nat({ max: 12 }), (calendar, now, days) => {
        const { at, source } = deadlineAfter(calendar, now, days);
        const date = dateAt(at);
        expect(isWorkingDay(date)).toBe(true);
        expect(dayAt(calendar, date)).not.toBe("closed");
        const ownClosures = [...calendar.school, ...calendar.partnership].flatMap(
          ({ academicYear, spans }) =>
            academicYear === academicYearOf(date) ? spans.filter(({ kind }) => kind === "closed") : [],
        );
        expect(ownClosures.filter(({ from, to }) => from <= date && date <= to)).toEqual([]);
        expect(at >= now).toBe(true);
        expect(source).toBe(sourceAt(calendar, date));
      }),
      { numRuns: 200 },
    );
  });

  test("the deadline is the last millisecond of its day in Europe/London, whatever the clocks do", () => {
    fc.assert(
      fc.property(anyCalendar, anyInstant, fc.nat({ max: 6 }), (calendar, now, days) => {
        const { at } = deadlineAfter(calendar, now, days);
        const next = new Date(Date.parse(at) + 1).toISOString();
        expect(dateAt(next)).toBe(addDays(dateAt(at), 1));
      }),
      { numRuns: 100 },
    );
  });

  test("more days are never earlier, and a later start never ends earlier", () => {
    const steps = fc.record({ days: fc.nat({ max: 8 }), wait: fc.nat({ max: 40 }) });
    fc.assert(
      fc.property(anyCalendar, anyDate, steps, (calendar, date, { days, wait }) => {
        const deadline = addWorkingDaysAt(calendar, date, days);
        expect(addWorkingDaysAt(calendar, date, days + 1) >= deadline).toBe(true);
        expect(addWorkingDaysAt(calendar, addDays(date, wait), days) >= deadline).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("a deadline is as many of the school's working days off as was asked", () => {
    fc.assert(
      fc.property(anyCalendar, anyDate, fc.integer({ min: 1, max: 10 }), (calendar, date, n) => {
        expect(workingDaysBetweenAt(calendar, date, addWorkingDaysAt(calendar, date, n))).toBe(n);
      }),
      { numRuns: 100 },
    );
  });

  test("across both changes of the clocks a day in term is one day", () => {
    expect(deadlineAfter(usualCalendar, "2027-03-24T23:59:59.000Z", 1).at).toBe("2027-03-25T23:59:59.999Z");
    expect(deadlineAfter(usualCalendar, "2027-03-25T12:00:00.000Z", 1).at).toBe("2027-04-12T22:59:59.999Z");
    expect(deadlineAfter(usualCalendar, "2026-10-23T21:30:00.000Z", 1).at).toBe("2026-11-02T23:59:59.999Z");
    expect(deadlineAfter(usualCalendar, "2026-09-30T23:30:00.000Z", 1).at).toBe("2026-10-02T22:59:59.999Z");
  });

  test("an offer sent as the summer holiday begins is answered in September", () => {
    expect(addWorkingDaysAt(usualCalendar, "2026-07-22", 2)).toBe("2026-09-02");
  });
});

describe("the closed stretches of a school's year", () => {
  test("hold exactly its closed weekdays, and none of them goes on into the next", () => {
    fc.assert(
      fc.property(anyCalendar, fc.constantFrom(...calendarYearsSpokenOf), (calendar, year) => {
        const stretches = closedStretches(calendar, year);
        const openAfter = stretches.map(({ to }) => addDays(to, 1));
        for (let date = `${year.slice(0, 4)}-09-01`; academicYearOf(date) === year; date = addDays(date, 1)) {
          const isListed = stretches.some(({ from, to }) => from <= date && date <= to);
          const isWeekend = new Date(date).getUTCDay() % 6 === 0;
          expect(isListed || isWeekend).toBe(dayAt(calendar, date) === "closed");
        }
        expect(stretches.filter(({ from }) => openAfter.includes(from))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe("the usual three terms", () => {
  test.each([
    ["2025-26", "2025-12-19", "2026-01-05", "2026-03-27", "2026-04-13"],
    ["2026-27", "2026-12-18", "2027-01-04", "2027-03-26", "2027-04-12"],
  ])("of %s end and begin around Christmas and Easter", (year, ...dates) => {
    const terms = usualTerms(year).filter(({ kind }) => kind === "term");
    const [autumn, spring, summer] = terms;
    expect([autumn?.to, spring?.from, spring?.to, summer?.from]).toEqual(dates);
  });

  test("have 188 to 198 pupil days in any year, and three terms and half terms inside it", () => {
    for (let first = 2001; first <= 2090; first++) {
      const year = academicYearOf(`${first}-09-01`);
      const spans = usualTerms(year);
      const { pupilDays, insetDays } = daysOfKinds(dayKindsIn(spans, year));
      expect(pupilDays).toBeGreaterThanOrEqual(188);
      expect(pupilDays).toBeLessThanOrEqual(198);
      expect(insetDays).toBe(0);
      expect(spans.filter(({ kind }) => kind === "term")).toHaveLength(3);
    }
  });
});
