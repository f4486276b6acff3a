import * as z from "zod";
import { PersonId, RequestId, RunId } from "../../domain/ids.ts";
import type { Route } from "../door.ts";
import { NextWaveView, WaveView } from "./runViews.ts";
import { VerdictView } from "./verdictViews.ts";
import { OfferView, Reason, RequestView } from "./views.ts";

const runParams = z.strictObject({ runId: RunId });
const pairParams = z.strictObject({ requestId: RequestId, personId: PersonId });
const proposalParams = z.strictObject({ runId: RunId, requestId: RequestId, personId: PersonId });

const offering = [
  "out-of-date",
  "wrong-state",
  "slots-filled",
  "capacity-used-up",
  "already-exists",
  "hard-rule",
  "idempotency-key-reused",
] as const;

/** What a broker makes of a run's proposals, and of what the rules say of a pair. */
export const proposalsRoutes = {
  confirmProposal: {
    area: "matching",
    method: "POST",
    path: "/match-runs/{runId}/proposals/{requestId}/{personId}/confirmation",
    summary: "Confirm a proposal of the latest run: it becomes an offer and the first party is asked",
    roles: ["broker"],
    params: proposalParams,
    body: z.strictObject({ reason: Reason.optional() }),
    idempotent: true,
    replies: { 201: OfferView },
    problems: offering,
    audit: "proposal-confirmed",
  },
  nextWave: {
    area: "matching",
    method: "GET",
    path: "/match-runs/{runId}/waves",
    summary: "What a wave of the latest run would send now, and what it could not send; nothing is sent",
    roles: ["broker"],
    params: runParams,
    query: z.strictObject({
      most: z.coerce.number().int().min(1).max(50).default(20),
      leastAcceptance: z.coerce.number().min(0).max(1).default(0),
    }),
    replies: { 200: NextWaveView },
    problems: ["wrong-state", "out-of-date"],
    audit: null,
  },
  sendWave: {
    area: "matching",
    method: "POST",
    path: "/match-runs/{runId}/waves",
    summary: "Confirm several proposals of the latest run at once, never offering one place or one day twice",
    roles: ["broker"],
    params: runParams,
    body: z.strictObject({
      most: z.int().min(1).max(50).describe("How many offers to send at most, by priority and then by fit"),
      leastAcceptance: z
        .number()
        .min(0)
        .max(1)
        .default(0)
        .describe(
          "Only proposals whose expected acceptance has at least this share, or more where the route asks for more",
        ),
      only: z
        .array(pairParams)
        .min(1)
        .max(50)
        .optional()
        .describe(
          "Only these of its proposals, as somebody has looked them over: no other takes the turn of one that cannot be sent",
        ),
      reason: Reason.optional(),
    }),
    idempotent: true,
    replies: { 200: WaveView },
    problems: ["wrong-state", "out-of-date", "idempotency-key-reused"],
    audit: "proposal-confirmed",
  },
  swapProposal: {
    area: "matching",
    method: "POST",
    path: "/match-runs/{runId}/proposals/{requestId}/{personId}/swap",
    summary: "Send the offer to another practitioner than the run proposed, with the reason",
    roles: ["broker"],
    params: proposalParams,
    body: z.strictObject({
      withPersonId: PersonId,
      reason: Reason,
      overrideRules: z.array(z.string()).max(10).default([]),
    }),
    idempotent: true,
    replies: { 201: OfferView },
    problems: [...offering, "list-full"],
    audit: "proposal-swapped",
  },
  getVerdict: {
    area: "matching",
    method: "GET",
    path: "/requests/{requestId}/verdicts/{personId}",
    summary: "What every rule says of a practitioner for a request today, with the records that made it fire",
    roles: ["broker"],
    params: pairParams,
    replies: { 200: VerdictView },
    problems: ["wrong-state"],
    audit: null,
  },
  setRuleAside: {
    area: "matching",
    method: "POST",
    path: "/requests/{requestId}/overrides",
    summary: "Set a rule that stands against a practitioner aside for this request, with the reason",
    roles: ["broker"],
    params: z.strictObject({ requestId: RequestId }),
    body: z.strictObject({ personId: PersonId, rule: z.string().min(1).max(60), reason: Reason }),
    idempotent: true,
    replies: { 200: RequestView },
    problems: ["wrong-state", "hard-rule", "already-exists", "list-full", "idempotency-key-reused"],
    audit: "rule-set-aside",
  },
  restoreRule: {
    area: "matching",
    method: "POST",
    path: "/requests/{requestId}/overrides/{personId}/{rule}/removal",
    summary: "Let a rule that was set aside count again, for runs and for each yes to an open offer",
    roles: ["broker"],
    params: pairParams.extend({ rule: z.string().min(1).max(60) }),
    body: z.strictObject({ reason: Reason }),
    replies: { 200: RequestView },
    problems: ["wrong-state"],
    audit: "rule-restored",
  },
} as const satisfies Record<string, Route>;
