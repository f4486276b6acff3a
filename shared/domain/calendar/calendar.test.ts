import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  workYearOf,
  academicYearOf,
  addDays,
  addMonths,
  bankHolidays,
  dateAt,
  daysBetween,
  endOfDay,
} from "./calendar.ts";

const millisecondsPerDay = 86_400_000;
const isoOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10);
const instantOf = (date: string): number => Date.parse(`${date}T00:00:00Z`);

const anyDate = fc
  .integer({
    min: instantOf("1990-01-01") / millisecondsPerDay,
    max: instantOf("2090-12-31") / millisecondsPerDay,
  })
  .map((day) => isoOf(day * millisecondsPerDay));
const anyInstant = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2090-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString());

/** Easter Sundays as the Church of England's tables print them. */
const easterSundays = `
  2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23
  2009-04-12 2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16
  2018-04-01 2019-04-21 2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05
  2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25
  2038-04-25`
  .trim()
  .split(/\s+/);

describe("bank holidays", () => {
  test.each(easterSundays)("the Friday before and the Monday after Easter %s are closed", (easter) => {
    const holidays = bankHolidays(Number(easter.slice(0, 4)));
    const spring = [...holidays].filter((date) => date.slice(5) > "03-15" && date.slice(5) < "04-30");
    expect(spring).toEqual([
      isoOf(instantOf(easter) - 2 * millisecondsPerDay),
      isoOf(instantOf(easter) + millisecondsPerDay),
    ]);
  });

  test.each([
    ["2020-12-28", "Boxing Day on a Saturday"],
    ["2021-12-27", "Christmas Day on a Saturday"],
    ["2021-12-28", "Boxing Day on a Sunday"],
    ["2022-01-03", "New Year's Day on a Saturday"],
    ["2022-12-26", "Boxing Day on a Monday, though Christmas Day was a Sunday"],
    ["2022-12-27", "Christmas Day on a Sunday"],
    ["2023-01-02", "New Year's Day on a Sunday"],
    ["2027-12-27", "Christmas Day on a Saturday, six years later"],
  ])("%s is closed for %s", (date) => {
    expect(bankHolidays(Number(date.slice(0, 4))).has(date)).toBe(true);
  });

  test("the days of 2026 are those that GOV.UK lists for England and Wales", () => {
    expect([...bankHolidays(2026)].toSorted()).toEqual([
      "2026-01-01",
      "2026-04-03",
      "2026-04-06",
      "2026-05-04",
      "2026-05-25",
      "2026-08-31",
      "2026-12-25",
      "2026-12-28",
    ]);
  });

  test("every year has eight, none on a weekend, five of them on a Monday or its stand-in", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2199 }), (year) => {
        const weekdays = [...bankHolidays(year)].map((date) => new Date(instantOf(date)).getUTCDay());
        expect(weekdays).toHaveLength(8);
        expect(weekdays.filter((day) => day === 0 || day === 6)).toEqual([]);
        expect(weekdays.filter((day) => day === 1).length).toBeGreaterThanOrEqual(4);
      }),
    );
  });
});

describe("dates in Europe/London", () => {
  const londonDate = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", dateStyle: "short" });

  test("an instant's date is the one that London's clocks show", () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        expect(dateAt(instant)).toBe(londonDate.format(new Date(instant)));
      }),
    );
  });

  test("the end of a day is still that day, and a millisecond later is the next", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const end = endOfDay(date);
        expect(dateAt(end)).toBe(date);
        expect(dateAt(new Date(Date.parse(end) + 1).toISOString())).toBe(addDays(date, 1));
      }),
    );
  });

  test.each([
    ["2026-03-28", "2026-03-28T23:59:59.999Z"],
    ["2026-03-29", "2026-03-29T22:59:59.999Z"],
    ["2026-10-24", "2026-10-24T22:59:59.999Z"],
    ["2026-10-25", "2026-10-25T23:59:59.999Z"],
  ])("%s, at a change of the clocks, ends at %s", (date, end) => {
    expect(endOfDay(date)).toBe(end);
  });
});

describe("the academic year that work uses", () => {
  test("is that of its first day, or of today once its window has begun", () => {
    const summer = { from: "2026-08-20" };
    expect(workYearOf(summer, "2026-07-01")).toBe("2025-26");
    expect(workYearOf(summer, "2026-11-23")).toBe("2026-27");
  });
});

describe("date arithmetic", () => {
  test("days added are days between", () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -2000, max: 2000 }), (date, days) => {
        const later = addDays(date, days);
        expect(later).toBe(isoOf(instantOf(date) + days * millisecondsPerDay));
        expect(daysBetween(date, later)).toBe(days);
      }),
    );
  });

  test("a month after the last day of January is the last day of February", () => {
    expect(addMonths("2027-01-31", 1)).toBe("2027-02-28");
    expect(addMonths("2028-01-31", 1)).toBe("2028-02-29");
  });

  test("an academic year runs from 1 September to 31 August", () => {
    expect(academicYearOf("2026-08-31")).toBe("2025-26");
    expect(academicYearOf("2026-09-01")).toBe("2026-27");
    expect(academicYearOf("2099-09-01")).toBe("2099-00");
  });

  test("a date's academic year begins at most a year before it", () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        const began = `${academicYearOf(date).slice(0, 4)}-09-01`;
        expect(began <= date).toBe(true);
        expect(date < addMonths(began, 12)).toBe(true);
      }),
    );
  });
});
