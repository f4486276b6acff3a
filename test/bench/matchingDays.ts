// Days binding: the gap to the proven bound within some seconds, and the time to a gap beside HiGHS. Times are
// those of the processor, so that what else the machine does falls on neither.
import { answerTo, certified, encodeInstance } from "../../shared/matching/instances/solveInstance.ts";
import { highsRun, modelOf, processorMilliseconds } from "./matchingHighs.ts";
import { type Named, peakMegabytes, readInstance, weight } from "./matchingInstances.ts";
import { median } from "./matchingTable.ts";

export const daysHead = ["instance", "objective", "gap %", "ms", "certified", "peak MB"];
export const highsHead = ["instance", "gap %", "ours ms", "HiGHS ms", "ratio", "pair by pair", "certified"];

interface Allowed {
  readonly seconds: number;
  /** The gap at which ours stops, as a share. */
  readonly enough: number;
}

interface Timed {
  readonly objective: number;
  readonly gap: number;
  readonly milliseconds: number;
  readonly certified: boolean;
}

function solved(path: string, { seconds, enough }: Allowed): Timed {
  const instance = readInstance(path);
  const began = processorMilliseconds();
  const spent = (): number => (processorMilliseconds() - began) / (1000 * seconds);
  const options = { objectiveWeight: weight, days: true, cases: 100, rounds: Infinity, spent, enough };
  const encoded = encodeInstance(instance, options);
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const solution = answerTo(encoded, options);
  const milliseconds = processorMilliseconds() - began;
  const { objective, gap, certified: valid } = certified(encoded, solution);
  return { objective, gap, milliseconds, certified: valid };
}

const percent = (share: number): string => (100 * share).toFixed(4);

/** Solves one instance within so many seconds. */
export function daysRow({ name, path }: Named, seconds: number): string[] {
  const { objective, gap, milliseconds, certified: valid } = solved(path, { seconds, enough: 0 });
  const megabytes = peakMegabytes(path, "--days", "--time-limit", String(seconds));
  return [name, `${objective}`, percent(gap), milliseconds.toFixed(0), valid ? "yes" : "NO", `${megabytes}`];
}

/** The gap to which both go: the one that ours is to reach on area and large. */
const aim = 0.0002;

export interface Beside {
  readonly runs: number;
  readonly highsSeconds: number;
}

/** Lets the engine be compiled, as it is in a service that has run before. */
function warmUp(path: string): void {
  const until = performance.now() + 2000;
  for (let run = 0; run < 20 && performance.now() < until; run++) solved(path, { seconds: 10, enough: aim });
}

/** Runs ours until the aim, and HiGHS until the gap that ours then has, in turn. */
export async function highsRow({ name, path }: Named, { runs, highsSeconds }: Beside): Promise<string[]> {
  const encoded = encodeInstance(readInstance(path), { objectiveWeight: weight, days: true, cases: 0 });
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const model = modelOf(encoded.problem);
  warmUp(path);
  const [ours, theirs, ratios]: [Timed[], number[], number[]] = [[], [], []];
  let allReached = true;
  for (let run = 0; run < runs; run++) {
    const mine = solved(path, { seconds: 10, enough: aim });
    const { milliseconds, reached } = await highsRun(model, mine.gap, highsSeconds);
    ours.push(mine);
    theirs.push(milliseconds);
    ratios.push(milliseconds / mine.milliseconds);
    allReached &&= reached;
  }
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
