import { Cron } from "croner";

/** When an AWS schedule expression falls due. All times are epoch milliseconds. */
export type Timetable = {
  /** The first due time after the one given, or undefined when there is none. */
  nextAfter(afterMs: number): number | undefined;
  /** The last due time after the first and not after the second, or undefined when none fell due. */
  lastWithin(span: { readonly afterMs: number; readonly untilMs: number }): number | undefined;
};

const unitMs = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/**
 * Reads `cron(minutes hours day-of-month month day-of-week year)` or `rate(value unit)` of EventBridge
 * Scheduler. Weekdays count from 1 = Sunday. A rate counts from the time asked about. A time that the clocks
 * skip in spring falls due when they have jumped (EventBridge leaves it out); one they repeat in autumn falls
 * due once. Throws TypeError when the expression is neither.
 */
export function timetable(expression: string, timezone: string): Timetable {
  const [, kind, body = ""] = /^(cron|rate)\(([^)]*)\)$/.exec(expression) ?? [];
  if (kind === "cron") return cronTimetable(body, timezone);
  if (kind === "rate") return rateTimetable(body);
  throw new TypeError(`Not a cron(...) or rate(...) expression: ${expression}`);
}

function cronTimetable(body: string, timezone: string): Timetable {
  const fields = body.trim().split(/\s+/);
  const blank = fields[2] === "?" || fields[4] === "?";
  if (fields.length !== 6 || !blank)
    throw new TypeError(`cron(...) takes six fields, with ? for the day of month or of week: ${body}`);
  const pattern = ["0", ...fields].map((field) => (field === "?" ? "*" : field)).join(" ");
  const cron = new Cron(pattern, {
    paused: true,
    timezone,
    mode: "7-part",
    alternativeWeekdays: true,
    sloppyRanges: true,
  });
  return {
    nextAfter: (afterMs) => cron.nextRun(new Date(afterMs))?.getTime(),
    lastWithin({ afterMs, untilMs }) {
      // One millisecond on, because croner's previous run lies strictly before the time given.
      const last = cron.previousRuns(1, new Date(untilMs + 1))[0]?.getTime();
      return last !== undefined && last > afterMs ? last : undefined;
    },
  };
}

function rateTimetable(body: string): Timetable {
  const [, count = "", unit = ""] = /^([1-9]\d*) (minute|hour|day)s?$/.exec(body) ?? [];
  if (unit !== "minute" && unit !== "hour" && unit !== "day")
    throw new TypeError(`rate(...) takes a number and minutes, hours or days: ${body}`);
  const periodMs = Number(count) * unitMs[unit];
  return {
    nextAfter: (afterMs) => afterMs + periodMs,
    lastWithin({ afterMs, untilMs }) {
      const periods = Math.floor((untilMs - afterMs) / periodMs);
      return periods > 0 ? afterMs + periods * periodMs : undefined;
    },
  };
}
