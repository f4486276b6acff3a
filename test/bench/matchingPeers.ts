import { spawnSync } from "node:child_process";
import { join } from "node:path";
import * as z from "zod";

const LemonReport = z.object({
  objective: z.number(),
  buildMilliseconds: z.number(),
  solveMilliseconds: z.number(),
  cpuMilliseconds: z.number(),
});

/** What a peer answered: its objective, and its own times for building the network and for solving it, and CPU time of both. */
export type PeerRun = z.infer<typeof LemonReport>;

const source = join(import.meta.dirname, "peers", "lemonPlaces.cpp");

/** Builds LEMON's network simplex into a folder, or says why that cannot be and answers null. */
export function buildLemon(folder: string): string | null {
  const program = join(folder, "lemonPlaces");
  const words = ["-O3", "-march=native", "-std=c++17", "-w", source, "-o", program, "-llemon"];
  const built = spawnSync("g++", words, { encoding: "utf8" });
  if (built.status === 0) return program;
  const why = built.error?.message ?? built.stderr.trim().split("\n")[0] ?? "";
  console.error(
    "\n*** THE PEER IS SKIPPED: LEMON could not be built, so its columns stay empty and nothing is compared. ***\n" +
      `*** It needs g++ and LEMON (Debian: apt install g++ liblemon-dev). g++ said: ${why}\n`,
  );
  return null;
}

/** Runs LEMON's network simplex on one instance. */
export function lemonRun(program: string, path: string, weight: number): PeerRun {
  const run = spawnSync(program, [path, String(weight)], { encoding: "utf8" });
  if (run.status !== 0) throw new Error(`LEMON failed: ${run.stderr}`);
  return LemonReport.parse(JSON.parse(run.stdout));
}
