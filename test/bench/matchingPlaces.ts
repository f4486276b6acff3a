// Places only: ours beside LEMON's network simplex on the same instance, in turn.
import * as z from "zod";
import { type Named, peakMegabytes, weight } from "./matchingInstances.ts";
import { lemonRun } from "./matchingPeers.ts";
import { median } from "./report.ts";
import { solverProcess } from "./solverProcess.ts";

export const placesHead = [
  "instance",
  "runs",
  "objective",
  "first ms",
  "ours ms",
  "certify ms",
  "LEMON ms",
  "ratio",
  "ratio of CPU",
  "pair by pair",
  "same",
  "certified",
  "peak MB",
];

const Timed = z.object({
  /** CPU time of all threads, which says more than the clock where other work runs at the same time. */
  cpuMilliseconds: z.number(),
  solveMilliseconds: z.number(),
  certifyMilliseconds: z.number(),
  objective: z.number(),
  certified: z.boolean(),
});
export type Timed = z.infer<typeof Timed>;

const fixed = (values: readonly number[], digits: number): string =>
  values.length === 0 ? "-" : median(values).toFixed(digits);

/** Runs ours and the peer in turn, so that what else the machine does falls on both. */
export async function placesRow(
  { name, path }: Named,
  lemon: string | null,
  runs: number,
): Promise<string[]> {
  const solver = await solverProcess(new URL("./placesSolver.ts", import.meta.url), path, Timed);
  const ours: Timed[] = [];
  const [peer, cpuRatios]: [number[], number[]] = [[], []];
  const objectives = new Set<number>();
  for (let run = 0; run < runs; run++) {
    const mine = await solver.solved({});
    ours.push(mine);
    objectives.add(mine.objective);
    if (lemon === null) continue;
    const { objective, buildMilliseconds, solveMilliseconds, cpuMilliseconds } = lemonRun(
      lemon,
      path,
      weight,
    );
    peer.push(buildMilliseconds + solveMilliseconds);
    cpuRatios.push(cpuMilliseconds / mine.cpuMilliseconds);
    objectives.add(objective);
  }
  solver.end();
  const milliseconds = ours.map(({ solveMilliseconds }) => solveMilliseconds);
  const ratios = peer.map((theirs, run) => theirs / (milliseconds[run] ?? Infinity));
  return [
    name,
    String(runs),
    String(ours[0]?.objective ?? "-"),
    solver.first.solveMilliseconds.toFixed(1),
    fixed(milliseconds, 1),
    fixed(
      ours.map(({ certifyMilliseconds }) => certifyMilliseconds),
      1,
    ),
    fixed(peer, 1),
    fixed(ratios, 1),
    fixed(cpuRatios, 1),
    ratios.map((ratio) => ratio.toFixed(1)).join(" "),
    lemon === null ? "not compared" : objectives.size === 1 ? "yes" : "NO",
    ours.every(({ certified: valid }) => valid) ? "yes" : "NO",
    String(peakMegabytes(path)),
  ];
}
