import type { Deployment, Visit } from "./deployment.ts";
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
}

/** Whether what a task waits for has still not come. */
export function isStillLate(evidence: LateEvidence, { deployment, visits, evaluated }: WorkSoFar): boolean {
  if (evidence.kind === "evaluation-late") return !evaluated.includes(evidence.side);
  const of: Side = evidence.kind === "record-late" ? "practitioner" : "school";
  return recordsAwaited(deployment, visits).some(
    (each) => each.of === of && each.visit.visitId === evidence.visitId && each.since === evidence.since,
  );
}
