import { academicYearOf, bankHolidays, isWorkingDay } from "../domain/calendar/calendar.ts";
import type { CalendarSpan } from "../domain/calendar/calendarYear.ts";
import { type CalendarOfFile, type CalendarReading, problemsOf } from "./calendarReading.ts";
import { problemLimit } from "./csv.ts";
import { readIcal } from "./icalEvents.ts";

interface Holiday {
  readonly row: number;
  readonly name: string;
  readonly date: string;
}

const firstOf = (academicYear: string): number => Number(academicYear.slice(0, 4));

/** The academic years that a list of bank holidays covers from their first day to their last bank holiday. */
function coveredBy(holidays: readonly Holiday[]): string[] {
  const dates = holidays.map(({ date }) => date).toSorted();
  const [first, last] = [dates.at(0) ?? "", dates.at(-1) ?? ""];
  const years = [...new Set(dates.map(academicYearOf))];
  return years.filter((year) => first <= `${firstOf(year)}-09-01` && `${firstOf(year) + 1}-08-24` <= last);
}

/** As many of the computed ones may have been moved by proclamation; a list that lacks more is another nation's. */
const mostMoved = 2;

function calendarOf(holidays: readonly Holiday[], academicYear: string): CalendarOfFile {
  const first = firstOf(academicYear);
  const ofYear = holidays.filter(({ date }) => academicYearOf(date) === academicYear);
  const byDate = new Map(ofYear.map((each) => [each.date, each]));
  const added = [...byDate.values()].filter(({ date }) => isWorkingDay(date));
  const missing = [...bankHolidays(first), ...bankHolidays(first + 1)]
    .filter((date) => academicYearOf(date) === academicYear && !byDate.has(date))
    .toSorted();
  return {
    holder: "partnership",
    academicYear,
    rows: added.map(({ row }) => row),
    spans: added.map(({ name, date }): CalendarSpan => ({ kind: "closed", name, from: date, to: date })),
    warnings: missing.map((date) => `${date} is counted as a bank holiday and is not in the list`),
  };
}

/**
 * Reads England's official list of bank holidays from iCalendar, for each academic year that it covers whole: days
 * that are not computed, such as those by proclamation, are closed days of the partnership. A year without any is
 * confirmed by it all the same. A list that lacks many of the computed days is refused, as another nation's.
 */
export function readBankHolidays(source: Uint8Array | string): CalendarReading {
  const file = readIcal(source);
  if (file.kind === "refused") return { kind: "refused", problems: [file.problem] };
  if (file.problems.length > 0) return { kind: "refused", problems: file.problems.slice(0, problemLimit) };
  const holidays = file.events.flatMap(({ row, name, times }) =>
    times.map(({ from }): Holiday => ({ row, name: nameOf(name), date: from })),
  );
  const long = file.events.filter(({ times }) => times.some(({ from, to }) => from !== to));
  if (long.length > 0)
    return {
      kind: "refused",
      problems: long.slice(0, problemLimit).map(({ row, name }) => ({
        row,
        column: "DTEND",
        message: `"${name.slice(0, 80)}" lasts longer than a bank holiday: one day`,
      })),
    };
  const calendars = coveredBy(holidays).map((year) => calendarOf(holidays, year));
  const strange = calendars.find(({ warnings = [] }) => warnings.length > mostMoved);
  const refusal = (message: string): CalendarReading => ({
    kind: "refused",
    problems: [{ row: 1, column: null, message }],
  });
  if (strange)
    return refusal(
      `Of ${strange.academicYear} it lacks ${strange.warnings?.length} of England's bank holidays: is it the list of another nation?`,
    );
  const problems = calendars.flatMap(problemsOf);
  if (problems.length > 0) return { kind: "refused", problems: problems.slice(0, problemLimit) };
  return calendars.length === 0
    ? refusal("It covers no academic year from September to the bank holiday of the August after it")
    : { kind: "read", calendars };
}

const nameOf = (name: string): string => (name === "" ? "Bank holiday" : name.slice(0, 80));
