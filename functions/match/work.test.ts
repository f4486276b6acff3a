import { describe, expect, it } from "vitest";
import { PartnershipId, RunId } from "../../shared/domain/ids.ts";
import { plannedRun } from "../../shared/domain/runs/run.ts";
import { partnerships } from "../../shared/store/rows/partnership.ts";
import { proposalsOf, runInputsOf, runs, unmetOf } from "../../shared/store/rows/runs.ts";
import { auditOf, outboxList } from "../../shared/store/rows/trail.ts";
import { create, type Store } from "../../shared/store/store.ts";
import type { Table } from "../../shared/store/table.ts";
import { serviceActor } from "../../shared/runtime/session.ts";
import { layOutArea } from "../../test/bench/areaRows.ts";
import { type Moment, moments, workUntilKilled } from "../../test/store/killedTable.ts";
import { memoryTable } from "../../test/store/memoryTable.ts";
import { memoryWorld, storesOver } from "../../test/store/memoryWorld.ts";
import { workOn } from "./work.ts";

const partnershipId = PartnershipId.parse("par_00000001");
const runId = RunId.parse("run_00000001");
const now = "2026-01-12T02:00:00.000Z";
const size = { schools: 12, people: 14, requests: 16 };

/** A planned run of an area in memory, with stores for it over one table. */
async function laidOut() {
  const world = memoryWorld(now);
  const open = memoryTable();
  const storeOver = (openTable: (prefix: string) => Table): Store =>
    storesOver(openTable, now)(partnershipId);
  const store = storeOver(open);
  await layOutArea(store, size, "2026-01-12");
  const run = plannedRun({ runId, trigger: "night", startedBy: "night", plannedAt: now });
  await store.commit({
    chain: `run:${runId}`,
    action: "run-planned",
    actor: serviceActor("night"),
    writes: [create(runs, run)],
  });
  return {
    store,
    work: () => workOn(world, store, runId),
    /** Works until the kill; answers whether it came to that. */
    workUntil: (at: number, moment: Moment) =>
      workUntilKilled(storeOver, { open, at, moment }, (dying) => workOn(world, dying, runId)),
  };
}

/** All that a run leaves behind, but for how long it took. */
async function leftBy(store: Store) {
  const run = await store.get(runs, { runId });
  const timeless = run?.summary && { ...run.summary, milliseconds: null, stages: null };
  return {
    run: { ...run, summary: timeless },
    proposals: await store.all(proposalsOf(runId)),
    unmet: await store.all(unmetOf(runId)),
    facts: (await store.all(runInputsOf(runId, run?.factsDigest ?? ""))).length,
    latest: (await store.get(partnerships, {}))?.latestRunId,
    trail: (await store.all(auditOf(`run:${runId}`))).map(({ action, facts }) => ({ action, facts })),
    told: (await store.all(outboxList)).map(({ type, subject, tell }) => ({ type, subject, tell })),
  };
}

async function unkilled() {
  const { store, work } = await laidOut();
  await work();
  return leftBy(store);
}

describe("a run whose worker is killed", () => {
  it.each(moments)("%s any call of the table is resumed to the same rows, trail and news", async (moment) => {
    const expected = await unkilled();
    expect(expected).toMatchObject({
      run: { state: "published" },
      latest: runId,
      told: [{ type: "run-published" }],
    });
    expect([expected.proposals.length > 5, expected.unmet.length > 0]).toEqual([true, true]);
    let kills = 0;
    for (let isOver = false; !isOver; kills++) {
      const { store, work, workUntil } = await laidOut();
      isOver = (await workUntil(kills, moment)) === "ended";
      await work();
      expect(await leftBy(store)).toEqual(expected);
    }
    expect(kills).toBeGreaterThan(20);
  });

  it("while another works on it leaves the same behind, whichever of them gets further", async () => {
    const expected = await unkilled();
    for (let at = 0, isOver = false; !isOver; at++) {
      const { store, work, workUntil } = await laidOut();
      const [ended] = await Promise.all([workUntil(at, "after"), work()]);
      isOver = ended === "ended";
      expect(await leftBy(store)).toEqual(expected);
    }
  });

  it("again and again, one call further each time, still comes to its end", async () => {
    const expected = await unkilled();
    const { store, workUntil } = await laidOut();
    let at = 0;
    while ((await workUntil(at, "after")) === "killed") at++;
    expect(await leftBy(store)).toEqual(expected);
  });
});
