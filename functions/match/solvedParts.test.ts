import { describe, expect, it } from "vitest";
import { PartnershipId, RunId } from "../../shared/domain/ids.ts";
import type { FairnessMode } from "../../shared/domain/runs/matchingPolicy.ts";
import { madeUpArea } from "../../shared/matching/facts/madeUpArea.ts";
import { openRun } from "../../shared/matching/openRun.ts";
import type { SolvedParts } from "../../shared/matching/solve/memory.ts";
import { solvedParts, solvedPartsOf } from "../../shared/store/rows/runs.ts";
import { memoryTable } from "../../test/store/memoryTable.ts";
import { storesOver } from "../../test/store/memoryWorld.ts";
import { solvedPartsIn, stageSolvedParts } from "./solvedParts.ts";

const runId = RunId.parse("run_00000001");
const otherRunId = RunId.parse("run_00000002");

function solved(requests: number, fairness: FairnessMode = "total-fit"): SolvedParts {
  const input = madeUpArea({ schools: 12, practitioners: 60, requests, codes: 6, seed: 3 });
  const opening = openRun({ ...input, policy: { ...input.policy, fairness } });
  if (opening.kind !== "opened") throw new Error("A made-up area is valid");
  return opening.run.solvedParts;
}

function anyStore() {
  const openTable = memoryTable();
  return storesOver(openTable, "2026-01-12T02:00:00.000Z")(PartnershipId.parse("par_00000001"));
}

describe("the answers of a run's parts", () => {
  it("are read back as they were staged, those of several runs together", async () => {
    const [store, parts, others] = [anyStore(), solved(60), solved(50)];
    await stageSolvedParts(store, runId, parts);
    await stageSolvedParts(store, otherRunId, others);
    expect(parts.size).toBeGreaterThan(0);
    expect(await solvedPartsIn(store, [runId])).toEqual(parts);
    expect(await solvedPartsIn(store, [runId, otherRunId])).toEqual(new Map([...parts, ...others]));
  });

  it("are read back with all that a fair answer was climbed by", async () => {
    const [store, parts] = [anyStore(), solved(60, "worst-first")];
    await stageSolvedParts(store, runId, parts);
    const climbs = Array.from(parts.values()).flatMap((found) => ("ladder" in found ? [found.ladder] : []));
    expect(climbs.some((ladder) => (ladder?.rungs.length ?? 0) > 0)).toBe(true);
    expect(await solvedPartsIn(store, [runId])).toEqual(parts);
  });

  it("are none where a run staged none, or where a row is not as it was staged", async () => {
    const store = anyStore();
    await stageSolvedParts(store, runId, solved(60));
    const rows = await store.all(solvedPartsOf(runId));
    await store.stage(
      solvedParts,
      rows.map((row) => ({ ...row, base64: row.base64.slice(4) })),
    );
    expect(await solvedPartsIn(store, [runId, otherRunId])).toEqual(new Map());
  });
});
