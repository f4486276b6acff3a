import { addDays, bankHolidays, daysBetween } from "../domain/calendar/calendar.ts";
import type { CalendarSpan } from "../domain/calendar/calendarYear.ts";
import { type Meaning, meaningOf, plainly } from "./calendarWords.ts";
import type { CsvProblem } from "./csv.ts";
import { type IcalEvent, isLessThanADay } from "./icalEvents.ts";
import type { Edge } from "./termEdges.ts";

/** What an event says, once for each time that it comes. */
export type Said =
  | { readonly as: "span"; readonly row: number; readonly span: CalendarSpan }
  | { readonly as: "edge"; readonly edge: Edge }
  | { readonly as: "problem"; readonly problem: CsvProblem }
  | { readonly as: "left-out" };

const isBankHoliday = ({ times }: IcalEvent): boolean =>
  times.length > 0 &&
  times.every(({ from, to }) => from === to && bankHolidays(Number(from.slice(0, 4))).has(from));

/** A problem with the days or words of an event. */
export const problemWith = ({ row, name }: Pick<IcalEvent, "row" | "name">, message: string): CsvProblem => ({
  row,
  column: "SUMMARY",
  message: `"${name.slice(0, 80)}": ${message}`,
});

const asProblem = (event: IcalEvent, message: string): Said => ({
  as: "problem",
  problem: problemWith(event, message),
});

function edgeOf(event: IcalEvent, { of, edge }: Extract<Meaning, { says: "edge" }>): Said[] {
  const { row, name } = event;
  return event.times.map(({ from, to }): Said => {
    if (from !== to) return asProblem(event, `It is one end of a ${of} and lasts ${from} to ${to}`);
    if (of === "term") return { as: "edge", edge: { row, name, date: from, edge, isDerived: false } };
    // School ends on the day before a holiday begins, and begins on the day after it ends.
    const derived =
      edge === "first"
        ? { date: addDays(from, -1), edge: "last" as const }
        : { date: addDays(from, 1), edge: "first" as const };
    return { as: "edge", edge: { row, name, ...derived, isDerived: true } };
  });
}

/** Holidays that are longer than a day: one that is written as a day is marked by its first day alone. */
const longHoliday = /\b(?:half[- ]?term|summer|christmas|easter|holidays)\b/i;

const namesNothing =
  "It names no term, half term, holiday, INSET day or closed day, nor the first or last day of one in plain words";

/** What an event says: nothing of whole days where it has a time of day and lasts less than one of school. */
export function saidBy(event: IcalEvent): Said[] {
  const { row, name, times } = event;
  const meaning = meaningOf(name);
  if (meaning.says === "edge") return edgeOf(event, meaning);
  if (meaning.says === "bank-holiday" || isBankHoliday(event)) return [];
  if (isLessThanADay(event)) return [{ as: "left-out" }];
  if (meaning.says === "nothing" || name.length > 80) return [asProblem(event, namesNothing)];
  const { kind } = meaning;
  return times.map((days): Said =>
    kind === "holiday" && longHoliday.test(plainly(name)) && daysBetween(days.from, days.to) === 0
      ? asProblem(event, "It is too short: give its last day as well")
      : { as: "span", row, span: { kind, name, ...days } },
  );
}
