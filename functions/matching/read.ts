import { runFor, unmetFor } from "../../shared/domain/discreet.ts";
import { isRefusal, notFound } from "../../shared/runtime/refusal.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { proposalsOf, runList, runs, unmetOf } from "../../shared/store/rows/runs.ts";
import { publishedOrRefused } from "./publishedRun.ts";

export const listRuns: Handler<"listRuns"> = async ({ query }, { store, session }) => {
  const { items, nextCursor } = await store.page(runList, { ...query, newestFirst: true });
  return { status: 200, body: { items: items.map((run) => runFor(session, run)), nextCursor } };
};

export const getRun: Handler<"getRun"> = async ({ params }, { store, session }) => {
  const run = await store.get(runs, params);
  return run ? { status: 200, body: runFor(session, run) } : notFound("match run");
};

export const listProposals: Handler<"listProposals"> = async ({ params, query }, { store }) => {
  const published = await publishedOrRefused(store, params.runId);
  if (isRefusal(published)) return published;
  const { items, nextCursor } = await store.page(proposalsOf(params.runId), query);
  return { status: 200, body: { items: [...items], nextCursor } };
};

export const listUnmet: Handler<"listUnmet"> = async ({ params, query }, { store, session }) => {
  const published = await publishedOrRefused(store, params.runId);
  if (isRefusal(published)) return published;
  const { items, nextCursor } = await store.page(unmetOf(params.runId), query);
  return { status: 200, body: { items: items.map((need) => unmetFor(session, need)), nextCursor } };
};
