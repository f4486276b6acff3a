import { getISO } from "temporal-polyfill/fns/Calendar";
import * as Instant from "temporal-polyfill/fns/Instant";
import * as PlainDate from "temporal-polyfill/fns/PlainDate";
import * as ZonedDateTime from "temporal-polyfill/fns/ZonedDateTime";

const zone = "Europe/London";

const inLondon = (instant: string): ZonedDateTime.Record =>
  Instant.toZonedDateTimeISO(Instant.fromString(instant), zone);

/** A date as a record, or raises a RangeError where there is no such day. */
const recordOf = (date: string): PlainDate.Record => PlainDate.fromString(date, getISO);

/** The calendar date in Europe/London at an instant. */
export const dateAt = (instant: string): string =>
  PlainDate.toString(ZonedDateTime.toPlainDate(inLondon(instant)));

/** The hour of the day, 0 to 23, that clocks in Europe/London show at an instant. */
export const hourAt = (instant: string): number => inLondon(instant).hour;

/** The last millisecond of a calendar date in Europe/London: clock changes included. */
export function endOfDay(date: string): string {
  const nextDay = PlainDate.toZonedDateTime(PlainDate.addDays(recordOf(date), 1), zone);
  const last = Instant.subtractMilliseconds(ZonedDateTime.toInstant(nextDay), 1);
  return Instant.toString(last, { smallestUnit: "millisecond" });
}

export const addDays = (date: string, days: number): string =>
  PlainDate.toString(PlainDate.addDays(recordOf(date), days));

export const addMonths = (date: string, months: number): string =>
  PlainDate.toString(PlainDate.addMonths(recordOf(date), months));

export const daysBetween = (from: string, to: string): number =>
  PlainDate.diffDays(recordOf(from), recordOf(to));

/** The ISO weekday of a date, 1 for Monday to 7. */
export const weekdayOf = (date: string): number => PlainDate.dayOfWeek(recordOf(date));

/** The academic year that a date falls in, 1 September to 31 August, as `2026-27`. */
export function academicYearOf(date: string): string {
  const { year, month } = recordOf(date);
  const first = month >= 9 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** The academic year whose days work in a window uses: that of its first day, or of today once it has begun. */
export const workYearOf = (window: { readonly from: string }, today: string): string =>
  academicYearOf(window.from > today ? window.from : today);

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): PlainDate.Record {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * shift + 114;
  return PlainDate.fromFields({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

const firstMonday = (year: number, month: number): PlainDate.Record => {
  const first = PlainDate.fromFields({ year, month, day: 1 });
  return PlainDate.addDays(first, (8 - PlainDate.dayOfWeek(first)) % 7);
};

const isWeekend = (date: PlainDate.Record): boolean => PlainDate.dayOfWeek(date) >= 6;

function substituteDays(dates: readonly PlainDate.Record[]): PlainDate.Record[] {
  const taken: PlainDate.Record[] = [];
  for (const date of dates) {
    let day = date;
    while (isWeekend(day) || taken.some((each) => PlainDate.equals(each, day)))
      day = PlainDate.addDays(day, 1);
    taken.push(day);
  }
  return taken;
}

const holidaysByYear = new Map<number, ReadonlySet<string>>();

/**
 * England's bank holidays of a year as dates, substitutes for weekends included
 * (Banking and Financial Dealings Act 1971, schedule 1, and the proclamations for New Year's Day and May Day).
 * One-off holidays by royal proclamation are not computed.
 */
export function bankHolidays(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const lastMondayOf = (month: number) => PlainDate.subtractWeeks(firstMonday(year, month + 1), 1);
  const on = (month: number, day: number) => PlainDate.fromFields({ year, month, day });
  const days = [
    ...substituteDays([on(1, 1)]),
    PlainDate.subtractDays(easter, 2),
    PlainDate.addDays(easter, 1),
    firstMonday(year, 5),
    lastMondayOf(5),
    lastMondayOf(8),
    ...substituteDays([on(12, 25), on(12, 26)]),
  ];
  const holidays = new Set(days.map((day) => PlainDate.toString(day)));
  holidaysByYear.set(year, holidays);
  return holidays;
}

/** Whether offices and schools can be expected to read their messages: Monday to Friday, no bank holiday. */
export function isWorkingDay(date: string): boolean {
  const day = recordOf(date);
  return !isWeekend(day) && !bankHolidays(day.year).has(date);
}
