import { addDays, dateAt, daysBetween } from "../../shared/domain/calendar/calendar.ts";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { workingDayFrom, workingDaysIn } from "../../shared/domain/calendar/calendarOfSchool.ts";
import type { Service } from "./service.ts";

const advanceTo = async (service: Service, date: string): Promise<void> => {
  const days = daysBetween(dateAt(service.host.clock.now().toISOString()), date);
  if (days > 0) await service.advance({ days });
};

/** Moves the clock on to a day on which schools that gave no term dates work, unless this is one. */
export const toWorkingDay = (service: Service): Promise<void> =>
  advanceTo(service, workingDayFrom(usualCalendar, dateAt(service.host.clock.now().toISOString())));

/** Moves the clock on to a working day of such schools whose next four weeks hold at least ten more. */
export async function toOpenWeeks(service: Service): Promise<void> {
  let day = workingDayFrom(usualCalendar, dateAt(service.host.clock.now().toISOString()));
  while (workingDaysIn(usualCalendar, { from: addDays(day, 1), to: addDays(day, 28) }, 10) < 10)
    day = workingDayFrom(usualCalendar, addDays(day, 1));
  await advanceTo(service, day);
}

/** Moves the clock on to the day after a deadline. */
export const pastDeadline = async (service: Service, deadline: string | null): Promise<void> => {
  if (deadline === null) throw new Error("There is no deadline to pass");
  await advanceTo(service, dateAt(deadline));
  await service.advance({ days: 1 });
};
