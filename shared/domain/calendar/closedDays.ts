import { academicYearOf, addDays, bankHolidays, weekdayOf } from "./calendar.ts";
import { type SchoolCalendar, yearInForce } from "./calendarInForce.ts";
import { kindUnder } from "./calendarOfSchool.ts";
import type { CalendarSpan } from "./calendarYear.ts";

interface Weekday {
  readonly date: string;
  readonly isBankHoliday: boolean;
}

const weekdaysByYear = new Map<string, readonly Weekday[]>();

function weekdaysOf(academicYear: string): readonly Weekday[] {
  const known = weekdaysByYear.get(academicYear);
  if (known) return known;
  const first = Number(academicYear.slice(0, 4));
  const weekdays: Weekday[] = [];
  for (let date = `${first}-09-01`; academicYearOf(date) === academicYear; date = addDays(date, 1)) {
    const isBankHoliday = bankHolidays(Number(date.slice(0, 4))).has(date);
    if (weekdayOf(date) <= 5) weekdays.push({ date, isBankHoliday });
  }
  weekdaysByYear.set(academicYear, weekdays);
  return weekdays;
}

/**
 * The stretches of an academic year within which a school is closed on every weekday, each as long as can be.
 * INSET days are open.
 */
export function closedStretches(
  calendar: SchoolCalendar,
  academicYear: string,
): Pick<CalendarSpan, "from" | "to">[] {
  const { spans } = yearInForce(calendar, academicYear);
  const next = academicYearOf(`${Number(academicYear.slice(0, 4)) + 1}-09-01`);
  const inAugust = [...spans, ...yearInForce(calendar, next).spans];
  const stretches: { from: string; to: string }[] = [];
  let wasClosed = false;
  for (const { date, isBankHoliday } of weekdaysOf(academicYear)) {
    const isClosed =
      isBankHoliday || kindUnder(date.slice(5, 7) === "08" ? inAugust : spans, date) === "closed";
    const last = stretches.at(-1);
    if (isClosed && wasClosed && last) last.to = date;
    else if (isClosed) stretches.push({ from: date, to: date });
    wasClosed = isClosed;
  }
  return stretches;
}
