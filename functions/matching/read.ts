import type { Refusal } from "../../shared/contract/problems.ts";
import type { RunId } from "../../shared/domain/ids.ts";
import { notFound, wrongState } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { proposalsOf, runList, runs, unmetOf } from "../../shared/store/rows/runs.ts";
import type { Store } from "../../shared/store/store.ts";

export const listRuns: Handler<"listRuns"> = async ({ query }, { store }) => {
  const { items, nextCursor } = await store.page(runList, { ...query, newestFirst: true });
  return { status: 200, body: { items: [...items], nextCursor } };
};

export const getRun: Handler<"getRun"> = async ({ params }, { store }) => {
  const run = await store.get(runs, params);
  return run ? { status: 200, body: run } : notFound("match run");
};

/** A run shows nothing of its answer before the whole of it is published. */
export async function unlessPublished(store: Store, runId: RunId): Promise<Refusal | undefined> {
  const run = await store.get(runs, { runId });
  if (!run) return notFound("match run");
  return run.state === "published" ? undefined : wrongState("match run", run.state, ["published"]);
}

export const listProposals: Handler<"listProposals"> = async ({ params, query }, { store }) => {
  const refused = await unlessPublished(store, params.runId);
  if (refused) return refused;
  const { items, nextCursor } = await store.page(proposalsOf(params.runId), query);
  return { status: 200, body: { items: [...items], nextCursor } };
};

export const listUnmet: Handler<"listUnmet"> = async ({ params, query }, { store }) => {
  const refused = await unlessPublished(store, params.runId);
  if (refused) return refused;
  const { items, nextCursor } = await store.page(unmetOf(params.runId), query);
  return { status: 200, body: { items: [...items], nextCursor } };
};
