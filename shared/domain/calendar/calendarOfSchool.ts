import { academicYearOf, addDays, addMonths, dateAt, endOfDay, isWorkingDay } from "./calendar.ts";
import {
  type CalendarSource,
  type SchoolCalendar,
  type TermInForce,
  yearInForce,
} from "./calendarInForce.ts";
import type { CalendarSpan, SpanKind } from "./calendarYear.ts";

/** What a day is: closed to everybody, for staff alone, or for pupils too. */
export type DayKind = "closed" | "inset" | "pupils";

/**
 * What a day is under spans: a weekend, bank holiday or closed day is closed; an INSET day is for staff, in or out
 * of term; a day of a term is for pupils unless it is in a holiday.
 */
export const dayUnder = (spans: readonly CalendarSpan[], date: string): DayKind =>
  isWorkingDay(date) ? kindUnder(spans, date) : "closed";

/** The same of a day that is known to be neither at a weekend nor a bank holiday. */
export function kindUnder(spans: readonly CalendarSpan[], date: string): DayKind {
  const isA = (kind: SpanKind): boolean =>
    spans.some((span) => span.kind === kind && span.from <= date && date <= span.to);
  if (isA("closed")) return "closed";
  if (isA("inset")) return "inset";
  return isA("term") && !isA("holiday") ? "pupils" : "closed";
}

/** The academic years whose rows may speak of a date: in August, of the next one too, whose term may have begun. */
const yearsAround = (date: string): string[] =>
  date.slice(5, 7) === "08"
    ? [academicYearOf(date), academicYearOf(addMonths(date, 1))]
    : [academicYearOf(date)];

/** What a day is at a school. */
export const dayAt = (calendar: SchoolCalendar, date: string): DayKind =>
  dayUnder(
    yearsAround(date).flatMap((year) => yearInForce(calendar, year).spans),
    date,
  );

/** Whose terms a date is in, or, in a holiday, whose come next; after the last of all, whose was the last. */
export function sourceAt(calendar: SchoolCalendar, date: string): CalendarSource {
  const terms = yearsAround(date).flatMap((year) => yearInForce(calendar, year).terms);
  return (terms.find(({ to }) => date <= to) ?? terms.at(-1))?.source ?? "default";
}

/** Whether somebody at the school can be expected to read and answer: INSET days are working days. */
export const isWorkingDayAt = (calendar: SchoolCalendar, date: string): boolean =>
  dayAt(calendar, date) !== "closed";

/** The first working day of a school on or after a date. Years of which nobody speaks have some, so that it ends. */
export function workingDayFrom(calendar: SchoolCalendar, date: string): string {
  let day = date;
  while (!isWorkingDayAt(calendar, day)) day = addDays(day, 1);
  return day;
}

/** The date that many working days of a school after a date, which itself does not count; for none, the first on or after it. */
export function addWorkingDaysAt(calendar: SchoolCalendar, date: string, workingDays: number): string {
  let day = workingDays === 0 ? workingDayFrom(calendar, date) : date;
  for (let left = workingDays; left > 0; left -= 1) day = workingDayFrom(calendar, addDays(day, 1));
  return day;
}

/** Working days of a school from one date to a later one, the first not counted; 0 when the second is not later. */
export function workingDaysBetweenAt(calendar: SchoolCalendar, from: string, to: string): number {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDayAt(calendar, day)) count += 1;
  return count;
}

/** The working days of a school between two dates, both counted; no more than are enough, where dates may be years apart. */
export function workingDaysIn(
  calendar: SchoolCalendar,
  { from, to }: { readonly from: string; readonly to: string },
  enough: number,
): number {
  let count = 0;
  for (let day = from; day <= to && count < enough; day = addDays(day, 1))
    if (isWorkingDayAt(calendar, day)) count += 1;
  return count;
}

/** The first stretch of term between two holidays of a school that begins after a date. */
export function halfTermAfter(calendar: SchoolCalendar, date: string): TermInForce | undefined {
  const years = [academicYearOf(date), academicYearOf(addMonths(date, 12))];
  return years.flatMap((year) => yearInForce(calendar, year).terms).find(({ from }) => from > date);
}

/** A deadline: when, and by whose term dates it was counted. */
export interface Deadline {
  readonly at: string;
  readonly source: CalendarSource;
}

/** The end, in Europe/London, of the school's working day that many working days after an instant. */
export function deadlineAfter(calendar: SchoolCalendar, now: string, workingDays: number): Deadline {
  const date = addWorkingDaysAt(calendar, dateAt(now), workingDays);
  return { at: endOfDay(date), source: sourceAt(calendar, date) };
}

/** What each day of an academic year is under spans, from 1 August before it to its 31 August. */
export function dayKindsIn(spans: readonly CalendarSpan[], academicYear: string): DayKind[] {
  const first = Number(academicYear.slice(0, 4));
  const kinds: DayKind[] = [];
  for (let day = `${first}-08-01`; day <= `${first + 1}-08-31`; day = addDays(day, 1))
    kinds.push(dayUnder(spans, day));
  return kinds;
}

/** How many days of a year are for pupils, and how many for staff alone. */
export const daysOfKinds = (
  kinds: readonly DayKind[],
): { readonly pupilDays: number; readonly insetDays: number } => ({
  pupilDays: kinds.filter((kind) => kind === "pupils").length,
  insetDays: kinds.filter((kind) => kind === "inset").length,
});
