import { spawnSync } from "node:child_process";
import * as z from "zod";

const LemonReport = z.object({ obj: z.number(), buildMs: z.number(), solveMs: z.number() });

/** What a peer answered: its objective, and its own times for building the network and for solving it. */
export interface PeerRun {
  readonly objective: number;
  readonly buildMilliseconds: number;
  readonly solveMilliseconds: number;
}

/** Runs LEMON's network simplex, built from a source that is not ours, on one instance. */
export function lemonRun(binary: string, path: string, weight: number): PeerRun {
  const run = spawnSync(binary, [path, "ns", String(weight)]);
  if (run.status !== 0) throw new Error(`LEMON failed: ${run.stderr.toString()}`);
  const report = LemonReport.parse(JSON.parse(run.stdout.toString()));
  return { objective: report.obj, buildMilliseconds: report.buildMs, solveMilliseconds: report.solveMs };
}
