import type { RunStage } from "../../shared/domain/runs/run.ts";
import type { Watch } from "../../shared/matching/openRun.ts";

const bytesPerMegabyte = 1024 * 1024;

/** Takes the time and the memory of each stage of the engine as it ends; a stage that comes again adds its time. */
export interface Stopwatch {
  readonly watch: Watch;
  /** Stages in the order in which they first ended; memory is the process's own when the stage last ended. */
  readonly stages: () => RunStage[];
}

/** Starts a watch now. */
export function startWatch(): Stopwatch {
  const taken = new Map<string, RunStage>();
  let last = performance.now();
  return {
    watch(stage) {
      const now = performance.now();
      const before = taken.get(stage)?.milliseconds ?? 0;
      const rssMegabytes = Math.round(process.memoryUsage.rss() / bytesPerMegabyte);
      taken.set(stage, { stage, milliseconds: before + now - last, rssMegabytes });
      last = now;
    },
    stages: () =>
      [...taken.values()].map((each) => ({ ...each, milliseconds: Math.round(each.milliseconds * 10) / 10 })),
  };
}
