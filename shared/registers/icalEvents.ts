import { addDays, daysBetween } from "../domain/calendar/calendar.ts";
import type { CsvProblem } from "./csv.ts";
import { csvText } from "./csv.ts";
import { eventsOf, foldedBetweenCharacters, type IcalLine, unescaped, unfolded } from "./icalLines.ts";
import { laterBy, minutesOfDay, minutesOfDuration, type Moment, momentOf } from "./icalMoments.ts";
import { type EventDays, timesOf } from "./icalRepeats.ts";

/** An event of an iCalendar file: where it begins in it, its summary, and the days of each time that it comes. */
export interface IcalEvent {
  readonly row: number;
  readonly name: string;
  readonly times: readonly EventDays[];
  /** How many minutes it lasts where it has a time of day, null where it is of whole days. */
  readonly minutes: number | null;
}

export type IcalReading =
  | {
      readonly kind: "read";
      readonly events: readonly IcalEvent[];
      /** Events whose days cannot be read, by the line at which each begins. */
      readonly problems: readonly CsvProblem[];
    }
  | { readonly kind: "refused"; readonly problem: CsvProblem };

const lastMinute = minutesOfDay - 1;

/** As much of a day as makes one of school. */
const leastMinutes = 5 * 60;

/** Whether an event has a time of day and is over before a day of school would be. */
export const isLessThanADay = ({ minutes }: Pick<IcalEvent, "minutes">): boolean =>
  minutes !== null && minutes < leastMinutes;

interface Lasting {
  readonly days: EventDays;
  readonly minutes: number | null;
}

/** From one moment to another, which is not counted: midnight to midnight, or to the minute before it, is whole days. */
function between(start: Moment, end: Moment): Lasting {
  const [begins, ends] = [start.minutes ?? 0, end.minutes ?? 0];
  const isEmpty = end.date < start.date || (end.date === start.date && ends <= begins);
  const lastDay = ends === 0 && end.date > start.date ? addDays(end.date, -1) : end.date;
  const isWhole =
    start.minutes === null || (begins === 0 && ((ends === 0 && !isEmpty) || ends === lastMinute));
  const minutes = daysBetween(start.date, end.date) * minutesOfDay + ends - begins;
  return {
    days: { from: start.date, to: isEmpty ? start.date : lastDay },
    minutes: isWhole ? null : Math.max(0, minutes),
  };
}

type Fault = Omit<CsvProblem, "row">;
const isFault = (read: object): read is Fault => "message" in read;

/** How long an event lasts: to its end, for its duration, or else one day. An end on the first day is one day too. */
function lastingOf(
  start: IcalLine,
  end: IcalLine | undefined,
  duration: IcalLine | undefined,
): Lasting | Fault {
  const [from, to] = [momentOf(start), end && momentOf(end)];
  if (!from)
    return {
      column: "DTSTART",
      message: "It needs a day such as 20260901, or a time in Europe/London or UTC",
    };
  if (end && (!to || to.date < from.date))
    return { column: "DTEND", message: "It needs an end like its beginning, and no earlier" };
  if (to) return between(from, to);
  if (duration) return during(from, minutesOfDuration(duration.value));
  return from.minutes === null ? wholeDays(from, 1) : between(from, from);
}

const wholeDays = ({ date }: Moment, days: number): Lasting => ({
  days: { from: date, to: addDays(date, Math.max(1, days) - 1) },
  minutes: null,
});

function during(from: Moment, minutes: number | undefined): Lasting | Fault {
  const isOfDays =
    minutes !== undefined && minutes % minutesOfDay === 0 && (minutes > 0 || from.minutes === null);
  if (isOfDays) return wholeDays(from, minutes / minutesOfDay);
  return minutes === undefined || from.minutes === null
    ? { column: "DURATION", message: "Give its end, or its length such as P5D" }
    : between(from, laterBy(from, minutes));
}

function eventOf(lines: readonly IcalLine[]): IcalEvent | CsvProblem | null {
  const row = lines[0]?.row ?? 1;
  const line = (name: string): IcalLine | undefined => lines.find((each) => each.name === name);
  if (line("STATUS")?.value.trim().toUpperCase() === "CANCELLED") return null;
  const name = unescaped(line("SUMMARY")?.value ?? "");
  const fault = ({ column, message }: Fault): CsvProblem => ({
    row,
    column,
    message: `"${name.slice(0, 80)}": ${message}`,
  });
  const start = line("DTSTART");
  if (!start) return fault({ column: "DTSTART", message: "It has no day" });
  const lasting = lastingOf(start, line("DTEND"), line("DURATION"));
  if (isFault(lasting)) return fault(lasting);
  const rule = line("RRULE");
  const leftOut = lines
    .filter((each) => each.name === "EXDATE")
    .flatMap((each) => each.value.split(",").map((value) => momentOf({ ...each, value })?.date ?? ""));
  const times = rule ? timesOf(lasting.days, rule.value, leftOut) : [lasting.days];
  if (line("RDATE") || line("RECURRENCE-ID") || !times)
    return !isLessThanADay(lasting)
      ? fault({ column: "RRULE", message: "It repeats in a way that is not read: write each stretch" })
      : { row, name, times: [], minutes: lasting.minutes };
  return { row, name, times, minutes: lasting.minutes };
}

/** Whether a file says of itself that it is iCalendar. */
export const looksLikeIcal = (source: Uint8Array): boolean =>
  /^\uFEFF?\s*BEGIN:VCALENDAR/i.test(new TextDecoder().decode(source.subarray(0, 100)));

/** The events of an iCalendar file (RFC 5545), those cancelled not among them, or what is wrong with it. */
export function readIcal(source: Uint8Array | string): IcalReading {
  const decoded = csvText(typeof source === "string" ? source : foldedBetweenCharacters(source));
  if (decoded.kind === "refused") return decoded;
  const events = eventsOf(unfolded(decoded.text));
  if (!events) {
    const message = "The file ends inside a calendar or an event: it was cut short";
    return { kind: "refused", problem: { row: 1, column: null, message } };
  }
  const read = events.flatMap((lines) => eventOf(lines) ?? []);
  return {
    kind: "read",
    events: read.flatMap((each) => ("times" in each ? [each] : [])),
    problems: read.flatMap((each) => ("message" in each ? [each] : [])),
  };
}
