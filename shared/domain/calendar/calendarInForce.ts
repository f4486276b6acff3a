import * as z from "zod";
import { addDays } from "./calendar.ts";
import { usualTerms } from "./calendarDefault.ts";
import type { CalendarSpan, CalendarYear } from "./calendarYear.ts";

/** Whose term dates a school's working days are counted by, the first that speaks going first. */
export const calendarSources = ["school", "authority", "default"] as const;
export const CalendarSource = z
  .enum(calendarSources)
  .meta({ id: "CalendarSource", description: "Whose term dates are used; default where nobody gave any" });
export type CalendarSource = z.infer<typeof CalendarSource>;

/** All that is said of a school's days, by who says it: rows of any number of academic years. */
export interface SchoolCalendar {
  readonly school: readonly CalendarYear[];
  readonly authority: readonly CalendarYear[];
  readonly partnership: readonly CalendarYear[];
}

/** A school of which nobody has said anything: the usual three terms. */
export const usualCalendar: SchoolCalendar = { school: [], authority: [], partnership: [] };

/** A stretch of term that holds at a school, both ends included, and whose it is. */
export interface TermInForce {
  readonly source: CalendarSource;
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** One academic year of a school: the terms that hold, in order, and all spans by which its days are told. */
export interface YearInForce {
  readonly terms: readonly TermInForce[];
  readonly spans: readonly CalendarSpan[];
}

type Days = Pick<CalendarSpan, "from" | "to">;
const touch = (a: Days, b: Days): boolean => a.from <= b.to && b.from <= a.to;
const byStart = (a: Days, b: Days): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);

/** The parts of days that lie outside others. */
const without = (days: Days, others: readonly Days[]): Days[] =>
  others.reduce<Days[]>(
    (parts, other) =>
      parts.flatMap((part) =>
        touch(part, other)
          ? [
              { from: part.from, to: addDays(other.from, -1) },
              { from: addDays(other.to, 1), to: part.to },
            ].filter(({ from, to }) => from <= to)
          : [part],
      ),
    [days],
  );

/** What a holder says of terms, cut by its own holidays: what school is between one holiday and the next. */
function stretchesOf(source: CalendarSource, spans: readonly CalendarSpan[]): TermInForce[] {
  const holidays = spans.filter(({ kind }) => kind === "holiday");
  return spans
    .filter(({ kind }) => kind === "term")
    .flatMap((term) => without(term, holidays).map((part) => ({ source, name: term.name, ...part })));
}

/**
 * The stretches of term that hold. A school's own go first; a stretch of the authority's, and then of the usual
 * ones, holds where it touches none that goes before. So days between a holder's own terms are its holidays, and
 * so are those by which its terms are shorter than another's, while a term that it did not name is the next one's.
 */
const termsThatHold = (layers: readonly (readonly TermInForce[])[]): TermInForce[] =>
  layers
    .reduce(
      (held, layer) => [...held, ...layer.filter((term) => !held.some((each) => touch(each, term)))],
      [],
    )
    .toSorted(byStart);

const [firstDay, lastDay] = ["0000-01-01", "9999-12-31"];

/** The days on which a holder, or one after it, speaks: its terms with the holidays before them, and the year's end. */
const spokenBy = (terms: readonly TermInForce[], speaks: (source: CalendarSource) => boolean): Days[] =>
  terms.flatMap(({ source, to }, index) => {
    const before = terms[index - 1];
    const from = before ? addDays(before.to, 1) : firstDay;
    return speaks(source) ? [{ from, to: index === terms.length - 1 ? lastDay : to }] : [];
  });

const clipped = (span: CalendarSpan, days: readonly Days[]): CalendarSpan[] =>
  days
    .filter((each) => touch(each, span))
    .map(({ from, to }) => ({
      ...span,
      from: from > span.from ? from : span.from,
      to: to < span.to ? to : span.to,
    }));

/**
 * What holds of a school's academic year. Beside the terms that hold, what a holder says of holidays, INSET and
 * closed days counts on its own days and on those of whoever comes after it; the partnership's closed days count
 * for everybody.
 */
export function yearInForce(calendar: SchoolCalendar, academicYear: string): YearInForce {
  const ofCalendar = known.get(calendar) ?? new Map<string, YearInForce>();
  known.set(calendar, ofCalendar);
  const year = ofCalendar.get(academicYear) ?? foundInForce(calendar, academicYear);
  ofCalendar.set(academicYear, year);
  return year;
}

const known = new WeakMap<SchoolCalendar, Map<string, YearInForce>>();

function foundInForce(calendar: SchoolCalendar, academicYear: string): YearInForce {
  const said = (rows: readonly CalendarYear[]): readonly CalendarSpan[] =>
    rows.find((row) => row.academicYear === academicYear)?.spans ?? [];
  const by: Readonly<Record<CalendarSource, readonly CalendarSpan[]>> = {
    school: said(calendar.school),
    authority: said(calendar.authority),
    default: usualTerms(academicYear),
  };
  const terms = termsThatHold(calendarSources.map((source) => stretchesOf(source, by[source])));
  const rest = calendarSources.flatMap((source, rank) => {
    const days = spokenBy(terms, (speaker) => calendarSources.indexOf(speaker) >= rank);
    const others = by[source].filter(({ kind }) => kind !== "term");
    return source === "school" ? others : others.flatMap((span) => clipped(span, days));
  });
  const held = terms.map(({ name, from, to }): CalendarSpan => ({ kind: "term", name, from, to }));
  return { terms, spans: [...held, ...rest, ...said(calendar.partnership)] };
}

/** The sources of a year's terms, in the order of who goes first. */
export const sourcesOf = ({ terms }: YearInForce): CalendarSource[] =>
  calendarSources.filter((source) => terms.some((term) => term.source === source));

/** What to tell of days that are not counted by the school's own term dates, null where they are. */
export function calendarNotice(source: CalendarSource): string | null {
  switch (source) {
    case "school":
      return null;
    case "authority":
      return "The school has given no term dates of its own for these days: those of its authority are used.";
    case "default":
      return "Neither the school nor its authority has given term dates for these days: the usual three terms are assumed.";
  }
}
