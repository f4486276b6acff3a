import type { Refusal } from "../../shared/contract/problems.ts";
import type { PastAnswers } from "../../shared/domain/people/acceptance.ts";
import type { PersonId, RunId } from "../../shared/domain/ids.ts";
import type { MatchRun, RunSummary } from "../../shared/domain/runs/run.ts";
import { type OpenRun, openRun } from "../../shared/matching/openRun.ts";
import type { SolvedParts } from "../../shared/matching/solve/memory.ts";
import { isRefusal, notFound, wrongState } from "../../shared/runtime/refusal.ts";
import { runs } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";
import type { RunFacts } from "../match/runRows.ts";
import { solvedPartsIn } from "../match/solvedParts.ts";
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
  /** What people answered to past offers, by id. */
  readonly answers: ReadonlyMap<PersonId, PastAnswers>;
}

function digestOf({ run: { runId, factsDigest } }: Pick<PublishedRun, "run">): string {
  if (factsDigest === null) throw new Error(`${runId} was published without facts`);
  return factsDigest;
}

function openYears({ years, answers: past }: RunFacts, known: SolvedParts): readonly OpenYear[] {
  const answers = new Map(past.map((each) => [each.personId, each]));
  return years.map(({ academicYear, input }) => {
    const opening = openRun(input, undefined, known);
    if (opening.kind === "invalid-input") throw new Error("A published run has facts that cannot be used");
    return { academicYear, opened: opening.run, answers };
  });
}

/** A published run with its staged facts read back, to be executed again. */
export async function publishedWithFacts(store: Store, runId: RunId): Promise<PublishedRun | Refusal> {
  const published = await publishedOrRefused(store, runId);
  if (isRefusal(published)) return published;
  return { ...published, facts: await stagedFacts(store, runId, digestOf(published)) };
}

const runsKept = 3;
// A run never changes under its digest, so the last few opened are kept between calls, each under its partnership.
const kept = new Map<string, Promise<readonly OpenYear[]>>();

/** Each year of a published run, opened again from its facts, or as it was opened a little while ago. */
export async function publishedYears(store: Store, runId: RunId): Promise<readonly OpenYear[] | Refusal> {
  const published = await publishedOrRefused(store, runId);
  if (isRefusal(published)) return published;
  const digest = digestOf(published);
  const name = `${store.partnershipId} ${digest}`;
  const known = kept.get(name);
  if (known) return known;
  const opening = Promise.all([stagedFacts(store, runId, digest), solvedPartsIn(store, [runId])]).then(
    ([facts, known]) => openYears(facts, known),
  );
  kept.set(name, opening);
  for (const oldest of [...kept.keys()].slice(0, -runsKept)) kept.delete(oldest);
  opening.catch(() => kept.delete(name));
  return opening;
}
