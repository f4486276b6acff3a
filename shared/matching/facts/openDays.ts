import { whole } from "../problem/cells.ts";
import type { MatchCalendar, MatchInput, MatchSchool } from "./facts.ts";
import { type Spans, type WeekdaySpan, weekdaySpan } from "./weekdays.ts";

/** The weekdays on which schools are closed, a row of bits for each calendar; the row 0 has none and is for who has no calendar. */
export interface ClosedDays {
  /** The weekday that the first bit of each row stands for. */
  readonly first: number;
  /** How many words of 32 bits a row has. */
  readonly words: number;
  readonly closed: Int32Array;
}

export interface Closures extends ClosedDays {
  /** The number of a school's calendar. */
  readonly calendarOf: (school: Pick<MatchSchool, "calendar">) => number;
}

/** Lays the closed days of the calendars of a checked input out. */
export function closuresOf({ calendars = [] }: Pick<MatchInput, "calendars">): Closures {
  const spans = calendars.map(({ closed }) => closed.map(weekdaySpan));
  const [first, end] = reach(spans.flat());
  const words = Math.ceil((end - first) / 32);
  const closed = new Int32Array((calendars.length + 1) * words);
  spans.forEach((list, at) => {
    for (const { from, to } of list)
      for (let day = from - first; day < to - first; day++) {
        const cell = (at + 1) * words + (day >> 5);
        closed[cell] = whole(closed, cell) | (1 << (day & 31));
      }
  });
  const numbers = new Map(calendars.map(({ id }, at): [MatchCalendar["id"], number] => [id, at + 1]));
  return {
    calendarOf: ({ calendar }) => (calendar === undefined ? 0 : (numbers.get(calendar) ?? 0)),
    first,
    words,
    closed,
  };
}

/** The first weekday of some spans, and the one after their last; two equal ones where there are none. */
function reach(spans: readonly WeekdaySpan[]): [number, number] {
  let [first, end] = [spans[0]?.from ?? 0, spans[0]?.to ?? 0];
  for (const { from, to } of spans) [first, end] = [Math.min(first, from), Math.max(end, to)];
  return [first, end];
}

/** The bits of a word that are set, counted side by side in ever wider fields. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Counts days within the window of one request, at a school of one calendar. */
export interface DaysAsked {
  /** The days of the window on which the school that asks is open. */
  readonly asked: number;
  /** Those of them that the spans of one row cover and on which a school of another calendar is open too, each once. */
  readonly freeOf: (spans: Spans, row: number, calendar: number) => number;
}

/** Looks at one window by one calendar; weekdays that no calendar closes count as open. */
export function daysAsked(closures: ClosedDays, calendar: number, window: WeekdaySpan): DaysAsked {
  const { first, words, closed } = closures;
  const mine = calendar * words;

  /** Weekdays from one up to another on which neither is closed. */
  const openOnBoth = (other: number, from: number, to: number): number => {
    const [start, end] = [Math.max(0, from - first), Math.min(words * 32, to - first)];
    if (start >= end) return to - from;
    const [firstWord, lastWord] = [start >> 5, (end - 1) >> 5];
    let count = to - from;
    for (let word = firstWord; word <= lastWord; word++) {
      let bits = (closed[mine + word] ?? 0) | (closed[other * words + word] ?? 0);
      if (word === firstWord) bits &= -1 << (start & 31);
      if (word === lastWord) bits &= -1 >>> (31 - ((end - 1) & 31));
      count -= bitCount(bits);
    }
    return count;
  };

  return {
    asked: openOnBoth(calendar, window.from, Math.max(window.from, window.to)),
    freeOf(spans, row, other) {
      let [free, reached] = [0, window.from];
      for (let at = whole(spans.start, row); at < whole(spans.start, row + 1); at++) {
        const from = Math.max(reached, whole(spans.from, at));
        const to = Math.min(window.to, whole(spans.to, at));
        if (from >= to) continue;
        free += openOnBoth(other, from, to);
        reached = to;
      }
      return free;
    },
  };
}
