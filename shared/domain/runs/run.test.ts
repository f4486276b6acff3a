import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RunId } from "../ids.ts";
import { isNewer, plannedRun } from "./run.ts";

const run = fc.record({ second: fc.nat(3), tail: fc.nat(5) }).map(({ second, tail }) =>
  plannedRun({
    runId: RunId.parse(`run_0000000${tail}`),
    trigger: "night",
    startedBy: "night",
    plannedAt: `2026-01-12T02:00:0${second}.000Z`,
  }),
);

describe("which run is the latest", () => {
  it("does not hang on the order in which they are published", () => {
    const latestOf = (runs: readonly ReturnType<typeof plannedRun>[]) =>
      runs.reduce<ReturnType<typeof plannedRun> | undefined>(
        (latest, each) => (isNewer(each, latest) ? each : latest),
        undefined,
      );
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 8 }), (runs) => {
        expect(latestOf(runs.toReversed())).toEqual(latestOf(runs));
      }),
    );
  });

  it("is any run when there was none, and never the run itself again", () => {
    const first = plannedRun({
      runId: RunId.parse("run_00000001"),
      trigger: "night",
      startedBy: "night",
      plannedAt: "2026-03-29T00:30:00.000Z",
    });
    expect([isNewer(first, undefined), isNewer(first, first)]).toEqual([true, false]);
  });

  it("takes its date from the clock of England", () => {
    const planned = plannedRun({
      runId: RunId.parse("run_00000001"),
      trigger: "night",
      startedBy: "night",
      plannedAt: "2026-06-30T23:30:00.000Z",
    });
    expect(planned.runDate).toBe("2026-07-01");
  });
});
