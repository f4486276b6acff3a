import * as z from "zod";
import { Chase } from "../tasks/chaser.ts";
import { daysOf, halfDaysOf } from "../calendar/days.ts";
import { DeploymentId, ObjectiveId, OfferId, PersonId, RequestId, SchoolId, VisitId } from "../ids.ts";
import { DateRange, Days, IsoDate, Mode, RoutePolicyName } from "../vocabulary.ts";

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

/** Whether a word is given on why work ended as it did. */
export const isExplained = ({ reason }: DeploymentEnding): boolean => reason.trim().length >= 3;

/** What the head of the school to which the practitioner goes says of the work, from when they work there. */
export const NewRelease = z
  .strictObject({
    schoolId: SchoolId.nullable().describe("Null where they go to no member school: the broker answers"),
    from: IsoDate,
    askedOn: IsoDate.optional().describe(
      "The day on which it was asked; rows from before it was kept have none",
    ),
    answer: z.enum(["awaited", "yes", "no"]),
    answeredAt: z.iso.datetime().nullable(),
    chase: Chase.optional().describe("When the head was reminded, and brokers told that no answer has come"),
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
export const hasEnded = ({ state }: Pick<Deployment, "state">): boolean => !underWayStates.includes(state);
export const deliveredSomething = ({ daysDelivered }: Pick<Deployment, "daysDelivered">): boolean =>
  daysDelivered > 0;
/** Whether the mid-term review is still to come, while there is work to review. */
export const awaitsReview = ({
  state,
  midTermReview,
}: Pick<Deployment, "state" | "midTermReview">): boolean => state === "in-delivery" && midTermReview === null;
/** Whether the work has ended while a record of it still waits for the school's word. */
export const awaitsAnswer = ({ daysUnanswered = 0 }: Deployment): boolean => daysUnanswered > 0;

/** Days that were agreed and have not been delivered. */
export const daysUnspent = ({
  agreement,
  daysDelivered,
}: Pick<Deployment, "daysDelivered"> & {
  readonly agreement: Pick<Deployment["agreement"], "daysPlanned">;
}): number => daysOf(halfDaysOf(agreement.daysPlanned) - halfDaysOf(daysDelivered));
