import {
  type CalendarHolder,
  type CalendarSpan,
  mostSpans,
  spanFaults,
  yearOfSpan,
} from "../domain/calendar/calendarYear.ts";
import { type CsvProblem, problemLimit } from "./csv.ts";

/** A stretch of days of one holder, with the row of the file that says so. */
export interface SpanRow {
  readonly row: number;
  readonly holder: CalendarHolder;
  readonly span: CalendarSpan;
}

/** All that a file says of one holder's academic year. */
export interface CalendarOfFile {
  readonly holder: CalendarHolder;
  readonly academicYear: string;
  /** The file's rows, one for each span. */
  readonly rows: readonly number[];
  readonly spans: readonly CalendarSpan[];
  /** What to know of the file beside its days. */
  readonly warnings?: readonly string[];
}

export type CalendarReading =
  | {
      readonly kind: "read";
      readonly calendars: readonly CalendarOfFile[];
      /** Events that say nothing of whole days, of files that may have such. */
      readonly leftOut?: number;
    }
  | { readonly kind: "refused"; readonly problems: readonly CsvProblem[] };

/** What is wrong with the days of one holder's year, each with the file's row. */
export function problemsOf({ holder, academicYear, rows, spans }: CalendarOfFile): CsvProblem[] {
  const at = (index: number): number => rows[index] ?? 1;
  const faults = spanFaults({ holder, academicYear, spans });
  const problems = faults.map(({ index, detail }) => ({ row: at(index), column: null, message: detail }));
  if (spans.length <= mostSpans) return problems;
  const message = `A year has at most ${mostSpans} stretches of days, and this is one more`;
  return [...problems, { row: at(mostSpans), column: null, message }];
}

/** Rows put together by holder and academic year, in the file's order, or what is wrong with them. */
export function calendarsOf(rows: readonly SpanRow[]): CalendarReading {
  const byYear = Map.groupBy(rows, ({ holder, span }) => `${holder} ${yearOfSpan(span)}`);
  const calendars = [...byYear.values()].flatMap((together): CalendarOfFile[] => {
    const [first] = together;
    if (!first) return [];
    const spans = together.map(({ span }) => span);
    return [
      {
        holder: first.holder,
        academicYear: yearOfSpan(first.span),
        rows: together.map(({ row }) => row),
        spans,
      },
    ];
  });
  const problems = calendars.flatMap(problemsOf).toSorted((a, b) => a.row - b.row);
  return problems.length > 0
    ? { kind: "refused", problems: problems.slice(0, problemLimit) }
    : { kind: "read", calendars };
}
