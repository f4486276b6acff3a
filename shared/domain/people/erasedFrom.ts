import * as Instant from "temporal-polyfill/fns/Instant";
import type { AuditEntry } from "../audit.ts";
import type { PersonId } from "../ids.ts";
import type { Offer } from "../offers/offer.ts";
import type { Evaluation } from "../outcomes/outcome.ts";
import type { Decision } from "../requests/decision.ts";
import type { SupportRequest } from "../requests/request.ts";
import type { Task } from "../tasks/task.ts";

/** What stands where words of a counter were. */
const noMessage = "Erased with the practitioner's record";

/** An offer without what anybody wrote beside it and why it was made: terms, answers and coded reasons stay. */
export const withoutWords = (offer: Offer): Offer => ({
  ...offer,
  because: [],
  consents: offer.consents.map((each) => ({ ...each, note: null })),
  counter: offer.counter && { ...offer.counter, message: noMessage },
  endedNote: null,
});

/** An evaluation without what one side says of the other; marks, and what came of each objective, stay. */
export const withoutComment = (evaluation: Evaluation): Evaluation => ({ ...evaluation, comment: "" });

function withoutSaid(evidence: Task["evidence"]): Task["evidence"] {
  if ("conflicts" in evidence) return { ...evidence, conflicts: [] };
  return "words" in evidence ? { ...evidence, words: "" } : evidence;
}

/** A task about somebody without its reasons, what was asked of brokers, and the records that stood against them. */
export const withoutReasons = (task: Task): Task => ({
  ...task,
  evidence: withoutSaid(task.evidence),
  decisions: task.decisions.map((each) => ({ ...each, reason: "" })),
});

const mostMilliseconds = 5_000;
const millisecondsBetween = (one: string, other: string): number =>
  Math.abs(Instant.diffMilliseconds(Instant.fromString(one), Instant.fromString(other)));

/** The decision of which a step tells: by the same account, at that moment, and by the same name where there is one. */
function decisionOf(decisions: readonly Decision[], { actor, at, action }: AuditEntry): Decision | undefined {
  const apart = (each: Decision): number => millisecondsBetween(each.at, at);
  const near = decisions.filter((each) => each.by === actor.account && apart(each) <= mostMilliseconds);
  const named = near.filter((each) => each.action === action);
  return (named.length > 0 ? named : near).toSorted((a, b) => apart(a) - apart(b))[0];
}

/**
 * A request without what brokers decided about somebody on it, and why: that they are asked no more for it stays, by id.
 * `steps` are those of its trail that name them or an offer to them.
 */
export function withoutPerson(
  request: SupportRequest,
  { personId, steps }: { readonly personId: PersonId; readonly steps: readonly AuditEntry[] },
): SupportRequest {
  const isAnother = (row: { readonly personId: string }): boolean => row.personId !== personId;
  const about = new Set(steps.map((step) => decisionOf(request.decisions, step)));
  return {
    ...request,
    pins: request.pins.filter(isAnother),
    exclusions: request.exclusions.filter(isAnother),
    overrides: request.overrides.filter(isAnother),
    decisions: request.decisions.map((each) => (about.has(each) ? { ...each, reason: "" } : each)),
  };
}
