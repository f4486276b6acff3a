import { academicYearOf, addDays, addMonths, daysBetween } from "./calendar.ts";
import { type SchoolCalendar, yearInForce } from "./calendarInForce.ts";
import { workingDayFrom } from "./calendarOfSchool.ts";

/** Days into a term at which a follow-up falls due: the rush of its first two weeks is over. */
const settledAfterDays = 14;

/**
 * Between which days the three terms of an academic year begin, in the year in which it begins and the next, and on
 * or after which they are taken to where none of a school's stretches of term begins between them.
 */
const beginnings = [
  { yearsOn: 0, from: "08-01", to: "12-31", otherwise: "09-01" },
  { yearsOn: 1, from: "01-01", to: "02-28", otherwise: "01-01" },
  { yearsOn: 1, from: "03-01", to: "05-15", otherwise: "04-16" },
] as const;

/**
 * When the three terms of a school's academic year begin. Of the stretches that begin in autumn, in winter and in
 * spring it is each time the one before which the longest holiday lies: a half term is shorter than what is between
 * terms, also where an authority calls each half a term.
 */
function termStarts(calendar: SchoolCalendar, academicYear: string): string[] {
  const stretches = yearInForce(calendar, academicYear).terms;
  const holidayBefore = (index: number): number => {
    const [before, stretch] = [stretches[index - 1], stretches[index]];
    return before && stretch ? daysBetween(before.to, stretch.from) : Number.MAX_SAFE_INTEGER;
  };
  return beginnings.map(({ yearsOn, from, to, otherwise }) => {
    const year = Number(academicYear.slice(0, 4)) + yearsOn;
    const [first, ...others] = [...stretches.keys()].filter((index) => {
      const begins = stretches[index]?.from ?? "";
      return `${year}-${from}` <= begins && begins <= `${year}-${to}`;
    });
    if (first === undefined) return `${year}-${otherwise}`;
    const longest = others.reduce((best, at) => (holidayBefore(at) > holidayBefore(best) ? at : best), first);
    return stretches[longest]?.from ?? `${year}-${otherwise}`;
  });
}

/**
 * When a question falls due that is to be asked so many terms after a date: the school's first working day two
 * weeks into that term, three terms an academic year by the school's own dates. A date in a holiday belongs to the
 * term before it.
 * @example termAfter(usualCalendar, "2026-11-20", 1) // "2027-01-18"
 */
export function termAfter(calendar: SchoolCalendar, date: string, terms: number): string {
  const yearsNeeded = Math.ceil(terms / beginnings.length) + 2;
  const starts = Array.from({ length: yearsNeeded }, (_, at) =>
    termStarts(calendar, academicYearOf(addMonths(date, 12 * (at - 1)))),
  ).flat();
  const next = starts.findIndex((start) => start > date);
  const begins = starts[next - 1 + terms] ?? date;
  return workingDayFrom(calendar, addDays(workingDayFrom(calendar, begins), settledAfterDays));
}
