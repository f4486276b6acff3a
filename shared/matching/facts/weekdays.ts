import { startsOf, whole } from "../problem/cells.ts";
import { dayNumber, weekdaysThrough } from "./dates.ts";
import type { DateSpan, IsoDate } from "./facts.ts";

/** Mondays to Fridays by their number, counted on from a fixed Monday: from `from` up to, not including, `to`. */
export interface WeekdaySpan {
  readonly from: number;
  readonly to: number;
}

export const weekdaySpan = ({ from, to }: DateSpan): WeekdaySpan => ({
  from: weekdaysThrough(dayNumber(from) - 1),
  to: weekdaysThrough(dayNumber(to)),
});

/** Spans of many people: those of place `p` are `start[p]` up to `start[p + 1]`, in the order in which they begin. */
export interface SpanColumns {
  readonly start: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Puts everybody's spans in columns of weekday numbers. Equal dates are read once. */
export function spanColumns(lists: readonly (readonly DateSpan[])[]): SpanColumns {
  const known = new Map<IsoDate, number>();
  const dayOf = (date: IsoDate): number => {
    const day = known.get(date) ?? dayNumber(date);
    known.set(date, day);
    return day;
  };
  const start = startsOf(Int32Array.from(lists, ({ length }) => length));
  const [from, to] = [new Int32Array(whole(start, lists.length)), new Int32Array(whole(start, lists.length))];
  lists.forEach((list, place) => {
    const spans = list.map((span) => ({
      from: weekdaysThrough(dayOf(span.from) - 1),
      to: weekdaysThrough(dayOf(span.to)),
    }));
    if (spans.length > 1) spans.sort((a, b) => a.from - b.from || a.to - b.to);
    spans.forEach((span, at) => {
      from[whole(start, place) + at] = span.from;
      to[whole(start, place) + at] = span.to;
    });
  });
  return { start, from, to };
}

/** The spans of some places, in the order in which they are given. */
export function spansOf(spans: SpanColumns, places: Int32Array): SpanColumns {
  const countOf = (place: number): number => whole(spans.start, place + 1) - whole(spans.start, place);
  const start = startsOf(places.map(countOf));
  const size = whole(start, places.length);
  const [from, to] = [new Int32Array(size), new Int32Array(size)];
  for (let at = 0; at < places.length; at++)
    for (let x = 0, first = whole(spans.start, whole(places, at)); x < countOf(whole(places, at)); x++) {
      from[whole(start, at) + x] = whole(spans.from, first + x);
      to[whole(start, at) + x] = whole(spans.to, first + x);
    }
  return { start, from, to };
}
