import * as z from "zod";
import { CalendarSource } from "../../domain/calendar/calendarInForce.ts";
import {
  AcademicYear,
  CalendarHolder,
  CalendarSpan,
  CalendarYear,
  mostSpans,
} from "../../domain/calendar/calendarYear.ts";
import { SchoolId } from "../../domain/ids.ts";
import { IsoDate } from "../../domain/vocabulary.ts";
import type { Route } from "../door.ts";
import { pageOf, pageQuery } from "./views.ts";
import { Seen } from "./seenRows.ts";

const everyone = ["broker", "director", "school", "practitioner"] as const;

const days = { pupilDays: z.int().min(0), insetDays: z.int().min(0) };

const CalendarView = CalendarYear.meta({
  id: "Calendar",
  description:
    "What the partnership, an authority or a school says of an academic year. A term that it does not name is taken " +
    "from the next in order: school, authority, the usual three.",
});

const CalendarWritten = CalendarYear.extend({ warnings: z.array(z.string()) }).meta({
  id: "CalendarWritten",
  description: "The calendar as written, with what is unusual about it, such as a term that is missing",
});

/** A school's year as deadlines are counted in it, with whose terms these are. */
const SchoolCalendarView = z
  .object({
    schoolId: SchoolId,
    academicYear: AcademicYear,
    source: CalendarSource.describe("The last of those whose terms are needed for the year"),
    notice: z.string().nullable(),
    terms: z
      .array(z.object({ source: CalendarSource, name: z.string(), from: IsoDate, to: IsoDate }))
      .describe("The stretches of term between holidays, each with whose it is"),
    spans: z.array(CalendarSpan).describe("Holidays and terms; INSET days are good days for delivery"),
    bankHolidays: z.array(IsoDate),
    ...days,
    nextWorkingDay: IsoDate.describe("Today, or the next day on which the school works"),
  })
  .meta({ id: "SchoolCalendar" });

/** What a file would change, or has changed, of one holder's year. */
const CalendarChange = z
  .object({
    holder: CalendarHolder,
    academicYear: AcademicYear,
    change: z.enum(["added", "changed", "unchanged"]),
    spans: z.array(CalendarSpan),
    ...days,
    opened: z.int().min(0).describe("Days that become working days by it"),
    closed: z.int().min(0).describe("Working days that are none by it"),
    warnings: z.array(z.string()),
  })
  .meta({ id: "CalendarChange" });
export type CalendarChange = z.infer<typeof CalendarChange>;

export const CalendarImport = z
  .object({
    calendars: z.array(CalendarChange),
    leftOut: z.int().min(0).describe("Events of an iCalendar file that are shorter than a day of school"),
    seen: Seen,
    applied: z.boolean(),
  })
  .meta({ id: "CalendarImport" });

export const calendarsRoutes = {
  listCalendars: {
    area: "partnership",
    method: "GET",
    path: "/calendars",
    summary: "What the partnership, authorities and schools say of their academic years, by holder and year",
    roles: everyone,
    query: z.strictObject({ ...pageQuery, holder: CalendarHolder.optional() }),
    replies: { 200: pageOf(CalendarView) },
    problems: [],
    audit: null,
  },
  setCalendar: {
    area: "partnership",
    method: "PUT",
    path: "/calendars/{holder}/{academicYear}",
    summary:
      "Write the terms, holidays, INSET days and closed days of an academic year, whole; no spans take them back. " +
      "A school writes its own, the broker anybody's; `revision` is the one that was read, null for none",
    roles: ["broker", "school"],
    params: z.strictObject({ holder: CalendarHolder, academicYear: AcademicYear }),
    body: z.strictObject({
      spans: z.array(CalendarSpan).max(mostSpans),
      revision: z.int().min(0).nullable(),
    }),
    idempotent: true,
    replies: { 200: CalendarWritten },
    problems: ["already-exists", "wrong-state", "idempotency-key-reused"],
    audit: "calendar-set",
  },
  undoCalendar: {
    area: "partnership",
    method: "POST",
    path: "/calendars/{holder}/{academicYear}/undo",
    summary:
      "Take the last writing of an academic year back, by hand or from a file: `spansBefore` holds again. Done twice, " +
      "it takes itself back; `revision` is the one that was read",
    roles: ["broker", "school"],
    params: z.strictObject({ holder: CalendarHolder, academicYear: AcademicYear }),
    body: z.strictObject({ revision: z.int().min(0) }),
    idempotent: true,
    replies: { 200: CalendarWritten },
    problems: ["wrong-state", "idempotency-key-reused"],
    audit: "calendar-undone",
  },
  getSchoolCalendar: {
    area: "partnership",
    method: "GET",
    path: "/schools/{schoolId}/calendar",
    summary:
      "A school's academic year as deadlines are counted in it, the present one unless asked otherwise",
    roles: everyone,
    params: z.strictObject({ schoolId: SchoolId }),
    query: z.strictObject({ academicYear: AcademicYear.optional() }),
    replies: { 200: SchoolCalendarView },
    problems: [],
    audit: null,
  },
  importCalendars: {
    area: "partnership",
    method: "POST",
    path: "/calendar-imports",
    summary:
      "Write calendars from CSV (the template's columns), or one holder's from iCalendar, which may write terms whole or " +
      "mark their first and last days, all or none. A year that the file speaks of is replaced whole. With the holder " +
      "`partnership` the file is England's official list of bank holidays, whose days by proclamation are added; with " +
      "preview nothing is written",
    roles: ["broker"],
    query: z.strictObject({
      preview: z.enum(["true", "false"]).default("false"),
      holder: CalendarHolder.optional().describe("Whose calendar an iCalendar file is"),
      seen: Seen.optional(),
    }),
    csvBody: true,
    icalBody: true,
    idempotent: true,
    replies: { 200: CalendarImport, 201: CalendarImport },
    problems: ["wrong-state", "file-refused", "idempotency-key-reused"],
    audit: "calendars-imported",
  },
  calendarTemplate: {
    area: "partnership",
    method: "GET",
    path: "/calendar-imports/template",
    summary: "The CSV template for calendars",
    roles: ["broker"],
    replies: { 200: "text/csv" },
    problems: [],
    audit: null,
  },
} as const satisfies Record<string, Route>;
