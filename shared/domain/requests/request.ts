import * as z from "zod";
import { Decision, decisionsKept } from "./decision.ts";
import { ObjectiveId, PersonId, RequestId, SchoolId } from "../ids.ts";
import { requestFacets } from "./facets.ts";
import { ExpertiseCode } from "../people/expertise.ts";
import {
  DateRange,
  Days,
  InitiationRoute,
  IsoDate,
  Mode,
  Phase,
  RoutePolicyName,
  Urgency,
} from "../vocabulary.ts";

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

const reasoned = {
  personId: PersonId,
  reason: z.string().max(500).describe("The broker's words; empty to everybody else"),
};

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

/** Why a request is a draft again: what its author, or the broker, says is to change. */
export const Returned = z
  .strictObject({ at: z.iso.datetime(), by: z.enum(["author", "broker"]), message: z.string().max(500) })
  .meta({ id: "Returned" });

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
  priority: z.int().min(1).max(4).describe("4 counts most"),
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
  /** Null unless it was sent back to be changed and not sent again yet. */
  returned: Returned.nullable().default(null),
  createdAt: z.iso.datetime(),
  submittedAt: z.iso.datetime().nullable(),
  revision: z.int().min(0),
});
export type SupportRequest = z.infer<typeof SupportRequest>;

/** Whether a leader whom the school approached began it, and so may write it and reads it. */
export const wasBegunByLeader = ({ initiatedBy }: Pick<SupportRequest, "initiatedBy">): boolean =>
  initiatedBy === "leader";

/** A request that nobody has steered, declined, imported or closed yet. */
export const untouched = {
  pins: [],
  exclusions: [],
  overrides: [],
  declinedBy: [],
  decisions: [],
  importDigest: null,
  closure: null,
  returned: null,
  revision: 0,
} satisfies Partial<SupportRequest>;

/** Days for which whoever takes a place is asked. */
export const daysSought = ({ daysSought: left, daysEach }: SupportRequest): number => left ?? daysEach;
