import * as z from "zod";
import { dateAt } from "./calendar.ts";
import type { SchoolCalendar } from "./calendarInForce.ts";
import { addWorkingDaysAt } from "./calendarOfSchool.ts";
import { Chase } from "./chaser.ts";
import { daysOf, halfDaysOf, sumOfDays } from "./days.ts";
import { DeploymentId, ObjectiveId, OfferId, PersonId, RequestId, SchoolId, VisitId } from "./ids.ts";
import { DateRange } from "./person.ts";
import { Days, IsoDate, Mode, RoutePolicyName } from "./vocabulary.ts";

export const deploymentStates = ["agreed", "in-delivery", "complete", "curtailed", "not-started"] as const;
export const DeploymentState = z.enum(deploymentStates).meta({ id: "DeploymentState" });
export type DeploymentState = z.infer<typeof DeploymentState>;

/** What all three parties signed: fixed when the third of them said yes. */
export const DeploymentAgreement = z
  .strictObject({
    objectives: z.array(ObjectiveId).min(1),
    daysPlanned: Days,
    window: DateRange,
    mode: Mode,
    dayRatePence: z.int().min(0),
    homeSchoolSharePence: z.int().min(0),
    payer: z.enum(["supported-school", "partnership-pot", "local-authority"]),
    agreedAt: z.iso.datetime(),
  })
  .meta({ id: "DeploymentAgreement" });

/** The field's four questions half-way: is it working, what changes, does it go on, how does it end. */
export const MidTermReview = z
  .strictObject({
    heldOn: IsoDate,
    working: z.boolean(),
    changes: z.string().max(1000),
    continues: z.boolean(),
    exitStrategy: z.string().min(3).max(1000),
    finalDate: IsoDate,
  })
  .meta({ id: "MidTermReview" });
export type MidTermReview = z.infer<typeof MidTermReview>;

export const DeploymentEnding = z
  .strictObject({
    as: z.enum(["complete", "curtailed", "not-started"]),
    on: IsoDate,
    reason: z.string().max(500),
  })
  .meta({ id: "DeploymentEnding" });
export type DeploymentEnding = z.infer<typeof DeploymentEnding>;

/** What the head of the school to which the practitioner goes says of the work, from when they work there. */
export const NewRelease = z
  .strictObject({
    schoolId: SchoolId.nullable().describe("Null where they go to no member school: the broker answers"),
    from: IsoDate,
    answer: z.enum(["awaited", "yes", "no"]),
    answeredAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "NewRelease" });
export type NewRelease = z.infer<typeof NewRelease>;

/** Practitioner at work in the supported school: days planned, delivered and charged are three numbers. */
export const Deployment = z.object({
  deploymentId: DeploymentId,
  offerId: OfferId,
  requestId: RequestId,
  personId: PersonId,
  schoolId: SchoolId,
  /** The school that releases the practitioner. */
  homeSchoolId: SchoolId,
  /** Schools that released them before, each until when they worked there. */
  formerHomeSchools: z
    .array(z.strictObject({ schoolId: SchoolId, until: IsoDate }))
    .max(20)
    .exactOptional(),
  newRelease: NewRelease.exactOptional(),
  routePolicy: RoutePolicyName,
  academicYear: z.string(),
  state: DeploymentState,
  agreement: DeploymentAgreement,
  daysDelivered: z.number().min(0),
  daysCharged: z.number().min(0),
  /** Days of records that the school had not answered when the broker ended the work; it still can. */
  daysUnanswered: z.number().min(0).optional(),
  midTermReview: MidTermReview.nullable(),
  ending: DeploymentEnding.nullable(),
  /** By side, when its evaluation was asked for once more, and brokers told that it is late. */
  evaluationChases: z.strictObject({ school: Chase.optional(), practitioner: Chase.optional() }).optional(),
  revision: z.int().min(0),
});
export type Deployment = z.infer<typeof Deployment>;

export const visitStates = ["draft", "submitted", "accurate", "inaccurate"] as const;

/** What the practitioner writes once; a record is due within five working days of the visit. */
export const visitNoteShape = {
  visitedOn: IsoDate,
  days: Days,
  focus: z.string().min(3).max(500),
  whatHappened: z.string().min(3).max(4000),
  agreedActions: z.string().max(2000),
  nextVisitOn: IsoDate.nullable(),
};

/** A record of visit: the practitioner's draft, then the school's word that it is accurate or not. */
export const Visit = z.object({
  visitId: VisitId,
  deploymentId: DeploymentId,
  requestId: RequestId,
  personId: PersonId,
  schoolId: SchoolId,
  ...visitNoteShape,
  state: z.enum(visitStates),
  submittedAt: z.iso.datetime().nullable(),
  workingDaysLate: z.int().min(0),
  response: z
    .strictObject({ accurate: z.boolean(), note: z.string().max(1000), at: z.iso.datetime() })
    .nullable(),
  /** When its author was reminded of this record, or of that of the visit planned next. */
  chase: Chase.optional(),
  /** When the school was reminded that the record waits for its word. */
  answerChase: Chase.optional(),
  revision: z.int().min(0),
});
export type Visit = z.infer<typeof Visit>;

/** The states in which work may still be recorded. */
export const underWayStates: readonly DeploymentState[] = ["agreed", "in-delivery"];
export const hasEnded = (deployment: Deployment): boolean => !underWayStates.includes(deployment.state);
export const deliveredSomething = (deployment: Deployment): boolean => deployment.daysDelivered > 0;
/** Whether the work has ended while a record of it still waits for the school's word. */
export const awaitsAnswer = ({ daysUnanswered = 0 }: Deployment): boolean => daysUnanswered > 0;

/** Days that were agreed and have not been delivered. */
export const daysUnspent = ({ agreement, daysDelivered }: Deployment): number =>
  daysOf(halfDaysOf(agreement.daysPlanned) - halfDaysOf(daysDelivered));

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
 * record settled, what was not started has delivered nothing, and work that broke off has every record answered.
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
  const unanswered = visits.filter((visit) => visit.state === "submitted").map((visit) => visit.days);
  const daysUnanswered = sumOfDays(unanswered);
  return {
    kind: "finished",
    deployment: { ...deployment, state: ending.as, ending, ...(daysUnanswered > 0 && { daysUnanswered }) },
    daysBack: daysOf(halfDaysOf(daysUnspent(deployment)) - halfDaysOf(daysUnanswered)),
  };
}
