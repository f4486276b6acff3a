import * as z from "zod";
import { dateAt } from "./calendar.ts";
import { daysOf, halfDaysOf } from "./days.ts";
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

/** Practitioner at work in the supported school: days planned, delivered and charged are three numbers. */
export const Deployment = z.object({
  deploymentId: DeploymentId,
  offerId: OfferId,
  requestId: RequestId,
  personId: PersonId,
  schoolId: SchoolId,
  homeSchoolId: SchoolId,
  routePolicy: RoutePolicyName,
  academicYear: z.string(),
  state: DeploymentState,
  agreement: DeploymentAgreement,
  daysDelivered: z.number().min(0),
  daysCharged: z.number().min(0),
  midTermReview: MidTermReview.nullable(),
  ending: DeploymentEnding.nullable(),
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
  revision: z.int().min(0),
});
export type Visit = z.infer<typeof Visit>;

/** The states in which work may still be recorded. */
export const underWayStates: readonly DeploymentState[] = ["agreed", "in-delivery"];
export const hasEnded = (deployment: Deployment): boolean => !underWayStates.includes(deployment.state);
export const deliveredSomething = (deployment: Deployment): boolean => deployment.daysDelivered > 0;

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

/** Records the mid-term review, once, while the work goes on. */
export function reviewMidTerm(deployment: Deployment, midTermReview: MidTermReview, today: string): Reviewed {
  if (deployment.state !== "in-delivery")
    return { kind: "wrong-state", state: deployment.state, allowed: ["in-delivery"] };
  if (deployment.midTermReview) return { kind: "already-reviewed", heldOn: deployment.midTermReview.heldOn };
  const { heldOn, finalDate } = midTermReview;
  if (heldOn > today)
    return { kind: "impossible-date", field: "heldOn", detail: "A review is recorded once it was held" };
  if (finalDate < heldOn)
    return { kind: "impossible-date", field: "finalDate", detail: "The work cannot end before its review" };
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
  curtailed: [],
  "not-started": ["submitted"],
};

/**
 * Ends a deployment; the days that were not delivered go back to the practitioner. What is complete has every
 * record settled, what was not started has delivered nothing, and work that broke off may end at any time.
 */
export function finish(
  deployment: Deployment,
  visits: readonly Visit[],
  { ending, today }: { readonly ending: DeploymentEnding; readonly today: string },
): Finished {
  if (hasEnded(deployment)) return { kind: "wrong-state", state: deployment.state, allowed: underWayStates };
  if (ending.on > today || ending.on < dateAt(deployment.agreement.agreedAt))
    return {
      kind: "impossible-date",
      field: "on",
      detail: "A deployment ends between the day it was agreed and today",
    };
  const unsettled = visits.filter((visit) => blocking[ending.as].includes(visit.state));
  if (ending.as === "not-started" && deliveredSomething(deployment))
    return { kind: "something-delivered", daysDelivered: deployment.daysDelivered };
  if (unsettled.length > 0) return { kind: "records-unsettled", unsettled };
  if (ending.as === "complete" && !deliveredSomething(deployment)) return { kind: "nothing-delivered" };
  return {
    kind: "finished",
    deployment: { ...deployment, state: ending.as, ending },
    daysBack: daysUnspent(deployment),
  };
}
