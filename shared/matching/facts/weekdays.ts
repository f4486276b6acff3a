import { dayNumber, onceByDate, weekdaysThrough } from "./dates.ts";
import type { DateSpan, IsoDate } from "./facts.ts";
import { once } from "./once.ts";

/** Mondays to Fridays by their number, counted on from a fixed Monday: from `from` up to, not including, `to`. */
export interface WeekdaySpan {
  readonly from: number;
  readonly to: number;
}

/** Where the weekdays of a stretch of dates begin, by its first date, and where they end, by its last. */
export const weekdayFrom = (first: IsoDate): number => weekdaysThrough(dayNumber(first) - 1);
export const weekdayTo = (last: IsoDate): number => weekdaysThrough(dayNumber(last));

export const weekdaySpan = ({ from, to }: DateSpan): WeekdaySpan => ({
  from: weekdayFrom(from),
  to: weekdayTo(to),
});

/** Spans of many people: those of row `r` are `start[r]` up to `start[r + 1]`, in the order in which they begin. */
export interface Spans {
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

export interface SpanColumns extends Spans {
  /** The row of each place: people who gave the same one span share theirs, and so do those who gave none. */
  readonly row: Int32Array;
}

/** The row of those who gave no spans. */
export const noSpans = 0;

/** Reads the spans of so many people, one after the other, into columns of weekday numbers. */
export function spansReading(count: number) {
  const [fromOf, toOf] = [onceByDate(weekdayFrom), onceByDate(weekdayTo)];
  const weekdaysOf = (span: DateSpan): WeekdaySpan => ({ from: fromOf(span.from), to: toOf(span.to) });
  const row = new Int32Array(count);
  const [starts, from, to]: [number[], number[], number[]] = [[0, 0], [], []];
  const addRow = (spans: readonly WeekdaySpan[]): number => {
    for (const span of spans) {
      from.push(span.from);
      to.push(span.to);
    }
    return starts.push(from.length) - 2;
  };
  const rowOfOne = once((begin: number) => once((end: number) => addRow([{ from: begin, to: end }])));
  return {
    read: (spans: readonly DateSpan[], place: number): void => {
      const first = spans[0];
      if (first === undefined) row[place] = noSpans;
      else if (spans.length > 1)
        row[place] = addRow(spans.map(weekdaysOf).sort((a, b) => a.from - b.from || a.to - b.to));
      else row[place] = rowOfOne(fromOf(first.from))(toOf(first.to));
    },
    columns: (): SpanColumns => ({
      row,
      start: Int32Array.from(starts),
      from: Int32Array.from(from),
      to: Int32Array.from(to),
    }),
  };
}
