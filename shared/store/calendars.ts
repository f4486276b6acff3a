import type { PartyCalendars } from "../domain/calendar/calendarOfParties.ts";
import type { SchoolCalendar } from "../domain/calendar/calendarInForce.ts";
import { authorityHolder } from "../domain/calendar/calendarYear.ts";
import type { SchoolId } from "../domain/ids.ts";
import { calendarList, calendarsOfHolder, calendarYears } from "./rows/calendars.ts";
import { registeredSchools, schoolWith } from "./schools.ts";
import type { Store } from "./store.ts";

/** All that is said of one school's days. A school that is no member has the partnership's closed days only. */
export async function calendarOf(store: Store, schoolId: SchoolId): Promise<SchoolCalendar> {
  const [found, school, partnership] = await Promise.all([
    schoolWith(store, schoolId),
    store.all(calendarsOfHolder(schoolId)),
    store.all(calendarsOfHolder("partnership")),
  ]);
  const authority = found ? await store.all(calendarsOfHolder(authorityHolder(found.laCode))) : [];
  return { school, authority, partnership };
}

/** Whether the partnership's own calendar speaks of a year, if only to say that it adds no day to the bank holidays. */
export const bankHolidaysConfirmed = async (store: Store, academicYear: string): Promise<boolean> =>
  (await store.get(calendarYears, { holder: "partnership", academicYear })) !== undefined;

/** The calendars of both schools of an offer. */
export async function calendarsOfParties(
  store: Store,
  { homeSchoolId, schoolId }: { readonly homeSchoolId: SchoolId; readonly schoolId: SchoolId },
): Promise<PartyCalendars> {
  const [homeSchool, supportedSchool] = await Promise.all([
    calendarOf(store, homeSchoolId),
    calendarOf(store, schoolId),
  ]);
  return { homeSchool, supportedSchool };
}

/** The calendar of any school, from one reading of everything: for whoever looks at many schools. */
export async function calendarsOfAll(store: Store): Promise<(schoolId: SchoolId) => SchoolCalendar> {
  const [schools, rows] = await Promise.all([registeredSchools(store), store.all(calendarList)]);
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
