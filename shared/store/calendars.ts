import type { PartyCalendars } from "../domain/calendar/calendarOfParties.ts";
import type { SchoolCalendar } from "../domain/calendar/calendarInForce.ts";
import { authorityHolder, type CalendarYear } from "../domain/calendar/calendarYear.ts";
import type { SchoolId } from "../domain/ids.ts";
import { calendarList, calendarsOfHolder, calendarYears } from "./rows/calendars.ts";
import type { SchoolFacts } from "./rows/partnership.ts";
import type { Reads } from "./reads.ts";
import { registeredSchools, schoolsWith } from "./schools.ts";
import type { Store } from "./store.ts";

/** What tells the calendar of a school among those that were read. */
export type CalendarOf = (schoolId: SchoolId) => SchoolCalendar;

/** All that is said of one school's days. A school that is no member has the partnership's closed days only. */
export const calendarOf = async (store: Store, schoolId: SchoolId): Promise<SchoolCalendar> =>
  (await calendarsOfSome(store, [schoolId]))(schoolId);

/** Whether the partnership's own calendar speaks of a year, if only to say that it adds no day to the bank holidays. */
export const bankHolidaysConfirmed = async (store: Store, academicYear: string): Promise<boolean> =>
  (await store.get(calendarYears, { holder: "partnership", academicYear })) !== undefined;

/** The calendars of both schools of an offer. */
export async function calendarsOfParties(
  store: Store,
  { homeSchoolId, schoolId }: { readonly homeSchoolId: SchoolId; readonly schoolId: SchoolId },
): Promise<PartyCalendars> {
  const calendarAt = await calendarsOfSome(store, [homeSchoolId, schoolId]);
  return { homeSchool: calendarAt(homeSchoolId), supportedSchool: calendarAt(schoolId) };
}

/** The calendars of some schools, by one query for each holder that may speak of them; to ask it for another is a bug. */
export async function calendarsOfSome(store: Reads, schoolIds: Iterable<SchoolId>): Promise<CalendarOf> {
  const asked = new Set(schoolIds);
  const schools = await schoolsWith(store, [...asked]);
  const authorities = new Set(schools.map(({ laCode }) => authorityHolder(laCode)));
  const holders = asked.size === 0 ? [] : ["partnership", ...authorities, ...asked];
  const rows = await Promise.all(holders.map((holder) => store.all(calendarsOfHolder(holder))));
  const calendarAt = calendarsAmong(schools, rows.flat());
  return (schoolId) => {
    if (!asked.has(schoolId)) throw new Error(`The calendar of ${schoolId} was not asked for`);
    return calendarAt(schoolId);
  };
}

/** The calendar of any school, from one reading of everything: for whoever looks at many schools. */
export async function calendarsOfAll(store: Store): Promise<CalendarOf> {
  return calendarsAmong(...(await Promise.all([registeredSchools(store), store.all(calendarList)])));
}

/** Each school's calendar is one object, by which what holds of its years is remembered. */
function calendarsAmong(schools: readonly SchoolFacts[], rows: readonly CalendarYear[]): CalendarOf {
  const byHolder = Map.groupBy(rows, ({ holder }) => holder);
  const authorityOf = new Map(schools.map(({ schoolId, laCode }) => [schoolId, authorityHolder(laCode)]));
  const found = new Map<SchoolId, SchoolCalendar>();
  return (schoolId) => {
    const calendar = found.get(schoolId) ?? {
      school: byHolder.get(schoolId) ?? [],
      authority: byHolder.get(authorityOf.get(schoolId) ?? "") ?? [],
      partnership: byHolder.get("partnership") ?? [],
    };
    found.set(schoolId, calendar);
    return calendar;
  };
}
