// Days binding: the gap to the proven bound within some seconds, and the time to a gap beside HiGHS. Times are
// those of the processor, so that what else the machine does falls on neither.
import { type Allowed, DaysSolved, daysSolved, HighsSolved } from "./daysSolved.ts";
import { type Named, peakMegabytes, readInstance } from "./matchingInstances.ts";
import { median } from "./report.ts";
import { solverProcess } from "./solverProcess.ts";

export const daysHead = ["instance", "objective", "gap %", "ms", "certified", "peak MB"];
export const highsHead = ["instance", "gap %", "ours ms", "HiGHS ms", "ratio", "pair by pair", "certified"];

const percent = (share: number): string => (100 * share).toFixed(4);

/** Solves one instance within so many seconds. */
export function daysRow({ name, path }: Named, seconds: number): string[] {
  const {
    objective,
    gap,
    milliseconds,
    certified: valid,
  } = daysSolved(readInstance(path), {
    seconds,
    enough: 0,
  });
  const megabytes = peakMegabytes(path, "--days", "--time-limit", String(seconds));
  return [name, `${objective}`, percent(gap), milliseconds.toFixed(0), valid ? "yes" : "NO", `${megabytes}`];
}

/** The gap to which both go: the one that ours is to reach on area and large. */
const aim = 0.0002;

export interface Beside {
  readonly runs: number;
  readonly highsSeconds: number;
}

/** Runs ours until the aim, and HiGHS until the gap that ours then has, in turn, each in a process of its own. */
export async function highsRow({ name, path }: Named, { runs, highsSeconds }: Beside): Promise<string[]> {
  const [oursAt, theirsAt] = [
    new URL("./daysSolver.ts", import.meta.url),
    new URL("./highsSolver.ts", import.meta.url),
  ];
  const engine = await solverProcess<Allowed, DaysSolved>(oursAt, path, DaysSolved);
  const highs = await solverProcess<Allowed, HighsSolved>(theirsAt, path, HighsSolved);
  const [ours, theirs, ratios]: [DaysSolved[], number[], number[]] = [[], [], []];
  let allReached = true;
  for (let run = 0; run < runs; run++) {
    const mine = await engine.solved({ seconds: 10, enough: aim });
    const { milliseconds, reached } = await highs.solved({ seconds: highsSeconds, enough: mine.gap });
    ours.push(mine);
    theirs.push(milliseconds);
    ratios.push(milliseconds / mine.milliseconds);
    allReached &&= reached;
  }
  engine.end();
  highs.end();
  const atLeast = allReached ? "" : "≥ ";
  return [
    name,
    percent(median(ours.map(({ gap }) => gap))),
    median(ours.map(({ milliseconds }) => milliseconds)).toFixed(0),
    `${atLeast}${median(theirs).toFixed(0)}`,
    `${atLeast}${median(ratios).toFixed(1)}`,
    ratios.map((ratio) => ratio.toFixed(1)).join(" "),
    ours.every(({ certified: valid }) => valid) ? "yes" : "NO",
  ];
}
