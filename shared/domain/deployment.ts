import * as z from "zod";
import { DeploymentId, ObjectiveId, OfferId, PersonId, RequestId, SchoolId, VisitId } from "./ids.ts";
import { DateRange } from "./person.ts";
import { Days, IsoDate, Mode, RoutePolicyName } from "./vocabulary.ts";

export const deploymentStates = ["agreed", "in-delivery", "complete", "curtailed", "not-started"] as const;
export const DeploymentState = z.enum(deploymentStates).meta({ id: "DeploymentState" });

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

export const DeploymentEnding = z
  .strictObject({
    as: z.enum(["complete", "curtailed", "not-started"]),
    on: IsoDate,
    reason: z.string().max(500),
  })
  .meta({ id: "DeploymentEnding" });

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
