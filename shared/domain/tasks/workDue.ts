import { dateAt } from "../calendar/calendar.ts";
import { calendarOfSide, type PartyCalendars } from "../calendar/calendarOfParties.ts";
import { type Due, dueAfter } from "./chaser.ts";
import { type Deployment, hasEnded, type NewRelease, type Visit } from "../deployments/deployment.ts";
import type { SchoolCalendar } from "../calendar/calendarInForce.ts";
import type { Evaluation, FollowUp } from "../outcomes/outcome.ts";
import { openStates, recordDueWorkingDays } from "../deployments/visit.ts";

/** The two who have to do something about work: each counts the days of their own school. */
export const sides = ["school", "practitioner"] as const satisfies readonly Evaluation["side"][];
export type Side = (typeof sides)[number];

/** A record of visit about which a side has to do something: its author to send it, the school to answer it. */
export interface RecordAwaited {
  readonly visit: Visit;
  readonly of: Side;
  /** The day from which on it is awaited. */
  readonly since: string;
}

/** Since when a record is awaited that comes of this one: itself, mended, or of the next visit; null for none. */
function unsentSince(visit: Visit, all: readonly Visit[]): string | null {
  if (openStates.includes(visit.state)) return visit.response ? dateAt(visit.response.at) : visit.visitedOn;
  return all.some(({ visitedOn }) => visitedOn > visit.visitedOn) ? null : visit.nextVisitOn;
}

const unansweredSince = ({ state, submittedAt }: Visit): string | null =>
  state === "submitted" && submittedAt !== null ? dateAt(submittedAt) : null;

/**
 * The records that are awaited: not sent, sent back, or of the visit planned next, by the record that says so, and
 * those that wait for the school's word. Once the work has ended only these are.
 */
export const recordsAwaited = (deployment: Deployment, visits: readonly Visit[]): RecordAwaited[] =>
  visits.flatMap((visit) => {
    const unsent = hasEnded(deployment) ? null : unsentSince(visit, visits);
    const unanswered = unansweredSince(visit);
    return [
      ...(unsent === null ? [] : [{ visit, of: "practitioner" as const, since: unsent }]),
      ...(unanswered === null ? [] : [{ visit, of: "school" as const, since: unanswered }]),
    ];
  });

/** When a record is due of whoever it is awaited of, within five working days of their school. */
export const recordDue = ({ of, since }: RecordAwaited, calendars: PartyCalendars): Due =>
  dueAfter(calendarOfSide(calendars, of), since, recordDueWorkingDays);

/** Working days of its own school within which a side evaluates work that has ended. */
const evaluationDueWorkingDays = 10;

/** When a side's evaluation is due, null while the work goes on and where nothing was begun. */
export function evaluationDue({ ending }: Deployment, side: Side, calendars: PartyCalendars): Due | null {
  if (!ending || ending.as === "not-started") return null;
  return dueAfter(calendarOfSide(calendars, side), ending.on, evaluationDueWorkingDays);
}

/** Working days of the school within which it says whether an outcome has lasted, once it is asked. */
const followUpDueWorkingDays = 10;

/** When the answer to a question that was asked is due. */
export const followUpDue = ({ askedOn, dueOn }: FollowUp, school: SchoolCalendar): Due =>
  dueAfter(school, askedOn ?? dueOn, followUpDueWorkingDays);

/** Working days of the school to which somebody goes within which its head releases them for work under way, or does not. */
const newReleaseDueWorkingDays = 5;

/** When the answer of a new head is due. */
export const newReleaseDue = ({ askedOn, from }: NewRelease, newSchool: SchoolCalendar): Due =>
  dueAfter(newSchool, askedOn ?? from, newReleaseDueWorkingDays);
