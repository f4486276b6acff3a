import { addDays, dateAt, hourAt } from "../domain/calendar/calendar.ts";
import { IsoDate } from "../domain/vocabulary.ts";
import type { IcalLine } from "./icalLines.ts";

/** A date in Europe/London and, where the file gives a time of day, how many minutes into it. */
export interface Moment {
  readonly date: string;
  readonly minutes: number | null;
}

/** As calendars call the time of England; Outlook has a name of its own. */
const london = /^TZID="?(?:EUROPE\/LONDON|GB|GB-EIRE|GMT STANDARD TIME)"?$/;

/** What a line that holds a date, or a date and time of Europe/London or of UTC, says; undefined where it does not. */
export function momentOf({ parameters, value }: IcalLine): Moment | undefined {
  const written = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/.exec(value.trim());
  const [, year, month, day, hour, minute, second, utc] = written ?? [];
  const date = IsoDate.safeParse(`${year}-${month}-${day}`);
  if (!date.success) return undefined;
  if (hour === undefined)
    return parameters.includes("VALUE=DATE-TIME") ? undefined : { date: date.data, minutes: null };
  const [hours, minutes] = [Number(hour), Number(minute)];
  if (hours > 23 || minutes > 59 || Number(second) > 60) return undefined;
  const zones = parameters.filter((each) => each.startsWith("TZID="));
  if (!zones.every((each) => london.test(each))) return undefined;
  if (utc !== "Z") return { date: date.data, minutes: hours * 60 + minutes };
  const instant = `${date.data}T${hour}:${minute}:00Z`;
  return { date: dateAt(instant), minutes: hourAt(instant) * 60 + minutes };
}

export const minutesOfDay = 24 * 60;
const length =
  /^\+?P(?=.)(?:(\d{1,3})W)?(?:(\d{1,3})D)?(?:T(?=.)(?:(\d{1,3})H)?(?:(\d{1,4})M)?(?:\d{1,5}S)?)?$/i;

/** Minutes of a duration such as P5D, P1W or PT2H30M, seconds left out; undefined where it is none (RFC 5545 section 3.3.6). */
export function minutesOfDuration(value: string): number | undefined {
  const parts = length.exec(value.trim());
  if (!parts) return undefined;
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = parts.slice(1).map((part) => Number(part ?? 0));
  return (weeks * 7 + days) * minutesOfDay + hours * 60 + minutes;
}

/** A moment that has a time of day, so many minutes later. */
export function laterBy({ date, minutes }: Moment, more: number): Moment {
  const all = (minutes ?? 0) + more;
  return { date: addDays(date, Math.floor(all / minutesOfDay)), minutes: all % minutesOfDay };
}
