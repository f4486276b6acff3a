import { isDeepStrictEqual } from "node:util";
import type { Refusal } from "../../shared/contract/problems.ts";
import { academicYearOf, bankHolidays, dateAt } from "../../shared/domain/calendar/calendar.ts";
import {
  calendarNotice,
  type CalendarSource,
  sourcesOf,
  type YearInForce,
  yearInForce,
} from "../../shared/domain/calendar/calendarInForce.ts";
import { dayKindsIn, daysOfKinds, workingDayFrom } from "../../shared/domain/calendar/calendarOfSchool.ts";
import {
  authorityHolder,
  type CalendarHolder,
  type CalendarYear,
  inOrder,
  rowOf,
  schoolOfHolder,
  spanFaults,
} from "../../shared/domain/calendar/calendarYear.ts";
import type { Actor } from "../../shared/domain/audit.ts";
import type { School } from "../../shared/domain/schools/school.ts";
import { notFound, refuse } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import type { Session } from "../../shared/runtime/session.ts";
import { calendarOf } from "../../shared/store/calendars.ts";
import { calendarList, calendarsOfHolder, calendarYears } from "../../shared/store/rows/calendars.ts";
import { allSchools, schoolWith } from "../../shared/store/schools.ts";
import { create, replace } from "../../shared/store/store.ts";
import { warningsOf } from "./calendarDays.ts";

export const listCalendars: Handler<"listCalendars"> = async ({ query }, { store }) => {
  const { holder, limit, cursor } = query;
  const list = holder === undefined ? calendarList : calendarsOfHolder(holder);
  const { items, nextCursor } = await store.page(list, { limit, cursor });
  return { status: 200, body: { items: [...items], nextCursor } };
};

/** Why a holder can have no calendar here: it is neither a member school nor the authority of one. */
export function strangeHolder(holder: CalendarHolder, schools: readonly School[]): string | undefined {
  const isKnown =
    holder === "partnership" ||
    schools.some(({ schoolId, laCode }) => holder === schoolId || holder === authorityHolder(laCode));
  return isKnown ? undefined : `${holder} is neither a member school nor the authority of one`;
}

const mayWrite = ({ roles, schoolId }: Session, holder: CalendarHolder): boolean =>
  roles.includes("broker") || (schoolId !== undefined && schoolOfHolder(holder) === schoolId);

const onlyOwn = (): Refusal =>
  refuse("forbidden", "A school writes its own calendar; the broker writes all others.");

/** Writes a holder's year in place, whole, if it still is as the caller read it. */
export const setCalendar: Handler<"setCalendar"> = (
  { params: { holder, academicYear }, body },
  { store, session, actor, act },
) =>
  act(async () => {
    if (!mayWrite(session, holder)) return onlyOwn();
    const [schools, rows] = await Promise.all([allSchools(store), store.all(calendarList)]);
    if (strangeHolder(holder, schools)) return notFound("school or authority");
    const faults = spanFaults({ holder, academicYear, spans: body.spans });
    if (faults.length > 0)
      return refuse(
        "invalid-request",
        "Mend what `errors` lists and send it again.",
        faults.map(({ index, detail }) => ({ pointer: `/spans/${index}`, detail })),
      );
    const before = rows.find((row) => row.holder === holder && row.academicYear === academicYear);
    const stale = staleness(before?.revision ?? null, body.revision);
    if (stale) return stale;
    const after = rowOf({ holder, academicYear, spans: body.spans }, before);
    const warnings = warningsOf(after);
    if (before && isDeepStrictEqual(before.spans, after.spans))
      return { reply: { status: 200, body: { ...before, warnings } } };
    return writing({ before, after, actor, action: "calendar-set" });
  });

/** Takes the last writing of a holder's year back: what was said before it holds again, and this can be taken back too. */
export const undoCalendar: Handler<"undoCalendar"> = (
  { params: { holder, academicYear }, body },
  { store, session, actor, act },
) =>
  act(async () => {
    if (!mayWrite(session, holder)) return onlyOwn();
    const before = await store.get(calendarYears, { holder, academicYear });
    if (!before) return notFound("calendar");
    const stale = staleness(before.revision, body.revision);
    if (stale) return stale;
    const after = rowOf({ holder, academicYear, spans: before.spansBefore ?? [] }, before);
    return writing({ before, after, actor, action: "calendar-undone" });
  });

interface Writing {
  readonly before: CalendarYear | undefined;
  readonly after: CalendarYear;
  readonly actor: Actor;
  readonly action: "calendar-set" | "calendar-undone";
}

/** The step that writes a year, with the row as it is then. */
function writing({ before, after, actor, action }: Writing) {
  const { holder, academicYear, spans } = after;
  const revision = before ? before.revision + 1 : 0;
  return {
    reply: { status: 200 as const, body: { ...after, revision, warnings: warningsOf(after) } },
    action: {
      chain: "partnership" as const,
      action,
      actor,
      facts: { holder, academicYear, spans: spans.length },
      writes: [before ? replace(calendarYears, after) : create(calendarYears, after)],
    },
  };
}

function staleness(now: number | null, read: number | null): Refusal | undefined {
  if (now === read) return undefined;
  return read === null
    ? refuse("already-exists", `This calendar exists: read it, and send its revision ${now} with the change.`)
    : refuse("wrong-state", "This calendar was changed since it was read: read it again.");
}

/** A school's year as deadlines are counted in it: with it go whose terms these are and what to know of that. */
export const getSchoolCalendar: Handler<"getSchoolCalendar"> = async (
  { params: { schoolId }, query },
  { world, store },
) => {
  if (!(await schoolWith(store, schoolId))) return notFound("school");
  const calendar = await calendarOf(store, schoolId);
  const today = dateAt(world.now());
  const academicYear = query.academicYear ?? academicYearOf(today);
  const year = yearInForce(calendar, academicYear);
  const { terms, spans } = year;
  const first = Number(academicYear.slice(0, 4));
  const holidays = [...bankHolidays(first), ...bankHolidays(first + 1)].toSorted();
  return {
    status: 200,
    body: {
      schoolId,
      academicYear,
      ...saidBy(year),
      terms: [...terms],
      spans: inOrder(spans),
      bankHolidays: holidays.filter((date) => academicYearOf(date) === academicYear),
      ...daysOfKinds(dayKindsIn(spans, academicYear)),
      nextWorkingDay: workingDayFrom(calendar, today),
    },
  };
};

/** The last of those whose terms a year needs, and what to know of each of them that is not the school. */
function saidBy(year: YearInForce): { readonly source: CalendarSource; readonly notice: string | null } {
  const sources = sourcesOf(year);
  const notices = sources.flatMap((each) => calendarNotice(each) ?? []);
  return { source: sources.at(-1) ?? "default", notice: notices.length === 0 ? null : notices.join(" ") };
}
