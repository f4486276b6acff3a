import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withCalendars } from "./closures.arbitrary.ts";
import { daysAfter } from "./dates.ts";
import type { DateSpan, MatchInput, MatchSchool } from "./facts.ts";
import { madeUpArea } from "./madeUpArea.ts";
import { closuresOf, daysAsked } from "./openDays.ts";
import { rosterOf } from "./roster.ts";
import { whole } from "../problem/cells.ts";
import { type SpanColumns, spansReading, weekdaySpan } from "./weekdays.ts";

const isWithin = (spans: readonly DateSpan[], date: string): boolean =>
  spans.some(({ from, to }) => from <= date && date <= to);

function isWeekday(date: string): boolean {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The days of a span on which schools are open, date by date. */
function openDays({ from, to }: DateSpan, closed: readonly (readonly DateSpan[])[]): string[] {
  const open: string[] = [];
  for (let date = from; date <= to; date = daysAfter(date, 1))
    if (isWeekday(date) && !closed.some((spans) => isWithin(spans, date))) open.push(date);
  return open;
}

const spanOf = (longest: number): fc.Arbitrary<DateSpan> =>
  fc.tuple(fc.nat(500), fc.nat(longest)).map(([start, length]) => {
    const from = daysAfter("2026-06-01", start);
    return { from, to: daysAfter(from, length) };
  });

/** Closed stretches of two schools, when somebody is free, and a window. */
const cases = fc.record({
  here: fc.array(spanOf(45), { maxLength: 8 }),
  home: fc.array(spanOf(45), { maxLength: 8 }),
  free: fc.array(spanOf(120), { maxLength: 4 }),
  window: spanOf(300),
});

const columnsOf = (lists: readonly (readonly DateSpan[])[]): SpanColumns => {
  const { read, columns } = spansReading(lists.length);
  lists.forEach(read);
  return columns();
};

describe("days that schools are open", () => {
  it("are counted as going through them date by date does, however spans overlap", () => {
    fc.assert(
      fc.property(cases, ({ here, home, free, window }) => {
        const closures = closuresOf({
          calendars: [
            { id: "here", closed: here },
            { id: "home", closed: home },
          ],
        });
        const days = daysAsked(closures, 1, weekdaySpan(window));
        const columns = columnsOf([[window], free, [window]]);
        const bothOpen = openDays(window, [here, home]);
        expect(days.asked).toBe(openDays(window, [here]).length);
        const freeAt = (place: number): number => days.freeOf(columns, whole(columns.row, place), 2);
        expect(freeAt(0)).toBe(bothOpen.length);
        expect(freeAt(1)).toBe(bothOpen.filter((date) => isWithin(free, date)).length);
        expect(whole(columns.row, 2)).toBe(whole(columns.row, 0));
      }),
    );
  });

  it("are all weekdays where no calendar is known", () => {
    fc.assert(
      fc.property(cases, ({ free, window }) => {
        const days = daysAsked(closuresOf({}), 0, weekdaySpan(window));
        const weekdays = openDays(window, []);
        expect(days.asked).toBe(weekdays.length);
        const columns = columnsOf([free]);
        expect(days.freeOf(columns, whole(columns.row, 0), 0)).toBe(
          weekdays.filter((date) => isWithin(free, date)).length,
        );
      }),
    );
  });

  it("count for a pair by the calendars of both of its schools", () => {
    fc.assert(
      fc.property(fc.nat(100_000), (seed) => {
        const size = { schools: 12, practitioners: 15, requests: 6, codes: 4, seed };
        const input = withCalendars(madeUpArea(size), seed);
        const roster = rosterOf(input);
        for (const request of roster.requests)
          roster.practitioners.forEach((person, place) => {
            const pair = roster.pairsFor(request)(place);
            const here = closedAt(input, pair.requestSchool);
            const open = openDays(request.window, [here, closedAt(input, pair.homeSchool)]);
            expect(pair.daysAsked).toBe(openDays(request.window, [here]).length);
            expect(pair.daysFree).toBe(open.filter((date) => isWithin(person.availability, date)).length);
          });
      }),
      { numRuns: 10 },
    );
  });
});

const closedAt = ({ calendars }: MatchInput, { calendar }: MatchSchool): readonly DateSpan[] =>
  calendars?.find(({ id }) => id === calendar)?.closed ?? [];
