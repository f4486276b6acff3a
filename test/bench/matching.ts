// Measures the matching engine side by side with its peers and prints a table of ratios, pair by pair.
// Peers and instances are only used when their paths are given; what is missing is said, never assumed.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Instance, readInstanceBytes } from "../../shared/matching/instances/instance.ts";
import { answerTo, certified, encodeInstance } from "../../shared/matching/instances/solveInstance.ts";
import { lemonRun } from "./matchingPeers.ts";
import { median, table } from "./matchingTable.ts";

const settings = {
  generator: { type: "string" },
  lemon: { type: "string" },
  scales: { type: "string", default: "area,large,region,nation" },
  supplies: { type: "string", default: "normal,tight,scarce" },
  candidates: { type: "string", default: "30" },
  repeats: { type: "string", default: "5" },
  days: { type: "boolean", default: false },
  seconds: { type: "string", default: "10" },
} as const;

const weight = 20_000;
const { values } = parseArgs({ options: settings });
const repeats = Number(values.repeats);

interface Named {
  readonly name: string;
  readonly path: string;
}

function generated(generator: string, folder: string): Named[] {
  return values.scales.split(",").flatMap((scale) =>
    values.supplies.split(",").map((supply) => {
      const path = join(folder, `${scale}-${supply}.bmb`);
      const made = spawnSync(process.execPath, [generator, scale, supply, "1", path, values.candidates]);
      if (made.status !== 0) throw new Error(`The generator failed: ${made.stderr.toString()}`);
      return { name: `${scale} ${supply}`, path };
    }),
  );
}

function read(path: string): Instance {
  const reading = readInstanceBytes(readFileSync(path));
  if (reading.kind !== "instance") throw new Error(`${path}: ${reading.where} ${reading.message}`);
  return reading.instance;
}

interface Timed {
  readonly solveMilliseconds: number;
  readonly certifyMilliseconds: number;
  readonly objective: number;
  readonly gap: number;
  readonly certified: boolean;
}

function solved(instance: Instance): Timed {
  const began = performance.now();
  const options = {
    objectiveWeight: weight,
    days: values.days,
    cases: 100,
    rounds: Infinity,
    spent: () => (performance.now() - began) / (1000 * Number(values.seconds)),
  };
  const encoded = encodeInstance(instance, options);
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const solution = answerTo(encoded, options);
  const answered = performance.now();
  const { objective, gap, certified: valid } = certified(encoded, solution);
  return {
    solveMilliseconds: answered - began,
    certifyMilliseconds: performance.now() - answered,
    objective,
    gap,
    certified: valid,
  };
}

/** Lets the engine be compiled, as it is in a service that has run before: up to a second, thirty runs at most. */
function warmUp(instance: Instance): void {
  const until = performance.now() + 1000;
  for (let run = 0; run < 30 && performance.now() < until; run++) solved(instance);
}

/** Runs ours and the peer in turn, so that what else the machine does falls on both. */
function slotsRow({ name, path }: Named): string[] {
  const instance = read(path);
  warmUp(instance);
  const ours: Timed[] = [];
  const peer: number[] = [];
  let same = "not compared";
  for (let run = 0; run < repeats; run++) {
    const mine = solved(instance);
    ours.push(mine);
    if (values.lemon === undefined) continue;
    const theirs = lemonRun(values.lemon, path, weight);
    peer.push(theirs.solveMilliseconds + theirs.buildMilliseconds);
    same = theirs.objective === mine.objective ? "yes" : "NO";
  }
  const milliseconds = ours.map(({ solveMilliseconds }) => solveMilliseconds);
  const ratios = peer.map((theirs, run) => theirs / (milliseconds[run] ?? Infinity));
  const fixed = (values: readonly number[], digits: number): string =>
    values.length === 0 ? "-" : median(values).toFixed(digits);
  return [
    name,
    String(ours[0]?.objective ?? "-"),
    fixed(milliseconds, 0),
    fixed(
      ours.map(({ certifyMilliseconds }) => certifyMilliseconds),
      0,
    ),
    fixed(peer, 0),
    fixed(ratios, 1),
    ratios.map((ratio) => ratio.toFixed(1)).join(" "),
    same,
    ours.every(({ certified: valid }) => valid) ? "yes" : "NO",
    String(Math.round(process.memoryUsage().rss / 1e6)),
  ];
}

function daysRow({ name, path }: Named): string[] {
  const { objective, gap, certified: valid, solveMilliseconds } = solved(read(path));
  return [
    name,
    String(objective),
    (100 * gap).toFixed(4),
    solveMilliseconds.toFixed(0),
    valid ? "yes" : "NO",
  ];
}

const slotsHead = [
  "instance",
  "objective",
  "ours ms",
  "certify ms",
  "LEMON ms",
  "ratio",
  "pair by pair",
  "same",
  "certified",
  "rss MB",
];
const daysHead = ["instance", "objective", "gap %", "ms", "certified"];

function main(): number {
  const { generator, lemon } = values;
  if (generator === undefined || !existsSync(generator)) {
    console.error(
      "Give the instance generator as --generator PATH; without instances there is nothing to measure.",
    );
    return 1;
  }
  if (lemon === undefined)
    console.warn("Without --lemon PATH_TO_BINARY there is no peer: its columns stay empty.");
  const folder = mkdtempSync(join(tmpdir(), "matching-"));
  try {
    const rows = generated(generator, folder).map((named) =>
      values.days ? daysRow(named) : slotsRow(named),
    );
    console.log(table(values.days ? daysHead : slotsHead, rows));
  } finally {
    rmSync(folder, { recursive: true });
  }
  return 0;
}

process.exitCode = main();
