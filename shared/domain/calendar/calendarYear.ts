import * as z from "zod";
import { academicYearOf, addMonths } from "./calendar.ts";
import { type SchoolId, SchoolId as SchoolIdSchema } from "../ids.ts";
import { IsoDate } from "../vocabulary.ts";

/**
 * What a stretch of days is: a term; a holiday within or between terms; an INSET day, on which staff work and
 * pupils stay at home; or days on which the school is closed to everybody.
 */
export const spanKinds = ["term", "holiday", "inset", "closed"] as const;
export type SpanKind = (typeof spanKinds)[number];

/** A stretch of days, both ends included. */
export const CalendarSpan = z
  .strictObject({ kind: z.enum(spanKinds), name: z.string().min(1).max(80), from: IsoDate, to: IsoDate })
  .meta({ id: "CalendarSpan" });
export type CalendarSpan = z.infer<typeof CalendarSpan>;

/** Whose calendar it is: `partnership`, `authority-` and the code of one, or a school's id. */
export const CalendarHolder = z
  .string()
  .regex(/^(?:partnership|authority-[A-Za-z0-9]{1,10}|sch_[a-z0-9]{8,32})$/)
  .meta({ id: "CalendarHolder", description: "partnership, authority-373 or a SchoolId" });
export type CalendarHolder = z.infer<typeof CalendarHolder>;

export const authorityHolder = (laCode: string): CalendarHolder => `authority-${laCode}`;

/** The school whose own calendar it is, or undefined. */
export function schoolOfHolder(holder: CalendarHolder): SchoolId | undefined {
  const school = SchoolIdSchema.safeParse(holder);
  return school.success ? school.data : undefined;
}

/** 1 September to 31 August, such as `2026-27`. */
export const AcademicYear = z
  .string()
  .regex(/^20\d{2}-\d{2}$/, { abort: true })
  .refine((year) => academicYearOf(`${year.slice(0, 4)}-09-01`) === year, "There is no such academic year")
  .meta({ id: "AcademicYear", description: "1 September to 31 August, such as 2026-27" });

export const mostSpans = 60;

/** What a holder says of one academic year; nothing at all takes back what was said before. */
export const CalendarYear = z.object({
  holder: CalendarHolder,
  academicYear: AcademicYear,
  spans: z.array(CalendarSpan).max(mostSpans),
  /** What was said before the last writing, which can be taken back; null where this was the first. */
  spansBefore: z.array(CalendarSpan).max(mostSpans).nullable().default(null),
  revision: z.int().min(0),
});
export type CalendarYear = z.infer<typeof CalendarYear>;

/** The academic year that a stretch of days belongs to: a term, or an INSET day, may come in August before it. */
export const yearOfSpan = ({ kind, from }: CalendarSpan): string =>
  academicYearOf(kind !== "holiday" && from.slice(5, 7) === "08" ? addMonths(from, 1) : from);

const orderOf = ({ from, to, kind, name }: CalendarSpan): string => [from, to, kind, name].join(" ");

/** The spans in the one order in which they are kept, so that the same days are the same row. */
export const inOrder = (spans: readonly CalendarSpan[]): CalendarSpan[] =>
  spans.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));

/** What a holder says of a year, before it is a row. */
export type CalendarSaid = Pick<CalendarYear, "holder" | "academicYear"> & {
  readonly spans: readonly CalendarSpan[];
};

/** The row that what a holder says makes of the one that was there, its spans in order and those before kept. */
export const rowOf = (said: CalendarSaid, before: CalendarYear | undefined): CalendarYear => ({
  holder: said.holder,
  academicYear: said.academicYear,
  spans: inOrder(said.spans),
  spansBefore: before?.spans ?? null,
  revision: before?.revision ?? 0,
});

/** What is wrong with one span, by its index. */
export interface SpanFault {
  readonly index: number;
  readonly detail: string;
}

function faultOf(
  span: CalendarSpan,
  year: Pick<CalendarYear, "holder" | "academicYear">,
): string | undefined {
  const first = Number(year.academicYear.slice(0, 4));
  const [from, to] = [`${first}-08-01`, `${first + 1}-${span.kind === "holiday" ? "09-30" : "08-31"}`];
  if (span.to < span.from) return "It ends before it begins";
  if (span.from < from || span.to > to) return `The year ${year.academicYear} has days from ${from} to ${to}`;
  if (year.holder === "partnership" && span.kind !== "closed")
    return "The partnership as a whole has closed days only: give terms to an authority or a school";
  return undefined;
}

/** What keeps spans from being the calendar of that holder and year: dates that cannot be, terms that overlap. */
export function spanFaults({ holder, academicYear, spans }: CalendarSaid): SpanFault[] {
  return spans.flatMap((span, index) => {
    const overlaps = (other: CalendarSpan, at: number): boolean =>
      at < index && other.kind === "term" && other.from <= span.to && span.from <= other.to;
    const detail =
      faultOf(span, { holder, academicYear }) ??
      (span.kind === "term" && spans.some(overlaps) ? "This term overlaps with another" : undefined);
    return detail === undefined ? [] : [{ index, detail }];
  });
}
