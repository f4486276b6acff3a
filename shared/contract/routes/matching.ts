import * as z from "zod";
import { PersonId, RequestId, RunId } from "../../domain/ids.ts";
import type { Route } from "../door.ts";
import { OfferView, pageOf, pageQuery, ProposalView, Reason, RunView, UnmetView } from "./views.ts";

const runParams = z.strictObject({ runId: RunId });
const proposalParams = z.strictObject({ runId: RunId, requestId: RequestId, personId: PersonId });

const offering = [
  "out-of-date",
  "wrong-state",
  "slots-filled",
  "capacity-used-up",
  "already-exists",
  "idempotency-key-reused",
] as const;

export const matchingRoutes = {
  startRun: {
    area: "matching",
    method: "POST",
    path: "/match-runs",
    summary: "Start a match run now; it proposes, and tells nobody but the broker",
    roles: ["broker"],
    idempotent: true,
    replies: { 202: RunView },
    problems: ["idempotency-key-reused"],
    audit: "run-planned",
  },
  listRuns: {
    area: "matching",
    method: "GET",
    path: "/match-runs",
    summary: "Match runs, newest first",
    roles: ["broker", "director"],
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(RunView) },
    problems: [],
    audit: null,
  },
  getRun: {
    area: "matching",
    method: "GET",
    path: "/match-runs/{runId}",
    summary: "One run: its state, its metrics by academic year and its certificate",
    roles: ["broker", "director"],
    params: runParams,
    replies: { 200: RunView },
    problems: [],
    audit: null,
  },
  listProposals: {
    area: "matching",
    method: "GET",
    path: "/match-runs/{runId}/proposals",
    summary: "What a published run proposes, each with its explanation and the next best",
    roles: ["broker"],
    params: runParams,
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(ProposalView) },
    problems: ["wrong-state"],
    audit: null,
  },
  listUnmet: {
    area: "matching",
    method: "GET",
    path: "/match-runs/{runId}/unmet",
    summary: "Places a run could not fill, with the binding constraint and the cheapest relaxations",
    roles: ["broker", "director"],
    params: runParams,
    query: z.strictObject(pageQuery),
    replies: { 200: pageOf(UnmetView) },
    problems: ["wrong-state"],
    audit: null,
  },
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
    problems: [...offering, "hard-rule"],
    audit: "proposal-swapped",
  },
} as const satisfies Record<string, Route>;
