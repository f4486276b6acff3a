import { academicYearOf } from "../../shared/domain/calendar/calendar.ts";
import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { authorityHolder } from "../../shared/domain/calendar/calendarYear.ts";
import { closedStretches } from "../../shared/domain/calendar/closedDays.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import type { MatchCalendar, MatchInput, MatchRequest } from "../../shared/matching/facts/facts.ts";

/** The calendars of a run's schools, and which of them each school has: both empty where no calendar was read. */
export interface CalendarFacts {
  readonly calendars: Pick<MatchInput, "calendars">;
  readonly calendarOf: (school: Pick<School, "schoolId">) => { readonly calendar?: string };
}

/** What is looked at of a run to find its calendars. */
export interface CalendarRows {
  readonly schools: readonly School[];
  readonly calendarOf?: ((schoolId: SchoolId) => SchoolCalendar) | undefined;
}

/** Days after so many years of a run count as open on every weekday: nobody has said anything of them yet. */
const mostYears = 4;

/** The academic year of a run and the next, which is the same from night to night, or as far as its requests reach. */
export function yearsFrom(
  academicYear: string,
  requests: readonly Pick<MatchRequest, "window" | "nextHalfTerm">[],
): string[] {
  const first = Number(academicYear.slice(0, 4));
  const reached = requests.map(({ window, nextHalfTerm }) =>
    Number(academicYearOf((nextHalfTerm ?? window).to).slice(0, 4)),
  );
  const last = reached.reduce((latest, year) => Math.max(latest, year), first + 1);
  const count = Math.min(mostYears, last - first + 1);
  return Array.from({ length: count }, (_, at) => academicYearOf(`${first + at}-09-01`));
}

/**
 * The closed days of the schools over some academic years. A school has its authority's calendar unless what it
 * says itself closes other days: INSET days alone, which are open, make no calendar of its own.
 */
export function factsOfCalendars(
  { schools, calendarOf }: CalendarRows,
  years: readonly string[],
): CalendarFacts {
  if (!calendarOf) return { calendars: {}, calendarOf: () => ({}) };
  const found = new Map<string, MatchCalendar>();
  const closedUnder = (calendar: SchoolCalendar): MatchCalendar["closed"] =>
    years.flatMap((year) => closedStretches(calendar, year));
  const nameOf = new Map<SchoolId, string>();
  for (const { schoolId, laCode } of schools) {
    const own = calendarOf(schoolId);
    const shared = authorityHolder(laCode);
    const known = found.get(shared) ?? { id: shared, closed: closedUnder({ ...own, school: [] }) };
    found.set(shared, known);
    const closed = own.school.length === 0 ? known.closed : closedUnder(own);
    const isShared = JSON.stringify(closed) === JSON.stringify(known.closed);
    if (!isShared) found.set(schoolId, { id: schoolId, closed });
    nameOf.set(schoolId, isShared ? shared : schoolId);
  }
  return {
    calendars: { calendars: [...found.values()] },
    calendarOf: ({ schoolId }) => {
      const calendar = nameOf.get(schoolId);
      return calendar === undefined ? {} : { calendar };
    },
  };
}
