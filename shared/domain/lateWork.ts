import type { Deployment, Visit } from "./deployment.ts";
import type { FollowUpId, VisitId } from "./ids.ts";
import type { TaskEvidence } from "./task.ts";
import { recordsAwaited, type Side } from "./workDue.ts";

/** The kinds of task that wait for something late, and are settled when it comes. */
export type LateEvidence = Extract<TaskEvidence, { readonly dueOn: string }>;
export const isLateWork = (evidence: TaskEvidence): evidence is LateEvidence => "dueOn" in evidence;

/** What there is of a piece of work by now. */
export interface WorkSoFar {
  readonly deployment: Deployment;
  readonly visits: readonly Visit[];
  /** The sides whose evaluation was written. */
  readonly evaluated: readonly Side[];
  /** The follow-ups that the school was asked and has not answered. */
  readonly unanswered: readonly FollowUpId[];
}

/** Whether what a task waits for has still not come. */
export function isStillLate(evidence: LateEvidence, soFar: WorkSoFar): boolean {
  switch (evidence.kind) {
    case "evaluation-late":
      return !soFar.evaluated.includes(evidence.side);
    case "follow-up-unanswered":
      return soFar.unanswered.includes(evidence.followUpId);
    case "record-late":
      return isAwaited(evidence, "practitioner", soFar);
    case "record-unanswered":
      return isAwaited(evidence, "school", soFar);
  }
}

const isAwaited = (
  { visitId, since }: Extract<LateEvidence, { readonly visitId: VisitId }>,
  of: Side,
  { deployment, visits }: WorkSoFar,
): boolean =>
  recordsAwaited(deployment, visits).some(
    (each) => each.of === of && each.visit.visitId === visitId && each.since === since,
  );
