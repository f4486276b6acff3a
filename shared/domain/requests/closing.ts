import { awaitsAnswer, type Deployment, deliveredSomething, hasEnded } from "../deployments/deployment.ts";
import type { Outcome } from "../outcomes/outcome.ts";
import type { closures, SupportRequest } from "./request.ts";

type ClosedAs = Exclude<(typeof closures)[number], "withdrawn">;

export type Settled =
  | { readonly kind: "goes-on" }
  | { readonly kind: "to-review"; readonly request: SupportRequest }
  | { readonly kind: "closed"; readonly request: SupportRequest; readonly as: ClosedAs };

interface Evidence {
  readonly deployments: readonly Deployment[];
  readonly outcomes: readonly Outcome[];
}

/** The objectives that were agreed and worked on and of which nobody has yet recorded what became. */
export function outcomesAwaited({ deployments, outcomes }: Evidence): number {
  const recorded = new Set(outcomes.map((each) => `${each.deploymentId} ${each.objectiveId}`));
  return deployments
    .filter(deliveredSomething)
    .flatMap(({ deploymentId, agreement }) => agreement.objectives.map((each) => `${deploymentId} ${each}`))
    .filter((each) => !recorded.has(each)).length;
}

const becauseOf: Readonly<Record<ClosedAs, string>> = {
  met: "Every agreed objective got better.",
  "part-met": "Some of the agreed objectives got better.",
  unmet: "None of the agreed objectives got better.",
};

function verdictOf(outcomes: readonly Outcome[]): ClosedAs {
  const better = outcomes.filter((each) => each.direction === "better").length;
  if (better === 0) return "unmet";
  return better === outcomes.length ? "met" : "part-met";
}

/** The request after one of its outcomes was put right: closed by what they say now, where they closed it. */
export function closedAnew(request: SupportRequest, outcomes: readonly Outcome[]): SupportRequest {
  const { closure } = request;
  if (closure === null || closure.as === "withdrawn") return request;
  const as = verdictOf(outcomes);
  return { ...request, closure: { ...closure, as, reason: becauseOf[as] } };
}

/**
 * Where a request stands once its work is over: in review while outcomes or the school's word on a record are
 * awaited, closed when all are in. One to which nobody delivered anything closes as unmet at once. One that still looks for people goes on.
 */
export function settle(request: SupportRequest, evidence: Evidence, today: string): Settled {
  const over = request.state === "agreed" || request.state === "in-delivery" || request.state === "review";
  if (!over || !evidence.deployments.every(hasEnded)) return { kind: "goes-on" };
  const close = (as: ClosedAs, reason: string): Settled => ({
    kind: "closed",
    as,
    request: { ...request, state: "closed", closure: { as, on: today, reason } },
  });
  const isAwaited = evidence.deployments.some(awaitsAnswer);
  if (!isAwaited && !evidence.deployments.some(deliveredSomething))
    return close("unmet", "No day of the agreed support was delivered.");
  if (isAwaited || outcomesAwaited(evidence) > 0)
    return request.state === "review"
      ? { kind: "goes-on" }
      : { kind: "to-review", request: { ...request, state: "review" } };
  const as = verdictOf(evidence.outcomes);
  return close(as, becauseOf[as]);
}
