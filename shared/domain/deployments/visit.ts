import { dateAt } from "../calendar/calendar.ts";
import type { SchoolCalendar } from "../calendar/calendarInForce.ts";
import { addWorkingDaysAt, workingDaysBetweenAt } from "../calendar/calendarOfSchool.ts";
import { daysOf, halfDaysOf, sumOfDays } from "../calendar/days.ts";
import { isReleasedOn } from "./newRelease.ts";
import { type Deployment, hasEnded, type Visit, type visitNoteShape } from "./deployment.ts";

/** What the practitioner writes of a visit. */
export type VisitNote = Pick<Visit, keyof typeof visitNoteShape>;

/** Working days of the supported school after the agreed window in which a last visit may still be recorded as made. */
const graceWorkingDays = 10;
/** Working days of the home school after a visit within which its record is due, and of the other for its word on it. */
export const recordDueWorkingDays = 5;

export interface NoteFault {
  readonly field: "visitedOn" | "nextVisitOn";
  readonly detail: string;
}

export type NoteChecked =
  | { readonly kind: "possible" }
  | { readonly kind: "impossible-dates"; readonly faults: readonly NoteFault[] }
  | TooManyDays
  | DeploymentEnded;

/** More days than were agreed: `daysLeft` is what this record may still claim. */
export interface TooManyDays {
  readonly kind: "too-many-days";
  readonly daysLeft: number;
  readonly daysPlanned: number;
}

export interface DeploymentEnded {
  readonly kind: "deployment-ended";
  readonly state: Deployment["state"];
}

interface WrongVisitState {
  readonly kind: "wrong-state";
  readonly state: Visit["state"];
  readonly allowed: readonly Visit["state"][];
}

/** The states of a record that its author may still change and send. */
export const openStates: readonly Visit["state"][] = ["draft", "inaccurate"];

/**
 * The last day on which a visit may have been made: ten of the supported school's working days after the agreed
 * window, or the final date of the review where that comes later.
 */
export function lastVisitOn(
  { agreement, midTermReview }: Deployment,
  supportedSchool: SchoolCalendar,
): string {
  const grace = addWorkingDaysAt(supportedSchool, agreement.window.to, graceWorkingDays);
  const finalDate = midTermReview?.finalDate ?? grace;
  return finalDate > grace ? finalDate : grace;
}

function faultsOfDates({ deployment, note, today, supportedSchool }: NoteCheck): NoteFault[] {
  const { from, to } = deployment.agreement.window;
  const faults: NoteFault[] = [];
  if (note.visitedOn > today)
    faults.push({ field: "visitedOn", detail: "A visit is recorded once it was made" });
  else if (note.visitedOn < from || note.visitedOn > lastVisitOn(deployment, supportedSchool))
    faults.push({
      field: "visitedOn",
      detail:
        `The agreement runs from ${from} to ${to}, a last visit ${graceWorkingDays} of the school's working days ` +
        "after it, or to the final date of the review",
    });
  else if (!isReleasedOn(deployment, note.visitedOn))
    faults.push({
      field: "visitedOn",
      detail: `The former school's release ended on ${deployment.newRelease?.from}, and the new head has not given one`,
    });
  if (note.nextVisitOn !== null && note.nextVisitOn <= note.visitedOn)
    faults.push({ field: "nextVisitOn", detail: "The next visit comes after this one" });
  return faults;
}

/** Days that a record may still claim: planned, less what other records delivered or claim already. */
export function daysOpenTo(deployment: Deployment, others: readonly Visit[]): number {
  const claimed = sumOfDays(others.filter((each) => each.state !== "accurate").map((each) => each.days));
  const { agreement, daysDelivered } = deployment;
  return daysOf(halfDaysOf(agreement.daysPlanned) - halfDaysOf(daysDelivered) - halfDaysOf(claimed));
}

interface NoteCheck {
  readonly deployment: Deployment;
  /** The other records of the deployment, not this one. */
  readonly others: readonly Visit[];
  readonly note: VisitNote;
  readonly today: string;
  readonly supportedSchool: SchoolCalendar;
}

/** Whether a visit can have happened as it is written down: within the agreement, its dates and its days. */
export function checkNote(check: NoteCheck): NoteChecked {
  const { deployment, others, note } = check;
  if (hasEnded(deployment)) return { kind: "deployment-ended", state: deployment.state };
  const faults = faultsOfDates(check);
  if (faults.length > 0) return { kind: "impossible-dates", faults };
  const daysLeft = daysOpenTo(deployment, others);
  const { daysPlanned } = deployment.agreement;
  return note.days > daysLeft ? { kind: "too-many-days", daysLeft, daysPlanned } : { kind: "possible" };
}

/** Working days of the home school by which a record comes after the five that it is due within. */
export const workingDaysLate = (homeSchool: SchoolCalendar, visitedOn: string, recordedOn: string): number =>
  workingDaysBetweenAt(homeSchool, addWorkingDaysAt(homeSchool, visitedOn, recordDueWorkingDays), recordedOn);

export type VisitMoved =
  | {
      readonly kind: "moved";
      readonly visit: Visit;
      readonly deployment: Deployment;
      /** Days that were held for the record after the end and go back to the practitioner. */
      readonly daysBack: number;
    }
  | WrongVisitState
  | DeploymentEnded
  | TooManyDays;

/** Sends a record to the school, first or again; with the first the deployment is in delivery. */
export function submitRecord(
  deployment: Deployment,
  visit: Visit,
  { now, homeSchool }: { readonly now: string; readonly homeSchool: SchoolCalendar },
): VisitMoved {
  if (hasEnded(deployment)) return { kind: "deployment-ended", state: deployment.state };
  if (!openStates.includes(visit.state))
    return { kind: "wrong-state", state: visit.state, allowed: openStates };
  // A record sent again was already judged on time or late when it first came.
  const late =
    visit.submittedAt === null
      ? workingDaysLate(homeSchool, visit.visitedOn, dateAt(now))
      : visit.workingDaysLate;
  return {
    kind: "moved",
    visit: { ...visit, state: "submitted", submittedAt: now, workingDaysLate: late, response: null },
    deployment: { ...deployment, state: "in-delivery" },
    daysBack: 0,
  };
}

/** The deployment once a record is answered that was left unanswered at its end; else as it is. */
const withoutAwaited = (deployment: Deployment, { days }: Visit): Deployment =>
  hasEnded(deployment)
    ? { ...deployment, daysUnanswered: daysOf(halfDaysOf(deployment.daysUnanswered ?? 0) - halfDaysOf(days)) }
    : deployment;

/**
 * The school's word on a record: accurate counts and charges its days, inaccurate sends it back with a note. A
 * record that was sent before the end is answered after it all the same, once: nothing can be sent again then.
 */
export function answerRecord(
  before: Deployment,
  visit: Visit,
  response: NonNullable<Visit["response"]>,
): Exclude<VisitMoved, DeploymentEnded> {
  if (visit.state !== "submitted") return { kind: "wrong-state", state: visit.state, allowed: ["submitted"] };
  const deployment = withoutAwaited(before, visit);
  if (!response.accurate) {
    const daysBack = hasEnded(before) ? visit.days : 0;
    return { kind: "moved", visit: { ...visit, state: "inaccurate", response }, deployment, daysBack };
  }
  const daysDelivered = sumOfDays([deployment.daysDelivered, visit.days]);
  const { daysPlanned } = deployment.agreement;
  if (daysDelivered > daysPlanned)
    return { kind: "too-many-days", daysLeft: daysOpenTo(deployment, []), daysPlanned };
  const daysCharged = sumOfDays([deployment.daysCharged, visit.days]);
  return {
    kind: "moved",
    visit: { ...visit, state: "accurate", response },
    deployment: { ...deployment, daysDelivered, daysCharged },
    daysBack: 0,
  };
}
