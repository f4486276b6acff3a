import { addDays, bankHolidays, isWorkingDay } from "../domain/calendar/calendar.ts";
import type { SpanRow } from "./calendarReading.ts";

const byStart = (a: SpanRow, b: SpanRow): number => (a.span.from < b.span.from ? -1 : 1);

function isOpenBetween(after: string, before: string): boolean {
  for (let date = addDays(after, 1); date < before; date = addDays(date, 1))
    if (isWorkingDay(date)) return true;
  return false;
}

/**
 * Terms as a file states them. Some files write each day of school as an event: those are put together where only
 * weekends and bank holidays lie between.
 */
export function joinedTerms(terms: readonly SpanRow[]): SpanRow[] {
  const isDay = ({ span }: SpanRow): boolean => span.from === span.to;
  const joined: SpanRow[] = [];
  for (const day of terms.filter(isDay).toSorted(byStart)) {
    const before = joined.at(-1);
    if (before && !isOpenBetween(before.span.to, day.span.from))
      joined.splice(-1, 1, { ...before, span: { ...before.span, to: day.span.to } });
    else joined.push(day);
  }
  return [...terms.filter((term) => !isDay(term)), ...joined];
}

/** Whether a bank holiday other than May's is among some days: no school is open over Christmas, Easter and in August. */
function isOverHolidays(from: string, to: string): boolean {
  const years = [Number(from.slice(0, 4)), Number(to.slice(0, 4))];
  return years
    .flatMap((year) => [...bankHolidays(year)])
    .some((date) => date.slice(5, 7) !== "05" && from <= date && date <= to);
}

/**
 * The stretches of school of a file that states holidays alone: what lies between two of them, unless the file lacks
 * a holiday there.
 */
export function termsAround(holidays: readonly SpanRow[]): SpanRow[] {
  const found: SpanRow[] = [];
  let endedOn: string | undefined;
  for (const { row, holder, span } of holidays.toSorted(byStart)) {
    const [from, to] = [addDays(endedOn ?? span.to, 1), addDays(span.from, -1)];
    if (endedOn !== undefined && from <= to && !isOverHolidays(from, to))
      found.push({ row, holder, span: { kind: "term", name: "Term", from, to } });
    if (endedOn === undefined || span.to > endedOn) endedOn = span.to;
  }
  return found;
}
