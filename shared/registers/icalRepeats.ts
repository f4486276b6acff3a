import { addDays, daysBetween } from "../domain/calendar/calendar.ts";

/** Days, both ends included. */
export interface EventDays {
  readonly from: string;
  readonly to: string;
}

const weekdays = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];
const aMonday = "2001-01-01";
const daysSinceMonday = (date: string): number => ((daysBetween(aMonday, date) % 7) + 7) % 7;

interface Rule {
  readonly isWeekly: boolean;
  readonly interval: number;
  readonly weekdays: readonly number[];
  readonly count: number;
  readonly until: string;
}

const known = /^(?:FREQ|INTERVAL|COUNT|UNTIL|BYDAY|WKST)$/;
const longestDays = 400;

/** A rule of days or weeks that ends; undefined where it is any other. */
function ruleOf(value: string, from: string): Rule | undefined {
  const parts = new Map(
    value
      .trim()
      .toUpperCase()
      .split(";")
      .map((part): [string, string] => [part.replace(/=.*/, ""), part.replace(/^[^=]*=?/, "")]),
  );
  const [frequency, interval] = [parts.get("FREQ"), Number(parts.get("INTERVAL") ?? 1)];
  const [year, month, day] = [0, 4, 6].map((at) =>
    (parts.get("UNTIL") ?? "").slice(at, at === 0 ? 4 : at + 2),
  );
  const until = parts.has("UNTIL") ? `${year}-${month}-${day}` : addDays(from, longestDays);
  const count = Number(parts.get("COUNT") ?? longestDays);
  const isWeekly = frequency === "WEEKLY";
  const named = parts
    .get("BYDAY")
    ?.split(",")
    .map((each) => weekdays.indexOf(each));
  const isKnown =
    [...parts.keys()].every((key) => known.test(key)) &&
    (isWeekly || frequency === "DAILY") &&
    (parts.has("COUNT") || parts.has("UNTIL")) &&
    [interval, count].every((each) => Number.isSafeInteger(each) && each >= 1) &&
    !(named ?? []).includes(-1) &&
    /^\d{4}-\d\d-\d\d$/.test(until) &&
    // With every week or day named, no week has to begin anywhere.
    (interval === 1 || (parts.get("WKST") ?? "MO") === "MO");
  if (!isKnown) return undefined;
  return { isWeekly, interval, count, until, weekdays: named ?? (isWeekly ? [daysSinceMonday(from)] : []) };
}

/**
 * The days on which an event comes by its rule (RFC 5545 section 3.3.10), those that are left out not among them, and
 * those that follow each other put together. Only rules of days and weeks that end within 400 days are read; undefined for any other.
 */
export function timesOf(
  days: EventDays,
  value: string,
  leftOut: readonly string[],
): readonly EventDays[] | undefined {
  const rule = ruleOf(value, days.from);
  if (!rule) return undefined;
  const length = daysBetween(days.from, days.to);
  const firstWeek = addDays(days.from, -daysSinceMonday(days.from));
  const begins: string[] = [];
  for (let date = days.from, at = 0; date <= rule.until && begins.length < rule.count; at += 1) {
    if (at > longestDays) return undefined;
    const periods = rule.isWeekly ? Math.floor(daysBetween(firstWeek, date) / 7) : at;
    const isNamed = rule.weekdays.length === 0 || rule.weekdays.includes(daysSinceMonday(date));
    if (periods % rule.interval === 0 && isNamed) begins.push(date);
    date = addDays(date, 1);
  }
  return begins
    .filter((date) => !leftOut.includes(date))
    .map((from) => ({ from, to: addDays(from, length) }))
    .reduce<EventDays[]>(joining, []);
}

/** Days put to those before them where they go on from there. */
function joining(joined: EventDays[], { from, to }: EventDays): EventDays[] {
  const before = joined.at(-1);
  return before && from <= addDays(before.to, 1)
    ? [...joined.slice(0, -1), { from: before.from, to }]
    : [...joined, { from, to }];
}
