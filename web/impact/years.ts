import { academicYearOf } from "../../shared/domain/calendar/calendar.ts";
import { AcademicYear } from "../../shared/domain/calendar/calendarYear.ts";
import type { Asked, Visit } from "../visit.ts";

const yearsShown = 4;

/** This academic year and the three before it, newest first. */
export const recentYears = ({ today }: Pick<Visit, "today">): string[] =>
  Array.from({ length: yearsShown }, (_, back) =>
    academicYearOf(`${Number(today.slice(0, 4)) - back}${today.slice(4, 8)}01`),
  );

/** The academic year that is asked for, as a query of the API; of all years where none is. */
export function yearAsked({ query }: Asked): { readonly academicYear?: string } {
  const year = AcademicYear.safeParse(query.get("academicYear"));
  return year.success ? { academicYear: year.data } : {};
}
