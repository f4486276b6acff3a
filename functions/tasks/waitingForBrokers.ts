import { requestWaits, type Waiting } from "../../shared/domain/tasks/waiting.ts";
import type { Reads } from "../../shared/store/reads.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { offersIn, requestsIn } from "../../shared/store/rows/requests.ts";
import { proposalsOf } from "../../shared/store/rows/runs.ts";
import { tasksIn } from "../../shared/store/rows/tasks.ts";
import { placesToMatch } from "../match/factsOfRequest.ts";

/** What only brokers do, in the order in which lists have it. */
export async function waitingForBrokers(store: Reads): Promise<Waiting[]> {
  const [tasks, triaged, countered] = await Promise.all([
    store.all(tasksIn("open")),
    store.all(requestsIn("triaged")),
    store.all(offersIn("countered")),
  ]);
  return [
    ...tasks.map(({ taskId, requestId }) => ({
      what: "settle-task" as const,
      path: `/tasks/${taskId}`,
      dueOn: null,
      requestId,
    })),
    ...(await proposalsOpen(store)),
    ...triaged.map(requestWaits("look-at-request")),
    ...countered.map(({ requestId, offerId }) => ({
      what: "settle-counter" as const,
      path: `/requests/${requestId}/offers/${offerId}`,
      dueOn: null,
      requestId,
    })),
  ];
}

/** The proposals of the latest run, where it proposes somebody for a place that no open offer may yet take. */
async function proposalsOpen(store: Reads): Promise<Waiting[]> {
  const runId = (await store.get(partnerships, {}))?.latestRunId;
  if (!runId) return [];
  const [proposed, open, ...offered] = await Promise.all([
    store.all(proposalsOf(runId)),
    store.all(requestsIn("open")),
    store.all(offersIn("sent")),
    store.all(offersIn("countered")),
  ]);
  const offersOf = Map.groupBy(offered.flat(), ({ requestId }) => requestId);
  const placesLeft = new Map(
    open.map((each) => [each.requestId, placesToMatch(each, offersOf.get(each.requestId) ?? [])]),
  );
  const waits = proposed.some(({ requestId }) => (placesLeft.get(requestId) ?? 0) > 0);
  const path = `/match-runs/${runId}/proposals`;
  return waits ? [{ what: "confirm-proposals", path, dueOn: null, requestId: null }] : [];
}
