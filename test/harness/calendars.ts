import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { someCalendarYear } from "./rows.ts";
import { addDays, endOfDay } from "../../shared/domain/calendar/calendar.ts";
import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import {
  type CalendarSpan,
  type CalendarYear,
  spanKinds,
} from "../../shared/domain/calendar/calendarYear.ts";

/** The academic years of which made-up calendars speak. */
export const calendarYearsSpokenOf = ["2025-26", "2026-27", "2027-28"];
export const anyDate = fc.nat({ max: 1000 }).map((days) => addDays("2025-09-01", days));

const at = (instant: Temporal.Instant): string => instant.toString({ smallestUnit: "millisecond" });
const someHour = fc
  .tuple(anyDate, fc.nat({ max: 86_399_999 }))
  .map(([date, milliseconds]) => at(Temporal.Instant.from(`${date}T00:00:00Z`).add({ milliseconds })));
const lastMinute = fc
  .tuple(anyDate, fc.nat({ max: 59_999 }))
  .map(([date, milliseconds]) => at(Temporal.Instant.from(endOfDay(date)).subtract({ milliseconds })));
/** Within an hour and a half of the instants at which London's clocks change. */
const clockChange = fc
  .tuple(
    fc.constantFrom("2025-10-26", "2026-03-29", "2026-10-25", "2027-03-28", "2027-10-31"),
    fc.integer({ min: -90, max: 90 }),
  )
  .map(([date, minutes]) => at(Temporal.Instant.from(`${date}T01:00:00Z`).add({ minutes })));

/** Instants of every hour, many of them in the last minute of a day or where the clocks skip or repeat an hour. */
export const anyInstant = fc.oneof(someHour, lastMinute, clockChange);

const spanOf = (year: string): fc.Arbitrary<CalendarSpan> =>
  fc
    .record({ kind: fc.constantFrom(...spanKinds), start: fc.nat({ max: 364 }), days: fc.nat({ max: 90 }) })
    .map(({ kind, start, days }) => {
      const from = addDays(`${year.slice(0, 4)}-09-01`, start);
      return { kind, name: "Some days", from, to: addDays(from, kind === "inset" ? 0 : days) };
    });
const rowsOf = (holder: string): fc.Arbitrary<CalendarYear[]> =>
  fc
    .subarray(calendarYearsSpokenOf)
    .chain((some) =>
      fc.tuple(
        ...some.map((year) =>
          fc.array(spanOf(year), { maxLength: 8 }).map((spans) => someCalendarYear(holder, year, spans)),
        ),
      ),
    );

/** A school with any terms, holidays, INSET and closed days of its own, its authority's and its partnership's. */
export const anyCalendar: fc.Arbitrary<SchoolCalendar> = fc.record({
  school: rowsOf("sch_00000001"),
  authority: rowsOf("authority-373"),
  partnership: rowsOf("partnership").map((rows) =>
    rows.map((row) => ({ ...row, spans: row.spans.filter(({ kind }) => kind === "closed") })),
  ),
});
