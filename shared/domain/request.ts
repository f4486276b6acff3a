import * as z from "zod";
import { sumOfDays } from "./days.ts";
import { Decision, decisionsKept } from "./decision.ts";
import { ObjectiveId, PersonId, RequestId, SchoolId } from "./ids.ts";
import { requestFacets } from "./facets.ts";
import { ExpertiseCode } from "./expertise.ts";
import { DateRange } from "./person.ts";
import { Days, InitiationRoute, IsoDate, Mode, Phase, RoutePolicyName, Urgency } from "./vocabulary.ts";

export const requestStates = [
  "draft",
  "submitted",
  "triaged",
  "open",
  "agreed",
  "in-delivery",
  "review",
  "closed",
] as const;
export const RequestState = z.enum(requestStates).meta({ id: "RequestState" });
export type RequestState = z.infer<typeof RequestState>;

/** What should change, how anybody would know, and where it stands today. */
export const Objective = z
  .strictObject({
    objectiveId: ObjectiveId,
    statement: z.string().min(3).max(500),
    successMeasure: z.string().min(3).max(500),
    baseline: z.string().min(1).max(500),
  })
  .meta({ id: "Objective" });
export type Objective = z.infer<typeof Objective>;

export const NeedCodes = z
  .strictObject({ primary: ExpertiseCode, secondary: z.array(ExpertiseCode).max(2) })
  .refine((codes) => new Set([codes.primary, ...codes.secondary]).size === 1 + codes.secondary.length, {
    path: ["secondary"],
    message: "Each need code may be given once",
  })
  .meta({ id: "NeedCodes" });
export type NeedCodes = z.infer<typeof NeedCodes>;

/** What the asking side writes; everything else about a request is added by the service and the broker. */
export const requestDraftShape = {
  schoolId: SchoolId,
  codes: NeedCodes,
  phase: Phase,
  description: z.string().min(10).max(4000),
  daysEach: Days,
  people: z.int().min(1).max(10),
  window: DateRange,
  mode: Mode,
  urgency: Urgency,
  requiredDesignation: z.string().min(1).max(80).nullable(),
  ...requestFacets,
  maxFromOneSchool: z
    .int()
    .min(1)
    .max(10)
    .exactOptional()
    .describe("As many people as may come from one home school; no limit unless given"),
};

const reasoned = { personId: PersonId, reason: z.string().min(3).max(500) };

export const CodeSuggestion = z
  .strictObject({ code: ExpertiseCode, score: z.number(), words: z.array(z.string()) })
  .meta({ id: "CodeSuggestion" });

/** What triage found. Suggestions are never applied by themselves; a broker decides. */
export const Triage = z
  .strictObject({
    triagedAt: z.iso.datetime(),
    suggestions: z.array(CodeSuggestion),
    duplicates: z.array(RequestId),
    warnings: z.array(
      z.enum([
        "personal-data",
        "safeguarding-content",
        "school-proposed-to-close",
        "window-begins-soon",
        "too-few-open-days",
      ]),
    ),
    correctedBy: z.string().nullable(),
  })
  .meta({ id: "Triage" });
export type Triage = z.infer<typeof Triage>;

export const closures = ["met", "part-met", "unmet", "withdrawn"] as const;
export const Closure = z
  .strictObject({ as: z.enum(closures), on: IsoDate, reason: z.string().max(500) })
  .meta({ id: "Closure" });

/** As many people as a broker may pin to one request, or exclude from it, and rules that they may set aside. */
export const most = { pins: 10, exclusions: 50, overrides: 20 } as const;

/** A hard rule that a broker set aside for one person. Rows from before author and time were kept have neither. */
export const RuleOverride = z
  .strictObject({
    ...reasoned,
    rule: z.string().min(1).max(60),
    by: z.string().max(120).exactOptional().describe("The account that decided, an opaque id"),
    at: z.iso.datetime().exactOptional(),
    causes: z
      .array(z.string().max(120))
      .max(40)
      .exactOptional()
      .describe(
        "What the rule refused for, such as a group: for anything else it counts. For everything if absent",
      ),
  })
  .meta({ id: "RuleOverride" });
export type RuleOverride = z.infer<typeof RuleOverride>;

export const SupportRequest = z.object({
  requestId: RequestId,
  ...requestDraftShape,
  objectives: z.array(Objective).min(1).max(6),
  initiatedBy: InitiationRoute,
  /** The account that drafted it, an opaque id. */
  startedBy: z.string().max(120),
  state: RequestState,
  routePolicy: RoutePolicyName,
  priority: z.int().min(1).max(4),
  triage: Triage.nullable(),
  /** Places that nobody has accepted yet; the last acceptance takes it to zero. */
  slotsOpen: z.int().min(0).max(10),
  daysSought: Days.exactOptional().describe(
    "Days for which whoever takes an open place is asked, where work was handed over; `daysEach` unless given",
  ),
  pins: z.array(z.strictObject(reasoned)).max(most.pins),
  exclusions: z.array(z.strictObject(reasoned)).max(most.exclusions),
  overrides: z.array(RuleOverride).max(most.overrides),
  declinedBy: z.array(PersonId).max(100),
  /** What brokers decided, oldest first, each with its reason. Rows written before this was kept have none. */
  decisions: z.array(Decision).max(decisionsKept).default([]),
  /** Digest of what the row of a file said that this request was imported from, null where it was not. */
  importDigest: z.string().nullable().default(null),
  closure: Closure.nullable(),
  createdAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  revision: z.int().min(0),
});
export type SupportRequest = z.infer<typeof SupportRequest>;

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
  only(request, ["draft"], { state: "submitted", submittedAt: now });

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

/** Days for which whoever takes a place is asked. */
export const daysSought = ({ daysSought: left, daysEach }: SupportRequest): number => left ?? daysEach;

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
