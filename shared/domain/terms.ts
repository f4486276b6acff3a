import { addDays } from "./calendar.ts";
import { type SchoolCalendar, workingDayFrom } from "./calendarOfSchool.ts";

/**
 * Where each of the three terms of a calendar year is taken to begin. Schools set their own dates and Easter
 * moves; for a question asked a term later these are near enough, and the same for everybody.
 */
const termStarts = ["01-01", "04-16", "09-01"] as const;

/** Days into a term at which a follow-up falls due: the rush of its first two weeks is over. */
const settledAfterDays = 14;

/**
 * When a question falls due that is to be asked so many terms after a date: the school's first working day two
 * weeks into that term. Assumes three terms an academic year: autumn from 1 September, spring from 1 January, summer from
 * 16 April; a date in the summer holiday belongs to the summer term.
 * @example termAfter(usualCalendar, "2026-11-20", 1) // "2027-01-15"
 */
export function termAfter(calendar: SchoolCalendar, date: string, terms: number): string {
  const monthAndDay = date.slice(5);
  const termsBegun = termStarts.filter((start) => start <= monthAndDay).length;
  const term = Number(date.slice(0, 4)) * termStarts.length + termsBegun - 1 + terms;
  const year = Math.floor(term / termStarts.length);
  const settled = addDays(`${year}-${termStarts[term % termStarts.length] ?? "01-01"}`, settledAfterDays);
  return workingDayFrom(calendar, settled);
}
