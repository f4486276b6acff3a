import { dateAt } from "./calendar.ts";
import type { PartyCalendars } from "./calendarOfParties.ts";
import type { SchoolCalendar } from "./calendarInForce.ts";
import { type Due, dueAfter } from "./chaser.ts";
import type { Deployment, Visit } from "./deployment.ts";
import type { Evaluation } from "./outcome.ts";
import { openStates, recordDueWorkingDays } from "./visit.ts";

/** Since when a record is awaited that comes of this one: itself, mended, or of the next visit; null for none. */
function awaitedSince(visit: Visit, all: readonly Visit[]): string | null {
  if (openStates.includes(visit.state)) return visit.response ? dateAt(visit.response.at) : visit.visitedOn;
  return all.some(({ visitedOn }) => visitedOn > visit.visitedOn) ? null : visit.nextVisitOn;
}

/** A record of visit that is due, by the record that says so: not sent, sent back, or of the visit planned next. */
export interface RecordDue {
  readonly visit: Visit;
  readonly due: Due;
}

/** The records that are due of a practitioner at work, within five working days of their home school. */
export const recordsDue = (visits: readonly Visit[], homeSchool: SchoolCalendar): RecordDue[] =>
  visits.flatMap((visit) => {
    const since = awaitedSince(visit, visits);
    return since === null ? [] : [{ visit, due: dueAfter(homeSchool, since, recordDueWorkingDays) }];
  });

/** Working days of its own school within which a side evaluates work that has ended. */
const evaluationDueWorkingDays = 10;

/** When a side's evaluation is due, null while the work goes on and where nothing was begun. */
export function evaluationDue(
  { ending }: Deployment,
  side: Evaluation["side"],
  { homeSchool, supportedSchool }: PartyCalendars,
): Due | null {
  if (!ending || ending.as === "not-started") return null;
  const calendar = side === "school" ? supportedSchool : homeSchool;
  return dueAfter(calendar, ending.on, evaluationDueWorkingDays);
}
