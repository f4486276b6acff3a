import { Temporal } from "temporal-polyfill";

const zone = "Europe/London";

/** The calendar date in Europe/London at an instant. */
export const dateAt = (instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** The hour of the day, 0 to 23, that clocks in Europe/London show at an instant. */
export const hourAt = (instant: string): number =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).hour;

/** The last millisecond of a calendar date in Europe/London: clock changes included. */
export const endOfDay = (date: string): string =>
  Temporal.PlainDate.from(date)
    .add({ days: 1 })
    .toZonedDateTime(zone)
    .toInstant()
    .subtract({ milliseconds: 1 })
    .toString({ smallestUnit: "millisecond" });

export const addDays = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();

export const addMonths = (date: string, months: number): string =>
  Temporal.PlainDate.from(date).add({ months }).toString();

export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to)).days;

/** The academic year that a date falls in, 1 September to 31 August, as `2026-27`. */
export function academicYearOf(date: string): string {
  const { year, month } = Temporal.PlainDate.from(date);
  const first = month >= 9 ? year : year - 1;
  return `${first}-${String((first + 1) % 100).padStart(2, "0")}`;
}

/** The academic year whose days work in a window uses: that of its first day, or of today once it has begun. */
export const workYearOf = (window: { readonly from: string }, today: string): string =>
  academicYearOf(window.from > today ? window.from : today);

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easterSunday(year: number): Temporal.PlainDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const shift = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const days = epact + weekday - 7 * shift + 114;
  return Temporal.PlainDate.from({ year, month: Math.floor(days / 31), day: (days % 31) + 1 });
}

const firstMonday = (year: number, month: number): Temporal.PlainDate => {
  const first = Temporal.PlainDate.from({ year, month, day: 1 });
  return first.add({ days: (8 - first.dayOfWeek) % 7 });
};

const isWeekend = (date: Temporal.PlainDate): boolean => date.dayOfWeek >= 6;

function substituteDays(dates: readonly Temporal.PlainDate[]): Temporal.PlainDate[] {
  const taken: Temporal.PlainDate[] = [];
  for (const date of dates) {
    let day = date;
    while (isWeekend(day) || taken.some((each) => each.equals(day))) day = day.add({ days: 1 });
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
  const lastMondayOf = (month: number) => firstMonday(year, month + 1).subtract({ weeks: 1 });
  const on = (month: number, day: number) => Temporal.PlainDate.from({ year, month, day });
  const days = [
    ...substituteDays([on(1, 1)]),
    easter.subtract({ days: 2 }),
    easter.add({ days: 1 }),
    firstMonday(year, 5),
    lastMondayOf(5),
    lastMondayOf(8),
    ...substituteDays([on(12, 25), on(12, 26)]),
  ];
  const holidays = new Set(days.map((day) => day.toString()));
  holidaysByYear.set(year, holidays);
  return holidays;
}

/** Whether offices and schools can be expected to read their messages: Monday to Friday, no bank holiday. */
export function isWorkingDay(date: string): boolean {
  const day = Temporal.PlainDate.from(date);
  return !isWeekend(day) && !bankHolidays(day.year).has(date);
}
