import type * as z from "zod";
import { sumOfDays } from "../calendar/days.ts";
import type { PersonId } from "../ids.ts";
import {
  type Closure,
  daysSought,
  type RequestState,
  type Returned,
  type RuleOverride,
  type SupportRequest,
  type Triage,
} from "./request.ts";

/** A row after a step that may be taken in some of its states only. */
export type Changed<Row> =
  | { readonly kind: "changed"; readonly row: Row }
  | { readonly kind: "wrong-state"; readonly state: string; readonly allowed: readonly string[] };

const only = (
  request: SupportRequest,
  allowed: readonly RequestState[],
  change: Partial<SupportRequest>,
): Changed<SupportRequest> =>
  allowed.includes(request.state)
    ? { kind: "changed", row: { ...request, ...change } }
    : { kind: "wrong-state", state: request.state, allowed };

/** Sends a draft to triage. */
export const submit = (request: SupportRequest, now: string): Changed<SupportRequest> =>
  only(request, ["draft"], { state: "submitted", submittedAt: now, returned: null });

/** The states from which a request can be a draft again, where nobody is asked for it. */
export const returnableStates: readonly RequestState[] = ["submitted", "triaged", "open"];

/** Makes a draft again of what was sent, so that it can be changed; what triage found of it goes. */
export const returnToDraft = (
  request: SupportRequest,
  returned: z.infer<typeof Returned>,
): Changed<SupportRequest> =>
  only(request, returnableStates, {
    state: "draft",
    returned,
    triage: null,
    submittedAt: null,
  });

/** The states in which a school may still take its request back: nobody has yet agreed to come. */
export const withdrawableStates: readonly RequestState[] = ["draft", "submitted", "triaged", "open"];

/** Takes the request back, with the reason it was given. */
export const withdraw = (
  request: SupportRequest,
  closure: z.infer<typeof Closure>,
): Changed<SupportRequest> => only(request, withdrawableStates, { state: "closed", closure });

/** Records what triage found; a request with nothing to look at opens by itself, any other waits for a broker. */
export function recordTriage(
  request: SupportRequest,
  found: { readonly triage: Triage; readonly priority: number },
): Changed<SupportRequest> {
  const { triage, priority } = found;
  const needsBroker = triage.duplicates.length > 0 || triage.warnings.length > 0;
  return only(request, ["submitted"], { triage, priority, state: needsBroker ? "triaged" : "open" });
}

/** One place was accepted; with the last one the request waits only for the remaining consents. */
export const takeSlot = (
  request: SupportRequest,
): Changed<SupportRequest> | { readonly kind: "slots-filled" } =>
  request.slotsOpen < 1 && request.state === "open"
    ? { kind: "slots-filled" }
    : only(request, ["open"], { slotsOpen: request.slotsOpen - 1 });

const withSlot = (request: SupportRequest): SupportRequest => ({
  ...request,
  slotsOpen: Math.min(request.people, request.slotsOpen + 1),
});

/**
 * A place is free again: the offer that had taken it ended before everybody agreed. Of several places nobody knows
 * which it was, so that all its days are sought.
 */
export function returnSlot(request: SupportRequest): SupportRequest {
  const { daysSought: left, ...others } = withSlot(request);
  return left !== undefined && request.people === 1 ? { ...others, daysSought: left } : others;
}

/**
 * A place is looked for anew: whoever had it hands over, and is not proposed for this request again. The days that are
 * left are sought, and more only where another open place asks for more.
 */
export function lookAnew(
  request: SupportRequest,
  leaving: PersonId,
  daysLeft: number,
): Changed<SupportRequest> {
  const others = request.slotsOpen > 0 ? daysSought(request) : 0;
  return only(recordDecline(withSlot(request), leaving), ["open", "agreed", "in-delivery"], {
    state: "open",
    daysSought: Math.max(others, daysLeft),
  });
}

/** The request once days of handed-over work turn out not to have been delivered: while a place is open they are sought too. */
export const seekMore = (request: SupportRequest, daysBack: number): SupportRequest =>
  request.state === "open" && request.slotsOpen > 0 && request.daysSought !== undefined
    ? { ...request, daysSought: Math.min(request.daysEach, sumOfDays([request.daysSought, daysBack])) }
    : request;

/** Every place is taken, and all that were to consent have. */
export const agree = (request: SupportRequest): Changed<SupportRequest> =>
  only(request, ["open"], { state: "agreed" });

/** Gives up the places nobody has agreed to fill: the request goes on with the people who have. */
export const giveUpPlaces = (request: SupportRequest, agreedPeople: number): Changed<SupportRequest> =>
  only(request, ["open"], { state: "agreed", people: agreedPeople, slotsOpen: 0 });

const declinesKept = 100;

const concernsSame = (one: RuleOverride, other: RuleOverride): boolean =>
  one.personId === other.personId && one.rule === other.rule;

/** The request with rules set aside, each in place of what was said of the same rule and person before. */
export const withOverrides = (request: SupportRequest, added: readonly RuleOverride[]): SupportRequest => ({
  ...request,
  overrides: [
    ...request.overrides.filter((each) => !added.some((other) => concernsSame(each, other))),
    ...added,
  ],
});

/** Remembers who will not come, so that no run proposes them for this request again. */
export function recordDecline(request: SupportRequest, personId: PersonId): SupportRequest {
  const others = request.declinedBy.filter((each) => each !== personId);
  return { ...request, declinedBy: [...others, personId].slice(-declinesKept) };
}
