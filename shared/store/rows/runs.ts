import * as z from "zod";
import { type PersonId, type RequestId, RunId } from "../../domain/ids.ts";
import { MatchRun, Proposal, UnmetNeed } from "../../domain/runs/run.ts";
import { entity, listOf } from "../entity.ts";

const ofRun = (runId: RunId): string => `RUN#${runId}`;
export const runs = entity("match-run", {
  schema: MatchRun,
  place: (key: { runId: RunId }) => ({ partition: ofRun(key.runId), sort: "RUN" }),
  listings: (row) => ({ gsi1: { partition: "RUNS", sort: `${row.plannedAt}#${row.runId}` } }),
});
export const runList = listOf(runs, { index: "gsi1", partition: "RUNS" });

export const proposals = entity("proposal", {
  schema: Proposal,
  place: (key: { runId: RunId; requestId: RequestId; personId: PersonId }) => ({
    partition: ofRun(key.runId),
    sort: `PROPOSAL#${key.requestId}#${key.personId}`,
  }),
});
export const proposalsOf = (runId: RunId) =>
  listOf(proposals, { partition: ofRun(runId), sortPrefix: "PROPOSAL#" });
export const proposalsForRequest = (runId: RunId, requestId: RequestId) =>
  listOf(proposals, { partition: ofRun(runId), sortPrefix: `PROPOSAL#${requestId}#` });

export const unmetNeeds = entity("unmet-need", {
  schema: UnmetNeed,
  place: (key: { runId: RunId; requestId: RequestId }) => ({
    partition: ofRun(key.runId),
    sort: `UNMET#${key.requestId}`,
  }),
});
export const unmetOf = (runId: RunId) =>
  listOf(unmetNeeds, { partition: ofRun(runId), sortPrefix: "UNMET#" });

/**
 * What a run matched on, compressed and cut into parts, so that a killed run resumes on the same facts. The digest
 * stands in the key: of two workers that stage the same run at once, neither spoils what the other staged.
 */
export const runInputs = entity("run-input", {
  schema: z.object({ runId: RunId, digest: z.string(), part: z.int(), parts: z.int(), base64: z.string() }),
  place: (key: { runId: RunId; digest: string; part: number }) => ({
    partition: ofRun(key.runId),
    sort: `INPUT#${key.digest}#${String(key.part).padStart(4, "0")}`,
  }),
});
export const runInputsOf = (runId: RunId, digest: string) =>
  listOf(runInputs, { partition: ofRun(runId), sortPrefix: `INPUT#${digest}#` });

/**
 * The answers of a run's larger parts, compressed and cut likewise, so that they need not be solved again when the run
 * is opened or resumed, or when the next run has parts in common with it.
 */
export const solvedParts = entity("solved-parts", {
  schema: z.object({ runId: RunId, digest: z.string(), part: z.int(), parts: z.int(), base64: z.string() }),
  place: (key: { runId: RunId; part: number }) => ({
    partition: ofRun(key.runId),
    sort: `SOLVED#${String(key.part).padStart(4, "0")}`,
  }),
});
export const solvedPartsOf = (runId: RunId) =>
  listOf(solvedParts, { partition: ofRun(runId), sortPrefix: "SOLVED#" });
