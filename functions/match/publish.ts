import type { RunId } from "../../shared/domain/ids.ts";
import { isNewer, type MatchRun, type RunSummary } from "../../shared/domain/runs/run.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { runs } from "../../shared/store/rows/runs.ts";
import { type Announcement, replace, type Store, type Write } from "../../shared/store/store.ts";

const attempts = 6;

interface Publication {
  readonly summary: RunSummary;
  readonly publishedAt: string;
}

/**
 * Publishes a run in one write: from then on its proposals are what the broker sees. A run that was planned before
 * the latest one is kept beside it, and nobody is told. Answers whether this call published it.
 */
export async function publishRun(store: Store, runId: RunId, publication: Publication): Promise<boolean> {
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const run = await store.get(runs, { runId });
    if (run?.state !== "matching") return false;
    const latest = await asLatest(store, run);
    const { slotsWanted, slotsFilled, inputDigest } = publication.summary;
    const committed = await store.commit({
      chain: `run:${runId}`,
      action: "run-published",
      actor: serviceActor("match"),
      facts: { runId, slotsWanted, slotsFilled, inputDigest, isLatest: latest.length > 0 },
      writes: [replace(runs, { ...run, ...publication, state: "published" }), ...latest],
      announce: latest.length > 0 ? [tellBrokers("run-published", runId)] : [],
    });
    if (committed === "committed") return true;
  }
  throw new Error(`Others kept changing what ${runId} was to be published beside`);
}

/** The write that makes a run the latest, unless one that was planned later already is. */
async function asLatest(store: Store, run: MatchRun): Promise<Write[]> {
  const partnership = await store.get(partnerships, {});
  if (!partnership) throw new Error("A run was planned in a partnership that is not there");
  const { latestRunId } = partnership;
  const latest = latestRunId === null ? undefined : await store.get(runs, { runId: latestRunId });
  return isNewer(run, latest) ? [replace(partnerships, { ...partnership, latestRunId: run.runId })] : [];
}

/** Ends a run that has no answer to publish, and tells the brokers; one that has ended stays as it is. */
export async function failRun(store: Store, runId: RunId, failure: string): Promise<void> {
  const run = await store.get(runs, { runId });
  if (run?.state !== "matching") return;
  const committed = await store.commit({
    chain: `run:${runId}`,
    action: "run-failed",
    actor: serviceActor("match"),
    facts: { runId },
    writes: [replace(runs, { ...run, state: "failed", failure })],
    announce: [tellBrokers("run-failed", runId)],
  });
  if (committed !== "committed") throw new Error(`That ${runId} failed could not be recorded`);
}

const tellBrokers = (type: "run-published" | "run-failed", runId: RunId): Announcement => ({
  type,
  subject: { runId },
  tell: [{ to: "brokers" }],
});
