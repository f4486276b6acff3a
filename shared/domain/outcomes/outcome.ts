import * as z from "zod";
import type { SchoolCalendar } from "../calendar/calendarInForce.ts";
import { Chase } from "../tasks/chaser.ts";
import { DeploymentId, FollowUpId, ObjectiveId, PersonId, RequestId, SchoolId } from "../ids.ts";
import { termAfter } from "../calendar/terms.ts";
import { IsoDate } from "../vocabulary.ts";

/** Guskey's five levels: 1 reactions, 2 learning, 3 organisation, 4 use of new knowledge, 5 pupil outcomes. */
export const ImpactLevel = z.int().min(1).max(5).meta({ id: "ImpactLevel" });
export const directions = ["better", "no-change", "worse", "too-early"] as const;
export const Direction = z.enum(directions).meta({ id: "Direction" });

/** 0 assertion, 1 one source, 2 two sources, 3 baseline and follow-up, 4 comparison. */
export const EvidenceStrength = z.int().min(0).max(4).meta({ id: "EvidenceStrength" });

/** Contribution, not attribution: what changed, what we did, and what else might explain it. */
export const ContributionClaim = z
  .strictObject({
    whatChanged: z.string().min(3).max(1000),
    whatWeDid: z.string().min(3).max(1000),
    otherExplanations: z.string().max(1000),
  })
  .meta({ id: "ContributionClaim" });

export const evaluationShape = {
  effectiveness: z.int().min(1).max(5),
  overall: z.int().min(1).max(5),
  impact: z.array(z.strictObject({ objectiveId: ObjectiveId, comment: z.string().min(3).max(1000) })).max(6),
  comment: z.string().max(2000),
  causeForConcern: z.boolean(),
};

/** One side's view of a finished deployment; there are two, and neither sees the other's before writing. */
export const Evaluation = z.object({
  deploymentId: DeploymentId,
  requestId: RequestId,
  side: z.enum(["school", "practitioner"]),
  ...evaluationShape,
  evaluatedAt: z.iso.datetime(),
  revision: z.int().min(0),
});
export type Evaluation = z.infer<typeof Evaluation>;

export const outcomeShape = {
  result: z.string().min(3).max(1000),
  level: ImpactLevel,
  direction: Direction,
  evidenceStrength: EvidenceStrength,
  evidence: z.string().max(1000),
  contribution: ContributionClaim,
};

/** What became of one objective of a deployment, beside the baseline and measure it was asked with. */
export const Outcome = z.object({
  deploymentId: DeploymentId,
  requestId: RequestId,
  objectiveId: ObjectiveId,
  schoolId: SchoolId,
  personId: PersonId,
  baseline: z.string(),
  successMeasure: z.string(),
  ...outcomeShape,
  recordedAt: z.iso.datetime(),
  correction: z
    .strictObject({
      at: z.iso.datetime(),
      reason: z.string().max(500),
      was: z.strictObject({
        result: z.string(),
        level: ImpactLevel,
        direction: Direction,
        evidenceStrength: EvidenceStrength,
      }),
    })
    .exactOptional()
    .describe("Why it was last put right, and what it said before"),
  revision: z.int().min(0),
});
export type Outcome = z.infer<typeof Outcome>;

export const followUpStates = ["due", "asked", "answered"] as const;
export const followUpSpans = ["one-term", "three-terms"] as const;
export type FollowUpSpan = (typeof followUpSpans)[number];
const termsIn: Readonly<Record<FollowUpSpan, number>> = { "one-term": 1, "three-terms": 3 };

/** A question asked again one and three terms later: did it last? */
export const FollowUp = z.object({
  followUpId: FollowUpId,
  deploymentId: DeploymentId,
  requestId: RequestId,
  objectiveId: ObjectiveId,
  schoolId: SchoolId,
  after: z.enum(followUpSpans),
  dueOn: IsoDate,
  state: z.enum(followUpStates),
  askedOn: IsoDate.optional().describe(
    "The day on which the school was asked; rows from before it was kept have none",
  ),
  /** When the school was reminded, and brokers told that it has not answered. */
  chase: Chase.optional(),
  answer: z
    .strictObject({
      direction: Direction,
      evidenceStrength: EvidenceStrength,
      comment: z.string().max(1000),
      at: z.iso.datetime(),
    })
    .nullable(),
  revision: z.int().min(0),
});
export type FollowUp = z.infer<typeof FollowUp>;

interface AskedLater {
  readonly followUpId: FollowUpId;
  readonly after: FollowUpSpan;
  readonly today: string;
  /** Of the school that will be asked. */
  readonly calendar: SchoolCalendar;
}

/** The question, not yet asked, whether what an outcome says still holds so many terms after it was recorded. */
export function followUpOf(outcome: Outcome, { followUpId, after, today, calendar }: AskedLater): FollowUp {
  const { deploymentId, requestId, objectiveId, schoolId } = outcome;
  const dueOn = termAfter(calendar, today, termsIn[after]);
  const about = { followUpId, deploymentId, requestId, objectiveId, schoolId };
  return { ...about, after, dueOn, state: "due", answer: null, revision: 0 };
}

export type FollowUpAnswered =
  { readonly kind: "answered"; readonly followUp: FollowUp } | { readonly kind: "already-answered" };

/** Answers a follow-up, once; a school that has its answer early need not wait to be asked. */
export const answerFollowUp = (
  followUp: FollowUp,
  answer: NonNullable<FollowUp["answer"]>,
): FollowUpAnswered =>
  followUp.state === "answered"
    ? { kind: "already-answered" }
    : { kind: "answered", followUp: { ...followUp, state: "answered", answer } };
