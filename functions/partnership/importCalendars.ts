import { isDeepStrictEqual } from "node:util";
import type { CalendarChange } from "../../shared/contract/routes/calendars.ts";
import type { Fault, Refusal } from "../../shared/contract/problems.ts";
import { academicYearOf, dateAt } from "../../shared/domain/calendar/calendar.ts";
import { daysOfKinds } from "../../shared/domain/calendar/calendarOfSchool.ts";
import {
  type CalendarHolder,
  type CalendarSpan,
  type CalendarYear,
  rowOf,
} from "../../shared/domain/calendar/calendarYear.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import { readBankHolidays } from "../../shared/registers/bankHolidaysIcal.ts";
import { calendarTemplate as template, readCalendarCsv } from "../../shared/registers/calendarCsv.ts";
import { readCalendarIcal } from "../../shared/registers/calendarIcal.ts";
import type { CalendarOfFile, CalendarReading } from "../../shared/registers/calendarReading.ts";
import { looksLikeIcal } from "../../shared/registers/icalEvents.ts";
import { sha256 } from "../../shared/runtime/identity.ts";
import { isRefusal, refuse } from "../../shared/runtime/refusal.ts";
import { seenOf, unseen } from "../../shared/runtime/seenRows.ts";
import { fileFaults, refuseFile } from "../../shared/runtime/refusedFile.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { calendarList, calendarYears } from "../../shared/store/rows/calendars.ts";
import { allSchools, byUrn } from "../../shared/store/schools.ts";
import { create, replace, type Write } from "../../shared/store/store.ts";
import { type Around, daysUnder, warningsOf } from "./calendarDays.ts";
import { strangeHolder } from "./calendars.ts";

export const calendarTemplate: Handler<"calendarTemplate"> = async () => ({ status: 200, body: template() });

// All are written in one transaction, which takes a hundred rows with the trail's own.
const mostCalendars = 80;

interface File {
  readonly bytes: Uint8Array;
  readonly holder: CalendarHolder | undefined;
}

function readingOf({ bytes, holder }: File, schools: readonly School[]): CalendarReading | Refusal {
  const schoolAt = byUrn(schools);
  if (!looksLikeIcal(bytes)) return readCalendarCsv(bytes, (urn) => schoolAt.get(urn)?.schoolId);
  if (holder === "partnership") return readBankHolidays(bytes);
  if (holder !== undefined) return readCalendarIcal(bytes, holder);
  return refuse("invalid-request", "Say with `holder` whose calendar this iCalendar file is.", [
    { parameter: "holder", detail: "This is needed with iCalendar" },
  ]);
}

type Reading = Extract<CalendarReading, { kind: "read" }>;

/** The calendars of a file, each of a holder that may have one, or why the file is refused. */
function calendarsIn(file: File, schools: readonly School[]): Reading | Refusal {
  const reading = readingOf(file, schools);
  if (isRefusal(reading)) return reading;
  if (reading.kind === "refused") return refuseFile(fileFaults(reading.problems));
  const faults = reading.calendars.flatMap(({ holder, rows }): Fault[] => {
    const detail = strangeHolder(holder, schools);
    return detail === undefined ? [] : rows.map((row) => ({ row, detail }));
  });
  if (faults.length > 0) return refuseFile(faults);
  return reading.calendars.length > mostCalendars
    ? refuse("file-refused", `A file may hold ${mostCalendars} calendars. Send it in parts.`)
    : reading;
}

interface Planned {
  readonly shown: CalendarChange;
  readonly write: Write | null;
  /** The row as it stands, by its revision. */
  readonly standing: readonly (string | number | null)[];
}

/** A file replaces a holder's year; the list of bank holidays adds its days to those that the partnership closes. */
function saidWith({ holder, spans }: CalendarOfFile, before: CalendarYear | undefined): CalendarSpan[] {
  const kept = holder === "partnership" ? (before?.spans ?? []) : [];
  const isNew = (span: CalendarSpan): boolean => !kept.some((each) => isDeepStrictEqual(each, span));
  return [...kept, ...spans.filter(isNew)];
}

function planOf(ofFile: CalendarOfFile, around: Around): Planned {
  const { holder, academicYear } = ofFile;
  const before = around.rows.find((row) => row.holder === holder && row.academicYear === academicYear);
  const after = rowOf({ holder, academicYear, spans: saidWith(ofFile, before) }, before);
  const { spans } = after;
  const isSame = before !== undefined && isDeepStrictEqual(before.spans, spans);
  const kinds = daysUnder(after, around);
  const had = isSame ? kinds : daysUnder(before ?? { ...after, spans: [] }, around);
  return {
    shown: {
      holder,
      academicYear,
      change: isSame ? "unchanged" : before ? "changed" : "added",
      spans,
      ...daysOfKinds(kinds),
      opened: kinds.filter((kind, day) => kind !== "closed" && had[day] === "closed").length,
      closed: kinds.filter((kind, day) => kind === "closed" && had[day] !== "closed").length,
      warnings: [...(ofFile.warnings ?? []), ...warningsOf(after)],
    },
    standing: [holder, academicYear, before?.revision ?? null],
    write: isSame ? null : before ? replace(calendarYears, after) : create(calendarYears, after),
  };
}

/** Imports calendars, all or none: each holder's year that the file speaks of becomes what the file says. */
export const importCalendars: Handler<"importCalendars"> = ({ query, body }, { world, store, actor, act }) =>
  act(async () => {
    const [schools, rows] = await Promise.all([allSchools(store), store.all(calendarList)]);
    const reading = calendarsIn({ bytes: body, holder: query.holder }, schools);
    if (isRefusal(reading)) return reading;
    const thisYear = academicYearOf(dateAt(world.now()));
    // The list of bank holidays goes back for years that are over.
    const spokenOf = reading.calendars.filter(
      (each) => each.holder !== "partnership" || each.academicYear >= thisYear,
    );
    const planned = spokenOf.map((each) => planOf(each, { rows, schools }));
    const met = planned.map(({ shown: { change }, standing }) => ({ change, standing }));
    const calendars = planned.map((each) => each.shown);
    const shown = { calendars, leftOut: reading.leftOut ?? 0, seen: seenOf(met) };
    if (query.preview === "true") return { reply: { status: 200, body: { ...shown, applied: false } } };
    const changed = unseen(query.seen, met);
    if (changed) return changed;
    const writes = planned.flatMap(({ write }) => write ?? []);
    const reply = { status: 201 as const, body: { ...shown, applied: true } };
    if (writes.length === 0) return { reply };
    const facts = { digest: sha256(body), calendars: planned.length, written: writes.length };
    return { reply, action: { chain: "partnership", action: "calendars-imported", actor, facts, writes } };
  });
