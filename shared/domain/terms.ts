import { addDays } from "./calendar.ts";
import type { SchoolCalendar } from "./calendarInForce.ts";
import { workingDayFrom } from "./calendarOfSchool.ts";

/**
 * On or before which day each of the three terms of a calendar year begins, near enough: the term is then counted
 * from the school's first working day on or after it. Some authorities have six terms, of which two are one here.
 */
const termStarts = ["01-01", "04-16", "09-01"] as const;

/** Days into a term at which a follow-up falls due: the rush of its first two weeks is over. */
const settledAfterDays = 14;

/**
 * When a question falls due that is to be asked so many terms after a date: the school's first working day two
 * weeks into that term. Three terms an academic year: autumn from 1 September, spring from 1 January, summer from
 * 16 April; a date in the summer holiday belongs to the summer term.
 * @example termAfter(usualCalendar, "2026-11-20", 1) // "2027-01-18"
 */
export function termAfter(calendar: SchoolCalendar, date: string, terms: number): string {
  const monthAndDay = date.slice(5);
  const termsBegun = termStarts.filter((start) => start <= monthAndDay).length;
  const term = Number(date.slice(0, 4)) * termStarts.length + termsBegun - 1 + terms;
  const year = Math.floor(term / termStarts.length);
  const begins = workingDayFrom(calendar, `${year}-${termStarts[term % termStarts.length] ?? "01-01"}`);
  return workingDayFrom(calendar, addDays(begins, settledAfterDays));
}
