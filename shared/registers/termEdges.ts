import { addDays, daysBetween } from "../domain/calendar/calendar.ts";
import type { CalendarSpan } from "../domain/calendar/calendarYear.ts";
import type { CsvProblem } from "./csv.ts";
import type { EventDays } from "./icalRepeats.ts";

/** The first or last day of a stretch of school, as a file marks it. */
export interface Edge {
  readonly row: number;
  readonly name: string;
  readonly date: string;
  readonly edge: "first" | "last";
  /** Worked out from where a holiday begins or ends: another event that says it itself goes first. */
  readonly isDerived: boolean;
}

/** A stretch of school, from edge to edge. */
export interface EdgedTerm {
  readonly row: number;
  readonly span: CalendarSpan;
}

/** Days within which two first days, or two last ones, are of one term: years that come back one after the other. */
const staggerDays = 7;

/** The one of two edges of one term that counts: the outer, unless only the other is said in so many words. */
function outer(a: Edge, b: Edge): Edge {
  if (a.isDerived !== b.isDerived) return a.isDerived ? b : a;
  const isBefore = a.date <= b.date;
  return a.edge === "first" ? (isBefore ? a : b) : isBefore ? b : a;
}

const inOrder = (a: Edge, b: Edge): number => (`${a.date} ${a.edge}` < `${b.date} ${b.edge}` ? -1 : 1);

/** Edges by date, those of one term made one. */
function merged(edges: readonly Edge[]): Edge[] {
  const kept: Edge[] = [];
  for (const edge of edges.toSorted(inOrder)) {
    const before = kept.at(-1);
    if (before?.edge === edge.edge && daysBetween(before.date, edge.date) <= staggerDays)
      kept.splice(-1, 1, outer(before, edge));
    else kept.push(edge);
  }
  return kept;
}

const termName = (name: string): string => {
  const [word] = /\b(?:autumn|spring|summer|winter|michaelmas|lent|trinity|term \d)\b/i.exec(name) ?? [];
  if (word === undefined) return "Term";
  const capital = word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
  return /^term/i.test(word) ? capital : `${capital} term`;
};

const termBetween = ({ row, name }: Edge, from: string, to: string): EdgedTerm => ({
  row,
  span: { kind: "term", name: termName(name), from, to },
});

/**
 * The stretches of school between first and last days. Where one of the two is not marked, the last holiday that
 * begins before the next first day ends the term, and the first one after the last term begins it; without any it is
 * a problem.
 */
export function termsBetween(
  edges: readonly Edge[],
  holidays: readonly EventDays[],
): readonly (EdgedTerm | CsvProblem)[] {
  const found: (EdgedTerm | CsvProblem)[] = [];
  let open: Edge | undefined;
  let closedOn = "";
  const problem = ({ row, name }: Edge, lacks: string): CsvProblem => ({
    row,
    column: "SUMMARY",
    message: `"${name.slice(0, 80)}" has no ${lacks} day of term beside it: mark it, or write the term whole`,
  });
  const endBefore = (opened: Edge, next: string): void => {
    const ending = holidays.findLast(({ from }) => opened.date < from && from < next);
    found.push(ending ? termBetween(opened, opened.date, addDays(ending.from, -1)) : problem(opened, "last"));
    closedOn = ending?.from ?? opened.date;
  };
  for (const edge of merged(edges)) {
    if (edge.edge === "first") {
      if (open) endBefore(open, edge.date);
      open = edge;
      continue;
    }
    const beginning = holidays.find(({ from, to }) => closedOn <= from && to < edge.date);
    if (open) found.push(termBetween(open, open.date, edge.date));
    else if (beginning) found.push(termBetween(edge, addDays(beginning.to, 1), edge.date));
    else if (!edge.isDerived) found.push(problem(edge, "first"));
    open = undefined;
    closedOn = edge.date;
  }
  if (open) endBefore(open, "9999-12-31");
  return found;
}
