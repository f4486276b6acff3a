import { type CalendarHolder, CalendarYear } from "../../domain/calendar/calendarYear.ts";
import { entity, listOf } from "../entity.ts";

const partition = "CALENDARS";

/** What the partnership, an authority or a school says of the days of an academic year. */
export const calendarYears = entity("calendar", {
  schema: CalendarYear,
  place: (row: { holder: CalendarHolder; academicYear: string }) => ({
    partition,
    sort: `${row.holder}#${row.academicYear}`,
  }),
});
export const calendarList = listOf(calendarYears, { partition });
export const calendarsOfHolder = (holder: CalendarHolder) =>
  listOf(calendarYears, { partition, sortPrefix: `${holder}#` });
