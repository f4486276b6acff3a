import * as z from "zod";
import { DeploymentId, FollowUpId, ObjectiveId, PersonId, RequestId, SchoolId } from "./ids.ts";
import { IsoDate } from "./vocabulary.ts";

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
  revision: z.int().min(0),
});
export type Outcome = z.infer<typeof Outcome>;

/** A question asked again one and three terms later: did it last? */
export const FollowUp = z.object({
  followUpId: FollowUpId,
  deploymentId: DeploymentId,
  requestId: RequestId,
  objectiveId: ObjectiveId,
  schoolId: SchoolId,
  after: z.enum(["one-term", "three-terms"]),
  dueOn: IsoDate,
  state: z.enum(["due", "asked", "answered"]),
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
