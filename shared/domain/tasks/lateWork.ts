import type { Deployment, Visit } from "../deployments/deployment.ts";
import type { VisitId } from "../ids.ts";
import type { TaskEvidence } from "./task.ts";
import { recordsAwaited, type Side } from "./workDue.ts";

/** The kinds of task that wait for something late, and are settled when it comes. */
export type LateEvidence = Extract<TaskEvidence, { readonly dueOn: string }>;

/** Those that wait for something of the work itself; an answer to what was asked later settles its own task. */
export type LateWork = Exclude<LateEvidence, { readonly kind: "follow-up-unanswered" }>;
export const isLateWork = (evidence: TaskEvidence): evidence is LateWork =>
  "dueOn" in evidence && evidence.kind !== "follow-up-unanswered";

/** What there is of a piece of work by now. */
export interface WorkSoFar {
  readonly deployment: Deployment;
  readonly visits: readonly Visit[];
  /** The sides whose evaluation was written. */
  readonly evaluated: readonly Side[];
}

/** Whether what a task waits for has still not come. */
export function isStillLate(evidence: LateWork, soFar: WorkSoFar): boolean {
  switch (evidence.kind) {
    case "evaluation-late":
      return !soFar.evaluated.includes(evidence.side);
    case "record-late":
      return isAwaited(evidence, "practitioner", soFar);
    case "record-unanswered":
      return isAwaited(evidence, "school", soFar);
  }
}

const isAwaited = (
  { visitId, since }: Extract<LateWork, { readonly visitId: VisitId }>,
  of: Side,
  { deployment, visits }: WorkSoFar,
): boolean =>
  recordsAwaited(deployment, visits).some(
    (each) => each.of === of && each.visit.visitId === visitId && each.since === since,
  );
