import { daysBetween } from "../domain/calendar/calendar.ts";
import type { CalendarHolder, CalendarSpan } from "../domain/calendar/calendarYear.ts";
import { type CalendarReading, calendarsOf, type SpanRow } from "./calendarReading.ts";
import { problemWith, saidBy } from "./calendarSaid.ts";
import { type CsvProblem, problemLimit } from "./csv.ts";
import { readIcal } from "./icalEvents.ts";
import { joinedTerms, termsAround } from "./statedTerms.ts";
import { type Edge, termsBetween } from "./termEdges.ts";

/** Terms as a file states them, as edges: beside marked days they are part of the same sequence. */
const edgesOfTerm = ({ row, span: { name, from, to } }: SpanRow): Edge[] => [
  { row, name, date: from, edge: "first", isDerived: false },
  { row, name, date: to, edge: "last", isDerived: false },
];

/** Terms last a week at least. */
const fewestDays = 5;

/** The terms of a file: those that it states, or those between the days that it marks, or between its holidays. */
function termsIn(
  spans: readonly SpanRow[],
  marked: readonly Edge[],
): readonly (Pick<SpanRow, "row" | "span"> | CsvProblem)[] {
  const isA = (kind: CalendarSpan["kind"]) => spans.filter(({ span }) => span.kind === kind);
  const holidays = isA("holiday").toSorted((a, b) => (a.span.from < b.span.from ? -1 : 1));
  const stated = joinedTerms(isA("term"));
  if (marked.length > 0) {
    return termsBetween(
      [...marked, ...stated.flatMap(edgesOfTerm)],
      holidays.map(({ span }) => span),
    );
  }
  const terms = stated.length > 0 ? stated : termsAround(holidays);
  return terms.map((term) =>
    daysBetween(term.span.from, term.span.to) + 1 < fewestDays
      ? problemWith({ row: term.row, name: term.span.name }, "It is too short for a term")
      : term,
  );
}

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
  const terms = termsIn(spans, marked);
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
