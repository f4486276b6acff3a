import type { SchoolCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import type { PartyCalendars } from "../../shared/domain/calendar/calendarOfParties.ts";
import type { SchoolId } from "../../shared/domain/ids.ts";

/** When a partnership's deadlines are looked at, and by whose calendars as they now are. */
export interface At {
  readonly now: string;
  readonly today: string;
  readonly calendarOf: (schoolId: SchoolId) => SchoolCalendar;
}

/** The calendars of both schools of an offer, or of the work that it became. */
export const calendarsAt = (
  { calendarOf }: Pick<At, "calendarOf">,
  { homeSchoolId, schoolId }: { readonly homeSchoolId: SchoolId; readonly schoolId: SchoolId },
): PartyCalendars => ({ homeSchool: calendarOf(homeSchoolId), supportedSchool: calendarOf(schoolId) });
