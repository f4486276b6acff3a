import * as z from "zod";
import { ExpectedAcceptance } from "../people/acceptance.ts";
import { dateAt } from "../calendar/calendar.ts";
import { Alternate, Because, Relaxation } from "./explanation.ts";
import { PersonId, RequestId, RunId, SchoolId } from "../ids.ts";
import { RunMetrics } from "./runMetrics.ts";
import { IsoDate } from "../vocabulary.ts";

export const runStates = ["planned", "matching", "published", "failed"] as const;
export const runTriggers = ["night", "broker", "refusal"] as const;

/** A run's answer for one place of one request: who, how well it fits, and why them. */
export const Proposal = z.object({
  runId: RunId,
  requestId: RequestId,
  schoolId: SchoolId,
  personId: PersonId,
  homeSchoolId: SchoolId,
  fit: z.number(),
  components: z.array(Because),
  rulesPassed: z.array(z.string()),
  warnings: z.array(z.string()),
  alternates: z.array(Alternate),
  pinned: z.boolean(),
  distanceMetres: z.number().nullable().default(null),
  proposedLastRun: z.boolean().default(false),
  expectedAcceptance: ExpectedAcceptance.nullable().default(null),
});
export type Proposal = z.infer<typeof Proposal>;

/** A place that no one could fill, with the constraint that bound and what would have helped. */
export const UnmetNeed = z.object({
  runId: RunId,
  requestId: RequestId,
  schoolId: SchoolId,
  slots: z.int().min(1),
  binding: z.strictObject({ constraint: z.string(), sentence: z.string() }),
  relaxations: z.array(Relaxation).describe("Changes that fill open places for certain, most first"),
  isSettled: z
    .boolean()
    .default(true)
    .describe("Whether every change was tried to the end; where not, ask for the request's relaxations"),
  /** How many people with the expertise each hard rule refused. */
  refusals: z.array(z.strictObject({ rule: z.string(), people: z.int() })).default([]),
});
export type UnmetNeed = z.infer<typeof UnmetNeed>;

/** A pin or an override that the run could not follow, said rather than dropped. */
export const UnfollowedInstruction = z
  .strictObject({
    requestId: RequestId,
    personId: PersonId,
    kind: z.enum(["pin", "override"]),
    rule: z
      .string()
      .optional()
      .meta({ description: "The rule that the pin would break, or that the override names" }),
    sentence: z.string(),
  })
  .meta({ id: "UnfollowedInstruction" });
export type UnfollowedInstruction = z.infer<typeof UnfollowedInstruction>;

/** How long one stage of the engine took, and the memory of the process when it ended. */
export const RunStage = z
  .strictObject({ stage: z.string(), milliseconds: z.number(), rssMegabytes: z.int() })
  .meta({ id: "RunStage" });
export type RunStage = z.infer<typeof RunStage>;

/** Fits are in points out of 100. */
export const RunSummary = z
  .strictObject({
    engineVersion: z.string(),
    inputDigest: z.string(),
    resultDigest: z
      .string()
      .nullable()
      .default(null)
      .describe("SHA-256 of the results: a replay gives the same. Null of runs published before it was kept"),
    requests: z.int(),
    practitioners: z.int(),
    slotsWanted: z.int(),
    slotsFilled: z.int(),
    totalFit: z.number(),
    worstFit: z.number().nullable(),
    loadGini: z.number(),
    topFiveShare: z.number(),
    gap: z
      .number()
      .describe(
        "The share of the bound that is not proved reached, by the order of the policy's tiers; 0 when optimal",
      ),
    certified: z.boolean(),
    unfollowed: z.array(UnfollowedInstruction),
    milliseconds: z.strictObject({ read: z.number(), match: z.number(), publish: z.number() }),
    stages: z.array(RunStage).default([]),
    /** The metrics of each academic year. Runs published before these were kept have none. */
    years: z.array(RunMetrics).default([]),
  })
  .meta({ id: "RunSummary" });
export type RunSummary = z.infer<typeof RunSummary>;

/** One match run of a partnership. It proposes; a broker confirms; nobody else is told before. */
export const MatchRun = z.object({
  runId: RunId,
  trigger: z.enum(runTriggers),
  state: z.enum(runStates),
  startedBy: z.string(),
  runDate: IsoDate,
  plannedAt: z.iso.datetime(),
  publishedAt: z.iso.datetime().nullable(),
  failure: z.string().nullable(),
  /** SHA-256 of the facts this run matches on, null until they are staged: a resumed run uses the same. */
  factsDigest: z.string().nullable(),
  /** The engine that began it, null until then: another one could stage other rows beside those that it left. */
  engineVersion: z.string().nullable().default(null),
  summary: RunSummary.nullable(),
  revision: z.int().min(0),
});
export type MatchRun = z.infer<typeof MatchRun>;

type Planned = Pick<MatchRun, "runId" | "trigger" | "startedBy" | "plannedAt">;

/** A run as it is planned, before it knows any facts. */
export const plannedRun = (run: Planned): MatchRun => ({
  ...run,
  state: "planned",
  runDate: dateAt(run.plannedAt),
  publishedAt: null,
  failure: null,
  factsDigest: null,
  engineVersion: null,
  summary: null,
  revision: 0,
});

/** Whether a run is to be the latest: one planned earlier never takes the place of one planned later. */
export const isNewer = (run: MatchRun, latest: MatchRun | undefined): boolean =>
  latest === undefined ||
  run.plannedAt > latest.plannedAt ||
  (run.plannedAt === latest.plannedAt && run.runId > latest.runId);
