import { addDays, bankHolidays, daysBetween } from "../domain/calendar.ts";
import type { CalendarHolder, CalendarSpan } from "../domain/calendarYear.ts";
import { type CalendarReading, calendarsOf, type SpanRow } from "./calendarReading.ts";
import { type Meaning, meaningOf } from "./calendarWords.ts";
import { type CsvProblem, problemLimit } from "./csv.ts";
import { type IcalEvent, isLessThanADay, readIcal } from "./icalEvents.ts";
import { type Edge, termsBetween } from "./termEdges.ts";

/** What an event says, once for each time that it comes. */
type Said =
  | { readonly as: "span"; readonly row: number; readonly span: CalendarSpan }
  | { readonly as: "edge"; readonly edge: Edge }
  | { readonly as: "problem"; readonly problem: CsvProblem }
  | { readonly as: "left-out" };

const isBankHoliday = ({ times }: IcalEvent): boolean =>
  times.length > 0 &&
  times.every(({ from, to }) => from === to && bankHolidays(Number(from.slice(0, 4))).has(from));

/** Stretches that last no longer than this are hardly what their summary says: a week is marked by its first day alone. */
const tooShort: Readonly<Record<string, number>> = { term: 5, holiday: 1 };

function edgeOf(event: IcalEvent, { of, edge }: Extract<Meaning, { says: "edge" }>): Said[] {
  const { row, name } = event;
  return event.times.map(({ from, to }): Said => {
    if (from !== to) return problemWith(event, `It is one end of a ${of} and lasts ${from} to ${to}`);
    if (of === "term") return { as: "edge", edge: { row, name, date: from, edge, isDerived: false } };
    // School ends on the day before a holiday begins, and begins on the day after it ends.
    const derived =
      edge === "first"
        ? { date: addDays(from, -1), edge: "last" as const }
        : { date: addDays(from, 1), edge: "first" as const };
    return { as: "edge", edge: { row, name, ...derived, isDerived: true } };
  });
}

const problemWith = ({ row, name }: IcalEvent, message: string): Said => ({
  as: "problem",
  problem: { row, column: "SUMMARY", message: `"${name.slice(0, 80)}": ${message}` },
});

const namesNothing =
  "It names no term, half term, holiday, INSET day or closed day, nor the first or last day of one in plain words";

/** What an event says: nothing of whole days where it has a time of day and lasts less than one of school. */
function saidBy(event: IcalEvent): Said[] {
  const { row, name, times } = event;
  const meaning = meaningOf(name);
  if (meaning.says === "edge") return edgeOf(event, meaning);
  if (meaning.says === "bank-holiday" || isBankHoliday(event)) return [];
  if (isLessThanADay(event)) return [{ as: "left-out" }];
  if (meaning.says === "nothing" || name.length > 80) return [problemWith(event, namesNothing)];
  const { kind } = meaning;
  return times.map((days): Said => {
    const isHalfTerm = /half[- ]?term/i.test(name) || kind === "term";
    return isHalfTerm && daysBetween(days.from, days.to) < (tooShort[kind] ?? 0)
      ? problemWith(event, "It is too short: give its last day as well")
      : { as: "span", row, span: { kind, name, ...days } };
  });
}

/** Terms as a file states them, as edges: beside marked days they are part of the same sequence. */
const edgesOfTerm = ({ row, span: { name, from, to } }: SpanRow): Edge[] => [
  { row, name, date: from, edge: "first", isDerived: false },
  { row, name, date: to, edge: "last", isDerived: false },
];

/**
 * Reads one holder's calendar from iCalendar (RFC 5545): stretches told apart by the words of their summary, and
 * terms of which a file marks the first and last days. What is shorter than a day of school is left out; what stays
 * unclear is refused with the line of its event, not guessed.
 */
export function readCalendarIcal(source: Uint8Array | string, holder: CalendarHolder): CalendarReading {
  const file = readIcal(source);
  if (file.kind === "refused") return { kind: "refused", problems: [file.problem] };
  const said = file.events.flatMap(saidBy);
  const spans = said.flatMap((each): SpanRow[] =>
    each.as === "span" ? [{ row: each.row, holder, span: each.span }] : [],
  );
  const marked = said.flatMap((each) => (each.as === "edge" ? [each.edge] : []));
  const isA = (kind: CalendarSpan["kind"]) => spans.filter(({ span }) => span.kind === kind);
  const holidays = isA("holiday").map(({ span }) => span);
  const terms =
    marked.length === 0
      ? isA("term")
      : termsBetween(
          [...marked, ...isA("term").flatMap(edgesOfTerm)],
          holidays.toSorted((a, b) => (a.from < b.from ? -1 : 1)),
        );
  const problems = [
    ...file.problems,
    ...said.flatMap((each) => (each.as === "problem" ? [each.problem] : [])),
    ...terms.flatMap((each) => ("message" in each ? [each] : [])),
  ].toSorted((a, b) => a.row - b.row);
  if (problems.length > 0) return { kind: "refused", problems: problems.slice(0, problemLimit) };
  const rows: SpanRow[] = [
    ...spans.filter(({ span }) => span.kind !== "term"),
    ...terms.flatMap((each) => ("span" in each ? [{ row: each.row, holder, span: each.span }] : [])),
  ];
  if (rows.length === 0)
    return {
      kind: "refused",
      problems: [{ row: 1, column: null, message: "The file has no event that is kept" }],
    };
  const reading = calendarsOf(rows.toSorted((a, b) => a.row - b.row));
  const leftOut = said.filter(({ as }) => as === "left-out").length;
  return reading.kind === "read" ? { ...reading, leftOut } : reading;
}
