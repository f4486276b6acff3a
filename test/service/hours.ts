import { addDays, dateAt, daysBetween } from "../../shared/domain/calendar/calendar.ts";
import { usualCalendar } from "../../shared/domain/calendar/calendarInForce.ts";
import { addWorkingDaysAt, workingDayFrom } from "../../shared/domain/calendar/calendarOfSchool.ts";
import type { Service } from "../harness/service.ts";
import { toWorkingDay } from "../harness/workingDay.ts";

/** Ways to move a service's clock from deadline to deadline, and to see whom it wrote to. */
export function hoursOf(service: Service) {
  const today = (): string => dateAt(service.host.world.now());
  const goTo = (date: string): Promise<void> => service.advance({ days: daysBetween(today(), date) });
  const oneHour = async (): Promise<void> => {
    await service.fire("hour");
    await service.settle();
  };
  return {
    today,
    goTo,
    oneHour,
    /** So many of the usual calendar's working days on. */
    passWorkingDays: (days: number): Promise<void> => goTo(addWorkingDaysAt(usualCalendar, today(), days)),
    /** Two hours of the deadlines, one straight after the other, as when a message comes twice. */
    async twoHours(): Promise<void> {
      await oneHour();
      await oneHour();
    },
    lettersTo: async (address: string, words: string): Promise<number> =>
      (await service.letters()).filter(({ to, subject }) => to.includes(address) && subject.includes(words))
        .length,
    /** The first days that follow lie in term: no half term or year's end comes between. */
    async toSomeOpenDays(): Promise<void> {
      await toWorkingDay(service);
      while (daysBetween(today(), addWorkingDaysAt(usualCalendar, today(), 4)) > 6)
        await goTo(workingDayFrom(usualCalendar, addDays(today(), 1)));
    },
  };
}
