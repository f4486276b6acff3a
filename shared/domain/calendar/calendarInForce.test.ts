import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { someCalendarYear } from "../../../test/harness/rows.ts";
import { addDays, isWorkingDay } from "./calendar.ts";
import { usualTerms } from "./calendarDefault.ts";
import {
  calendarNotice,
  type SchoolCalendar,
  sourcesOf,
  usualCalendar,
  yearInForce,
} from "./calendarInForce.ts";
import { dayAt, isWorkingDayAt, sourceAt } from "./calendarOfSchool.ts";
import { type CalendarSpan, type CalendarYear, spanFaults, spanKinds } from "./calendarYear.ts";

const year = "2026-27";
const wholeYear = Array.from({ length: 365 + 31 }, (_, day) => addDays("2026-08-01", day));
const anyDay = fc.constantFrom(...wholeYear);
const saidBy = (holder: string, spans: readonly CalendarSpan[]): CalendarYear[] =>
  spans.length === 0 ? [] : [someCalendarYear(holder, year, [...spans])];
const calendarWith = (
  school: readonly CalendarSpan[],
  authority: readonly CalendarSpan[] = [],
  closed: readonly CalendarSpan[] = [],
): SchoolCalendar => ({
  school: saidBy("sch_00000001", school),
  authority: saidBy("authority-373", authority),
  partnership: saidBy("partnership", closed),
});

const shiftedBy = (span: CalendarSpan, [start, end]: readonly [number, number]): CalendarSpan => ({
  ...span,
  from: addDays(span.from, start),
  to: addDays(span.to, end),
});
/** Three terms and half terms as real ones are: each end up to six days from the usual, half terms whole. */
const realTerms: fc.Arbitrary<CalendarSpan[]> = fc
  .array(fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: -6, max: 6 })), {
    minLength: 6,
    maxLength: 6,
  })
  .map((shifts) =>
    usualTerms(year).map((span, index) => {
      const [start, end] = shifts[index] ?? [0, 0];
      return shiftedBy(span, span.kind === "term" ? [start, end] : [start, start]);
    }),
  );
const isTerm = ({ kind }: CalendarSpan): boolean => kind === "term";
const covers = ({ from, to }: Pick<CalendarSpan, "from" | "to">, date: string): boolean =>
  from <= date && date <= to;

/** Any spans that a holder may write: terms do not overlap, and every day is one of the year. */
const anySpans: fc.Arbitrary<CalendarSpan[]> = fc
  .array(
    fc
      .record({
        kind: fc.constantFrom(...spanKinds),
        start: fc.nat({ max: 390 }),
        days: fc.nat({ max: 100 }),
      })
      .map(({ kind, start, days }) => {
        const from = addDays("2026-08-01", start);
        return { kind, name: "Some days", from, to: addDays(from, kind === "inset" ? 0 : days) };
      }),
    { maxLength: 8 },
  )
  .map((spans) => {
    const faults = spanFaults({ holder: "authority-373", academicYear: year, spans });
    return spans.filter((_, at) => !faults.some(({ index }) => index === at));
  });
const anyCalendar = fc.record({ school: anySpans, authority: anySpans, closed: anySpans }).map((said) =>
  calendarWith(
    said.school,
    said.authority,
    said.closed.filter(({ kind }) => kind === "closed"),
  ),
);

const autumn: CalendarSpan = { kind: "term", name: "Autumn term", from: "2026-08-27", to: "2026-12-11" };
const inset: CalendarSpan = { kind: "inset", name: "INSET", from: "2026-09-02", to: "2026-09-02" };

describe("whose terms hold", () => {
  test("a school that names one term has the others of its authority, or the usual ones", () => {
    const spring: CalendarSpan = { kind: "term", name: "Spring term", from: "2027-01-06", to: "2027-03-19" };
    const calendar = calendarWith([autumn], [{ ...autumn, to: "2026-12-18" }, spring]);
    expect(sourcesOf(yearInForce(calendar, year))).toEqual(["school", "authority", "default"]);
    const sourcesAt = ["2026-11-10", "2027-02-01", "2027-06-10"].map((date) => sourceAt(calendar, date));
    expect(sourcesAt).toEqual(["school", "authority", "default"]);
    const days = ["2026-12-14", "2027-01-04", "2027-01-06", "2027-03-22", "2027-06-10"];
    expect(days.map((date) => dayAt(calendar, date))).toEqual([
      "closed",
      "closed",
      "pupils",
      "closed",
      "pupils",
    ]);
    expect(sourcesOf(yearInForce(usualCalendar, year))).toEqual(["default"]);
    expect([calendarNotice("school"), calendarNotice("authority"), calendarNotice("default")]).toEqual([
      null,
      expect.stringContaining("authority"),
      expect.stringContaining("usual"),
    ]);
  });

  test("a school that names all its terms is touched by nothing that others say, its holidays included", () => {
    fc.assert(
      fc.property(realTerms, realTerms, anyDay, (own, authority, date) => {
        const calendar = calendarWith(own, authority);
        expect(sourcesOf(yearInForce(calendar, year))).toEqual(["school"]);
        const inOwnTerm = own.some((span) => isTerm(span) && covers(span, date));
        const inOwnHoliday = own.some((span) => !isTerm(span) && covers(span, date));
        expect(isWorkingDayAt(calendar, date)).toBe(isWorkingDay(date) && inOwnTerm && !inOwnHoliday);
      }),
    );
  });

  const someNamed = fc
    .record({ all: realTerms, authority: realTerms, which: fc.subarray([0, 1, 2]) })
    .map(({ all, authority, which }) => {
      const halfTerms = all.filter((span) => !isTerm(span));
      const named = all.filter(isTerm).filter((_, index) => which.includes(index));
      return { named, halfTerms, authority, calendar: calendarWith([...named, ...halfTerms], authority) };
    });

  test("a school that names some of its terms has its own days in those", () => {
    fc.assert(
      fc.property(someNamed, anyDay, ({ named, halfTerms, calendar }, date) => {
        fc.pre(named.some((span) => covers(span, date)));
        expect(dayAt(calendar, date)).toBe(dayAt(calendarWith([...named, ...halfTerms]), date));
        expect(halfTerms.some((span) => covers(span, date)) || sourceAt(calendar, date) === "school").toBe(
          true,
        );
      }),
    );
  });

  test("a school that names some of its terms has its authority's days in those that it does not name", () => {
    fc.assert(
      fc.property(someNamed, anyDay, ({ named, halfTerms, authority, calendar }, date) => {
        const theirs = authority.filter((span) => isTerm(span) && covers(span, date));
        fc.pre(theirs.length > 0 && !halfTerms.some((span) => covers(span, date)));
        fc.pre(!theirs.some((term) => named.some((span) => span.from <= term.to && term.from <= span.to)));
        expect(dayAt(calendar, date)).toBe(dayAt(calendarWith([], authority), date));
      }),
    );
  });

  test("for any calendars, no day of a school's own terms is changed by what comes after it", () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, date) => {
        const own = calendar.school.flatMap(({ spans }) => spans);
        fc.pre(own.some((span) => isTerm(span) && covers(span, date)));
        fc.pre(!own.some((span) => span.kind === "holiday" && covers(span, date)));
        expect(dayAt(calendar, date)).toBe(dayAt({ ...calendar, authority: [] }, date));
        expect(sourceAt(calendar, date)).toBe("school");
      }),
      { numRuns: 200 },
    );
  });

  test("for any calendars, a day for pupils is in a term that holds, and told to be of that term's holder", () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, date) => {
        fc.pre(dayAt(calendar, date) === "pupils" && date.slice(5, 7) !== "08");
        const { terms } = yearInForce(calendar, year);
        const sources = terms.filter((term) => covers(term, date)).map(({ source }) => source);
        expect(new Set(sources)).toEqual(new Set([sourceAt(calendar, date)]));
        expect(isWorkingDay(date)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test("for any calendars, terms of two holders never share a day", () => {
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        const { terms } = yearInForce(calendar, year);
        const shared = terms.filter((a) =>
          terms.some((b) => a.source !== b.source && a.from <= b.to && b.from <= a.to),
        );
        expect(shared).toEqual([]);
        expect(terms.map(({ from }) => from)).toEqual(terms.map(({ from }) => from).toSorted());
      }),
      { numRuns: 200 },
    );
  });
});

describe("what holders say beside terms", () => {
  const authority: CalendarSpan[] = [{ ...autumn, from: "2026-09-03", to: "2026-12-17" }];

  test("a school that names its INSET days alone keeps its authority's terms", () => {
    const calendar = calendarWith([inset], authority);
    expect(sourceAt(calendar, "2026-09-03")).toBe("authority");
    expect([dayAt(calendar, "2026-09-02"), dayAt(calendar, "2026-09-03")]).toEqual(["inset", "pupils"]);
    expect(dayAt(calendarWith([], authority), "2026-09-02")).toBe("closed");
  });

  test("an authority's closed and INSET days count before and within its own terms, not within a school's", () => {
    const polling: CalendarSpan = { kind: "closed", name: "Polling", from: "2026-10-08", to: "2026-10-08" };
    const training: CalendarSpan = { ...inset, from: "2027-01-04", to: "2027-01-04" };
    const spring: CalendarSpan = { kind: "term", name: "Spring term", from: "2027-01-05", to: "2027-03-19" };
    const said = [...authority, spring, polling, training];
    expect(["2026-10-08", "2027-01-04"].map((date) => dayAt(calendarWith([], said), date))).toEqual([
      "closed",
      "inset",
    ]);
    expect(["2026-10-08", "2027-01-04"].map((date) => dayAt(calendarWith([autumn], said), date))).toEqual([
      "pupils",
      "inset",
    ]);
  });

  test("a term may begin in August before its academic year", () => {
    expect(dayAt(calendarWith([autumn]), "2026-08-28")).toBe("pupils");
    expect(sourceAt(calendarWith([autumn]), "2026-08-28")).toBe("school");
    expect(dayAt(usualCalendar, "2026-08-28")).toBe("closed");
  });

  test("a day that the partnership closes is closed at every school", () => {
    const proclaimed: CalendarSpan = {
      kind: "closed",
      name: "Coronation",
      from: "2026-10-05",
      to: "2026-10-05",
    };
    expect(dayAt(calendarWith([], authority, [proclaimed]), "2026-10-05")).toBe("closed");
    expect(dayAt(calendarWith([], authority), "2026-10-05")).toBe("pupils");
  });
});
