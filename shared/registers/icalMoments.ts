import { dateAt, hourAt } from "../domain/calendar.ts";
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

/** Whole days of a duration such as P5D or P1W, undefined for any other. */
export function daysOfDuration(value: string): number | undefined {
  const [, count, unit] = /^\+?P(\d{1,3})([DW])$/i.exec(value.trim()) ?? [];
  return count === undefined ? undefined : Number(count) * (/w/i.test(unit ?? "") ? 7 : 1);
}
