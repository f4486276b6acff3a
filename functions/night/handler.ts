import middy from "@middy/core";
import { dateAt } from "../../shared/domain/calendar/calendar.ts";
import { type PartnershipId, RunId } from "../../shared/domain/ids.ts";
import { plannedRun } from "../../shared/domain/runs/run.ts";
import { derivedId } from "../../shared/runtime/identity.ts";
import { inEveryPartnership } from "../../shared/runtime/inEveryPartnership.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import type { World } from "../../shared/runtime/world.ts";
import { runs } from "../../shared/store/rows/runs.ts";
import { create } from "../../shared/store/store.ts";

/**
 * The door of the clock that plans one match run per partnership. The run's id follows from partnership and date,
 * so that a night that comes twice plans once. One partnership that fails does not keep the others from theirs.
 */
export const nightFunction = (world: World) =>
  middy<unknown, void>().handler(async () => {
    await inEveryPartnership(world, "night", (partnershipId) => planTonight(world, partnershipId));
  });

async function planTonight(world: World, partnershipId: PartnershipId): Promise<void> {
  const plannedAt = world.now();
  const runId = derivedId(RunId, partnershipId, dateAt(plannedAt));
  const run = plannedRun({ runId, trigger: "night", startedBy: "night", plannedAt });
  const store = world.storeFor(partnershipId);
  if (await store.get(runs, { runId })) return;
  const committed = await store.commit({
    chain: `run:${runId}`,
    action: "run-planned",
    actor: serviceActor("night"),
    facts: { runId, trigger: run.trigger },
    writes: [create(runs, run)],
    announce: [{ type: "run-planned", subject: { runId }, tell: [] }],
  });
  // Another night at the same moment may have planned it; if nobody has, the schedule comes again.
  if (committed !== "committed" && !(await store.get(runs, { runId })))
    throw new Error(`${runId} could not be planned`);
}
