import { dateAt } from "../calendar/calendar.ts";
import type { SchoolCalendar } from "../calendar/calendarInForce.ts";
import { addWorkingDaysAt } from "../calendar/calendarOfSchool.ts";
import { daysOf, halfDaysOf, sumOfDays } from "../calendar/days.ts";
import {
  daysUnspent,
  deliveredSomething,
  type Deployment,
  type DeploymentEnding,
  type DeploymentState,
  hasEnded,
  isExplained,
  type MidTermReview,
  underWayStates,
  type Visit,
} from "./deployment.ts";

interface WrongState {
  readonly kind: "wrong-state";
  readonly state: DeploymentState;
  readonly allowed: readonly DeploymentState[];
}

/** A date that cannot be right, by the name of its field. */
export interface ImpossibleDate {
  readonly kind: "impossible-date";
  readonly field: string;
  readonly detail: string;
}

export type Reviewed =
  | { readonly kind: "reviewed"; readonly deployment: Deployment }
  | { readonly kind: "already-reviewed"; readonly heldOn: string }
  | WrongState
  | ImpossibleDate;

/** Working days of the supported school after the agreed window until when a review may let the work go on. */
const longestOverrunWorkingDays = 40;

/** The day on which a review is recorded, and by whose days the work may go on. */
interface Reviewing {
  readonly today: string;
  readonly supportedSchool: SchoolCalendar;
}

/** Records the mid-term review, once, while the work goes on. */
export function reviewMidTerm(
  deployment: Deployment,
  midTermReview: MidTermReview,
  { today, supportedSchool }: Reviewing,
): Reviewed {
  if (deployment.state !== "in-delivery")
    return { kind: "wrong-state", state: deployment.state, allowed: ["in-delivery"] };
  if (deployment.midTermReview) return { kind: "already-reviewed", heldOn: deployment.midTermReview.heldOn };
  const { heldOn, finalDate } = midTermReview;
  const { from, to } = deployment.agreement.window;
  const impossible = (field: "heldOn" | "finalDate", detail: string): ImpossibleDate => ({
    kind: "impossible-date",
    field,
    detail,
  });
  if (heldOn > today) return impossible("heldOn", "A review is recorded once it was held");
  if (heldOn < from) return impossible("heldOn", `The agreed work begins on ${from}`);
  if (finalDate < heldOn) return impossible("finalDate", "The work cannot end before its review");
  const last = addWorkingDaysAt(supportedSchool, to, longestOverrunWorkingDays);
  if (finalDate > last)
    return impossible(
      "finalDate",
      `The work ends at most ${longestOverrunWorkingDays} of the school's working days after ${to}, on ${last}`,
    );
  return { kind: "reviewed", deployment: { ...deployment, midTermReview } };
}

export type Finished =
  | { readonly kind: "finished"; readonly deployment: Deployment; readonly daysBack: number }
  | { readonly kind: "records-unsettled"; readonly unsettled: readonly Visit[] }
  | { readonly kind: "nothing-delivered" }
  | { readonly kind: "days-unexplained"; readonly deployment: Deployment }
  | { readonly kind: "something-delivered"; readonly daysDelivered: number }
  | WrongState
  | ImpossibleDate;

/** The records of visit that must be settled before a deployment may end in that way. */
const blocking: Readonly<Record<DeploymentEnding["as"], readonly Visit["state"][]>> = {
  complete: ["draft", "submitted", "inaccurate"],
  curtailed: ["submitted"],
  "not-started": ["submitted"],
};

interface Finish {
  readonly ending: DeploymentEnding;
  readonly today: string;
  /** Whether the broker ends it, who alone may curtail work of which the school has not answered a record. */
  readonly byBroker: boolean;
}

/**
 * Ends a deployment; the days that were not delivered go back to the practitioner. What is complete has every
 * record settled, and a word on why where fewer days were delivered than agreed; what was not started has delivered
 * nothing, and work that broke off has every record answered.
 * Days of records that a broker's curtailing leaves unanswered stay held until the school answers them.
 */
export function finish(
  deployment: Deployment,
  visits: readonly Visit[],
  { ending, today, byBroker }: Finish,
): Finished {
  if (hasEnded(deployment)) return { kind: "wrong-state", state: deployment.state, allowed: underWayStates };
  if (ending.on > today || ending.on < dateAt(deployment.agreement.agreedAt))
    return {
      kind: "impossible-date",
      field: "on",
      detail: "A deployment ends between the day it was agreed and today",
    };
  const leavesUnanswered = byBroker && ending.as === "curtailed";
  const unsettled = leavesUnanswered
    ? []
    : visits.filter((visit) => blocking[ending.as].includes(visit.state));
  if (ending.as === "not-started" && deliveredSomething(deployment))
    return { kind: "something-delivered", daysDelivered: deployment.daysDelivered };
  if (unsettled.length > 0) return { kind: "records-unsettled", unsettled };
  if (ending.as === "complete" && !deliveredSomething(deployment)) return { kind: "nothing-delivered" };
  if (ending.as === "complete" && daysUnspent(deployment) > 0 && !isExplained(ending))
    return { kind: "days-unexplained", deployment };
  const unanswered = visits.filter((visit) => visit.state === "submitted").map((visit) => visit.days);
  const daysUnanswered = sumOfDays(unanswered);
  return {
    kind: "finished",
    deployment: { ...deployment, state: ending.as, ending, ...(daysUnanswered > 0 && { daysUnanswered }) },
    daysBack: daysOf(halfDaysOf(daysUnspent(deployment)) - halfDaysOf(daysUnanswered)),
  };
}
