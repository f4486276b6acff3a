import { RunId } from "../../shared/domain/ids.ts";
import { plannedRun } from "../../shared/domain/runs/run.ts";
import type { Handler } from "../../shared/runtime/serve.ts";
import { runs } from "../../shared/store/rows/runs.ts";
import { create } from "../../shared/store/store.ts";

export const startRun: Handler<"startRun"> = (_input, { world, session, actor, act }) => {
  const runId = world.fresh(RunId);
  const run = plannedRun({ runId, trigger: "broker", startedBy: session.account, plannedAt: world.now() });
  return act(async () => ({
    reply: { status: 202, body: run },
    action: {
      chain: `run:${runId}`,
      action: "run-planned",
      actor,
      facts: { runId, trigger: run.trigger },
      writes: [create(runs, run)],
      announce: [{ type: "run-planned", subject: { runId }, tell: [] }],
    },
  }));
};
