// Places only: ours beside LEMON's network simplex on the same instance, in turn.
import type { Instance } from "../../shared/matching/instances/instance.ts";
import { answerTo, certified, encodeInstance } from "../../shared/matching/instances/solveInstance.ts";
import { type Named, peakMegabytes, readInstance, weight } from "./matchingInstances.ts";
import { lemonRun } from "./matchingPeers.ts";
import { median } from "./matchingTable.ts";

export const placesHead = [
  "instance",
  "runs",
  "objective",
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

interface Timed {
  /** CPU time of all threads, which says more than the clock where other work runs at the same time. */
  readonly cpuMilliseconds: number;
  readonly solveMilliseconds: number;
  readonly certifyMilliseconds: number;
  readonly objective: number;
  readonly certified: boolean;
}

function solved(instance: Instance): Timed {
  const options = { objectiveWeight: weight, days: false, cases: 0 };
  const worked = process.cpuUsage();
  const began = performance.now();
  const encoded = encodeInstance(instance, options);
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const solution = answerTo(encoded, options);
  const answered = performance.now();
  const { user, system } = process.cpuUsage(worked);
  const { objective, certified: valid } = certified(encoded, solution);
  return {
    cpuMilliseconds: (user + system) / 1000,
    solveMilliseconds: answered - began,
    certifyMilliseconds: performance.now() - answered,
    objective,
    certified: valid,
  };
}

/** Lets the engine be compiled, as it is in a service that has run before: up to a second, thirty runs at most. */
function warmUp(instance: Instance): void {
  const until = performance.now() + 1000;
  for (let run = 0; run < 30 && performance.now() < until; run++) solved(instance);
}

const fixed = (values: readonly number[], digits: number): string =>
  values.length === 0 ? "-" : median(values).toFixed(digits);

/** Runs ours and the peer in turn, so that what else the machine does falls on both. */
export function placesRow({ name, path }: Named, lemon: string | null, runs: number): string[] {
  const instance = readInstance(path);
  warmUp(instance);
  const ours: Timed[] = [];
  const [peer, cpuRatios]: [number[], number[]] = [[], []];
  const objectives = new Set<number>();
  for (let run = 0; run < runs; run++) {
    const mine = solved(instance);
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
  const milliseconds = ours.map(({ solveMilliseconds }) => solveMilliseconds);
  const ratios = peer.map((theirs, run) => theirs / (milliseconds[run] ?? Infinity));
  return [
    name,
    String(runs),
    String(ours[0]?.objective ?? "-"),
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
