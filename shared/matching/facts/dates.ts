import type { IsoDate } from "./facts.ts";
import { onceBy } from "./once.ts";

const shape = /^(\d{4})-(\d{2})-(\d{2})$/;
const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

interface Civil {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] ?? 0);

function civil(date: IsoDate): Civil | null {
  const parts = shape.exec(date);
  if (parts === null) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return day >= 1 && day <= monthLength(year, month) ? { year, month, day } : null;
}

/** True for a date that exists in the calendar. */
export const isDate = (date: string): boolean => civil(date) !== null;

/** The whole number that some figures of a date stand for. */
const figures = (date: IsoDate, from: number, to: number): number => {
  let value = 0;
  for (let at = from; at < to; at++) value = value * 10 + date.charCodeAt(at) - 48;
  return value;
};

/** A date as a whole number that sorts as the date does. */
export const sortable = (date: IsoDate): number =>
  figures(date, 0, 4) * 10_000 + figures(date, 5, 7) * 100 + figures(date, 8, 10);

/** Works something out of each date once. Dates are told apart by their figures: no text need be hashed. */
export const onceByDate = (workOut: (date: IsoDate) => number): ((date: IsoDate) => number) =>
  onceBy(sortable, workOut);

/** Days since 1970-01-01, by shifting the year to begin in March; date must exist. */
export function dayNumber(date: IsoDate): number {
  const [year, month, day] = [figures(date, 0, 4), figures(date, 5, 7), figures(date, 8, 10)];
  const shifted = month > 2 ? year : year - 1;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

const digits = (value: number, width: number): string => String(value).padStart(width, "0");

/** The same day some months earlier, or the last day of that month where it has no such day. */
export function monthsBefore(date: IsoDate, months: number): IsoDate {
  const { year, month, day } = civil(date) ?? { year: 1970, month: 1, day: 1 };
  const count = year * 12 + month - 1 - months;
  const newYear = Math.floor(count / 12);
  const newMonth = count - newYear * 12 + 1;
  const newDay = Math.min(day, monthLength(newYear, newMonth));
  return `${digits(newYear, 4)}-${digits(newMonth, 2)}-${digits(newDay, 2)}`;
}

/** The date some days later, by walking whole months. */
export function daysAfter(date: IsoDate, days: number): IsoDate {
  let { year, month, day } = civil(date) ?? { year: 1970, month: 1, day: 1 };
  for (day += days; day > monthLength(year, month);) {
    day -= monthLength(year, month);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
  }
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** Whole weeks from one date to a later one; 0 when it is not later. */
export const weeksBetween = (from: IsoDate, to: IsoDate): number =>
  Math.max(0, Math.floor((dayNumber(to) - dayNumber(from)) / 7));

/** Mondays to Fridays up to and including this day number, counted from a fixed Monday. */
export function weekdaysThrough(day: number): number {
  const sinceMonday = day + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7 + 1, 5);
}
