import { addDays, weekdayOf } from "./calendar.ts";
import type { CalendarSpan } from "./calendarYear.ts";

/** ISO weekdays. */
const [monday, friday] = [1, 5];

const onOrAfter = (date: string, weekday: number): string =>
  addDays(date, (weekday - weekdayOf(date) + 7) % 7);
const lastBefore = (date: string, weekday: number): string => addDays(onOrAfter(date, weekday), -7);

const weekFrom = (from: string): CalendarSpan => ({
  kind: "holiday",
  name: "Half term",
  from,
  to: addDays(from, 4),
});

/**
 * The three terms that are usual in England, for schools of which nobody has said anything. Real ones differ by
 * up to two weeks, at Easter above all: two weeks from the Monday on or after 29 March are taken. Half terms are
 * the weeks of the last Monday of October, the third of February and the last of May.
 */
export function usualTerms(academicYear: string): readonly CalendarSpan[] {
  const known = termsByYear.get(academicYear) ?? termsOf(academicYear);
  termsByYear.set(academicYear, known);
  return known;
}

const termsByYear = new Map<string, readonly CalendarSpan[]>();

function termsOf(academicYear: string): CalendarSpan[] {
  const first = Number(academicYear.slice(0, 4));
  const second = first + 1;
  const easterBreak = onOrAfter(`${second}-03-29`, monday);
  const term = (name: string, from: string, to: string): CalendarSpan => ({ kind: "term", name, from, to });
  return [
    term("Autumn term", `${first}-09-01`, lastBefore(`${first}-12-22`, friday)),
    weekFrom(lastBefore(`${first}-11-01`, monday)),
    term("Spring term", onOrAfter(`${second}-01-03`, monday), addDays(easterBreak, -3)),
    weekFrom(onOrAfter(`${second}-02-15`, monday)),
    term("Summer term", addDays(easterBreak, 14), `${second}-07-22`),
    weekFrom(lastBefore(`${second}-06-01`, monday)),
  ];
}
