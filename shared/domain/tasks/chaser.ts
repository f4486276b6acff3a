import * as z from "zod";
import { addDays, hourAt } from "../calendar/calendar.ts";
import type { SchoolCalendar } from "../calendar/calendarInForce.ts";
import { addWorkingDaysAt, isWorkingDayAt } from "../calendar/calendarOfSchool.ts";
import { IsoDate } from "../vocabulary.ts";

/** Hours of Europe/London from which on, and before which, people are asked and reminded. */
const daytime = { from: 7, before: 19 };

/** Whether it is daytime in Europe/London, whatever its clocks do: what can wait for the day is not sent by night. */
export function isDaytime(now: string): boolean {
  const hour = hourAt(now);
  return daytime.from <= hour && hour < daytime.before;
}

/** That somebody was reminded of what is due of them, and brokers told once it was late. */
export const Chase = z
  .strictObject({
    /** The day from which on it was awaited: another day is another thing to be reminded of. */
    since: IsoDate,
    holderOn: IsoDate,
    brokersOn: IsoDate.nullable(),
  })
  .meta({
    id: "Chase",
    description: "When somebody was reminded of what is due, and brokers told that it is late",
  });
export type Chase = z.infer<typeof Chase>;

/** What somebody has to do: awaited since a day, due on another, both of their own school. */
export interface Due {
  readonly since: string;
  readonly dueOn: string;
  readonly calendar: SchoolCalendar;
}

/** What is due so many working days of a school after a day. */
export const dueAfter = (calendar: SchoolCalendar, since: string, workingDays: number): Due => ({
  since,
  dueOn: addWorkingDaysAt(calendar, since, workingDays),
  calendar,
});

/** The last working day before something is due, and where there is none since it is awaited, the day itself. */
function reminderOn({ since, dueOn, calendar }: Due): string {
  let day = addDays(dueOn, -1);
  while (day > since && !isWorkingDayAt(calendar, day)) day = addDays(day, -1);
  return day > since ? day : dueOn;
}

/**
 * Who is written to today about something that is due, and how it is kept: the holder once, from the working day
 * before it is due; the brokers once, when it is late and the holder was reminded on an earlier day. Null on any
 * day on which the holder's school is closed, and when there is nothing to write.
 */
export function chaseToday(
  due: Due,
  before: Chase | undefined,
  today: string,
): { readonly to: "holder" | "brokers"; readonly chase: Chase } | null {
  if (!isWorkingDayAt(due.calendar, today)) return null;
  const { since, dueOn } = due;
  if (before?.since !== since)
    return today >= reminderOn(due)
      ? { to: "holder", chase: { since, holderOn: today, brokersOn: null } }
      : null;
  return before.brokersOn === null && before.holderOn < today && dueOn < today
    ? { to: "brokers", chase: { ...before, brokersOn: today } }
    : null;
}
