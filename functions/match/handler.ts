import type { DomainEvent } from "../../shared/domain/events.ts";
import { RunId } from "../../shared/domain/ids.ts";
import { plannedRun } from "../../shared/domain/runs/run.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { eventQueueFunction } from "../../shared/runtime/queue.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { runs } from "../../shared/store/rows/runs.ts";
import { create, type Store } from "../../shared/store/store.ts";
import { workOn } from "./work.ts";

/** The queue of match runs: planned ones, and one for each offer that ended without filling its place. */
export const matchFunction = (world: World) =>
  eventQueueFunction(world, "match", async (event) => {
    const store = world.storeFor(event.partnershipId);
    const runId = event.subject.runId ?? (await planAfterRefusal(world, store, event));
    if (runId) await workOn(world, store, runId);
  });

/**
 * Plans the run that looks for the next best; its id follows from the event, so that hearing it twice plans once.
 * None is planned when the latest run was planned after the event: it has looked already.
 */
async function planAfterRefusal(world: World, store: Store, event: DomainEvent): Promise<RunId | undefined> {
  const runId = derivedId(RunId, event.eventId);
  if (await store.get(runs, { runId })) return runId;
  const latestRunId = (await store.get(partnerships, {}))?.latestRunId;
  const latest = latestRunId ? await store.get(runs, { runId: latestRunId }) : undefined;
  if (latest && latest.plannedAt > event.at) return undefined;
  const run = plannedRun({ runId, trigger: "refusal", startedBy: "match", plannedAt: world.now() });
  await store.commit({
    chain: `run:${runId}`,
    action: "run-planned",
    actor: serviceActor("match"),
    facts: { runId, trigger: run.trigger, offerId: event.subject.offerId ?? null },
    writes: [create(runs, run)],
  });
  return runId;
}
