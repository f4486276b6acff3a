import { addDays } from "./calendar.ts";
import { calendarNotice, calendarSources, type SchoolCalendar } from "./calendarInForce.ts";
import { type DayKind, dayAt, sourceAt } from "./calendarOfSchool.ts";
import type { DateRange } from "../vocabulary.ts";
import type * as z from "zod";

/** A day on which a visit can be made, and what it is at the school that asked. */
export interface VisitDate {
  readonly date: string;
  readonly kind: Exclude<DayKind, "closed">;
}

/** Where dates of visits are looked for, and how many of them. */
export interface VisitsSought {
  readonly window: z.infer<typeof DateRange>;
  /** Dates come after it. */
  readonly today: string;
  readonly supportedSchool: SchoolCalendar;
  /** The calendar of the school that releases the practitioner for a date, null where none does or they are not free. */
  readonly releasedBy: (date: string) => SchoolCalendar | null;
  readonly limit: number;
}

/** Calendar days of a window that are looked at. */
const horizonDays = 366;

function possibleDates({ window, today, supportedSchool, releasedBy }: VisitsSought): VisitDate[] {
  const tomorrow = addDays(today, 1);
  const from = window.from > tomorrow ? window.from : tomorrow;
  const horizon = addDays(from, horizonDays);
  const found: VisitDate[] = [];
  for (let date = from; date <= window.to && date < horizon; date = addDays(date, 1)) {
    const kind = dayAt(supportedSchool, date);
    const home = kind === "closed" ? null : releasedBy(date);
    if (kind !== "closed" && home && dayAt(home, date) === "pupils") found.push({ date, kind });
  }
  return found;
}

/** So many of a list as evenly as it goes: the middle of each of as many parts. */
const spread = <Item>(items: readonly Item[], count: number): Item[] =>
  items.length <= count
    ? [...items]
    : Array.from(
        { length: count },
        (_, part) => items[Math.floor(((2 * part + 1) * items.length) / (2 * count))],
      ).flatMap((item) => item ?? []);

/**
 * Dates of visits to suggest: first INSET days of the school that asked, the earliest of them, on which its staff
 * are there without pupils; then ordinary days spread over the window. On each the home school has pupils: on an
 * INSET day of its own the practitioner is awaited there.
 */
export function visitDates(sought: VisitsSought): VisitDate[] {
  const possible = possibleDates(sought);
  const inset = possible.filter(({ kind }) => kind === "inset").slice(0, sought.limit);
  const ordinary = possible.filter(({ kind }) => kind === "pupils");
  return [...inset, ...spread(ordinary, sought.limit - inset.length)];
}

/** Dates with what to know of the calendars by which they were found, null where all terms are a school's own. */
export const withNotices = (
  items: VisitDate[],
  { supportedSchool, releasedBy }: Pick<VisitsSought, "supportedSchool" | "releasedBy">,
) => ({
  items,
  calendarNotices: {
    supportedSchool: noticeOn(items, () => supportedSchool),
    homeSchool: noticeOn(items, releasedBy),
  },
});

/** The word on the least sure of the terms that dates are in. */
function noticeOn(dates: readonly VisitDate[], calendarOn: VisitsSought["releasedBy"]): string | null {
  const used = dates.flatMap(({ date }) => {
    const calendar = calendarOn(date);
    return calendar ? [sourceAt(calendar, date)] : [];
  });
  const source = calendarSources.findLast((each) => used.includes(each));
  return source ? calendarNotice(source) : null;
}
