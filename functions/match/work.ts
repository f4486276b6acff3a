import type { RunId } from "../../shared/domain/ids.ts";
import type { MatchRun } from "../../shared/domain/runs/run.ts";
import { engineVersion } from "../../shared/matching/match.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { proposals, runs, unmetNeeds } from "../../shared/store/rows/runs.ts";
import { replace, type Store } from "../../shared/store/store.ts";
import { answerOf } from "./answer.ts";
import { type Matched, matchYears } from "./matchYears.ts";
import { factsOf } from "./facts.ts";
import { failRun, publishRun } from "./publish.ts";
import { readRows } from "./readRows.ts";
import { solvedPartsIn, stageSolvedParts } from "./solvedParts.ts";
import { stagedFacts, stageFacts } from "./stagedFacts.ts";
import { startWatch } from "./stopwatch.ts";

/**
 * Works on a run from wherever it stands to its end. The facts are staged once and everything after follows from
 * them, so that a run which is killed and begun again, or worked on twice at once, has one result.
 */
export async function workOn(world: World, store: Store, runId: RunId): Promise<void> {
  const started = performance.now();
  const run = await beginRun(world, store, runId);
  if (!run) return;
  const facts = await stagedFacts(store, runId, run.factsDigest);
  const latest = (await store.get(partnerships, {}))?.latestRunId;
  const known = await solvedPartsIn(store, latest && latest !== runId ? [latest, runId] : [runId]);
  const read = performance.now();
  const { watch, stages } = startWatch();
  const matched =
    run.engineVersion === engineVersion ? matchYears(facts, { watch, known }) : begunByAnother(run);
  if (matched.kind === "failed") {
    await failRun(store, runId, matched.failure);
    world.log({ code: "run-failed", runId, why: matched.failure });
    return;
  }
  await stageSolvedParts(store, runId, matched.solvedParts);
  const answer = answerOf(runId, facts, matched.years);
  const decided = performance.now();
  await store.stage(proposals, answer.proposals);
  await store.stage(unmetNeeds, answer.unmet);
  const staged = performance.now();
  const milliseconds = {
    read: Math.round(read - started),
    match: Math.round(decided - read),
    publish: Math.round(staged - decided),
  };
  const summary = { ...answer.summary, milliseconds, stages: stages() };
  if (await publishRun(store, runId, { summary, publishedAt: world.now() }))
    world.log({ code: "run-published", runId, filled: summary.slotsFilled, wanted: summary.slotsWanted });
}

/** What a killed worker of another engine has staged could stand beside what this one would: nobody would see which. */
const begunByAnother = (run: MatchRun): Matched => ({
  kind: "failed",
  failure: `Engine ${run.engineVersion ?? "of no known version"} began it and this is ${engineVersion}: start another run`,
});

type BegunRun = MatchRun & { readonly factsDigest: string };

const isBegun = (run: MatchRun): run is BegunRun => run.state === "matching" && run.factsDigest !== null;

/** The run with its facts staged, or undefined when it has ended. Of two workers, the first one's facts count. */
async function beginRun(world: World, store: Store, runId: RunId): Promise<BegunRun | undefined> {
  const run = await store.get(runs, { runId });
  if (!run) throw new Error(`There is no run ${runId}`);
  if (run.state !== "planned") return isBegun(run) ? run : undefined;
  const facts = factsOf(await readRows(store, world.now()));
  const factsDigest = await stageFacts(store, runId, facts);
  await store.commit({
    chain: `run:${runId}`,
    action: "run-begun",
    actor: serviceActor("match"),
    facts: { runId, factsDigest },
    writes: [replace(runs, { ...run, state: "matching", factsDigest, engineVersion })],
  });
  const begun = await store.get(runs, { runId });
  if (begun?.state === "planned") throw new Error(`${runId} could not be begun`);
  return begun && isBegun(begun) ? begun : undefined;
}
