import type { Refusal } from "../../shared/contract/problems.ts";
import type { RunId } from "../../shared/domain/ids.ts";
import type { MatchRun, RunSummary } from "../../shared/domain/run.ts";
import { type OpenRun, openRun } from "../../shared/matching/openRun.ts";
import { isRefusal, notFound, wrongState } from "../../shared/runtime/refusal.ts";
import { runs } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import type { RunFacts } from "../match/facts.ts";
import { stagedFacts } from "../match/stagedFacts.ts";

/** A published run with all that it knew. */
export interface PublishedRun {
  readonly run: MatchRun;
  readonly summary: RunSummary;
  readonly facts: RunFacts;
}

/** A run shows nothing of its answer before the whole of it is published. */
export async function publishedOrRefused(
  store: Store,
  runId: RunId,
): Promise<Omit<PublishedRun, "facts"> | Refusal> {
  const run = await store.get(runs, { runId });
  if (!run) return notFound("match run");
  const { state, summary } = run;
  return state === "published" && summary ? { run, summary } : wrongState("match run", state, ["published"]);
}

/** One academic year of a run, solved again and ready to be asked. */
export interface OpenYear {
  readonly academicYear: string;
  readonly opened: OpenRun;
}

/** Opens each year of a run again from its facts. */
export const openYears = ({ years }: Pick<RunFacts, "years">): readonly OpenYear[] =>
  years.map(({ academicYear, input }) => {
    const opening = openRun(input);
    if (opening.kind === "invalid-input") throw new Error("A published run has facts that cannot be used");
    return { academicYear, opened: opening.run };
  });

/** A published run with its staged facts read back, to be opened again. */
export async function publishedWithFacts(store: Store, runId: RunId): Promise<PublishedRun | Refusal> {
  const published = await publishedOrRefused(store, runId);
  if (isRefusal(published)) return published;
  const { factsDigest } = published.run;
  if (factsDigest === null) throw new Error(`${runId} was published without facts`);
  return { ...published, facts: await stagedFacts(store, runId, factsDigest) };
}
