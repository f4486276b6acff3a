import { readFileSync, writeFileSync } from "node:fs";
import { type InstanceReading, unreadable } from "../../shared/matching/instances/instance.ts";
import { readInstanceBytes } from "../../shared/matching/instances/instanceBytes.ts";
import { readInstanceText } from "../../shared/matching/instances/instanceText.ts";
import { readGapText } from "../../shared/matching/instances/gapText.ts";
import { solveGap } from "../../shared/matching/instances/solveGap.ts";
import { fairSolution } from "../../shared/matching/instances/fairInstance.ts";
import { encodeInstance } from "../../shared/matching/instances/encodeInstance.ts";
import { answerTo, certified } from "../../shared/matching/instances/solveInstance.ts";
import { solutionOfOnePart } from "../../shared/matching/solve/solution.ts";
import { isFairest } from "../../shared/matching/certificate/fairness.ts";
import { assignOn } from "./threads.ts";
import { peakMegabytes } from "./peakMemory.ts";
import { idleOptions, type MatchOptions, readOptions, usage } from "./options.ts";

/** What a run prints and writes, or why it cannot. */
type Report =
  | { readonly kind: "report"; readonly fields: object }
  | { readonly kind: "refused"; readonly message: string };

const refused = (message: string): Report => ({ kind: "refused", message });
const tenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

const messageOf = (problem: unknown): string =>
  problem instanceof Error ? problem.message : String(problem);

/** The bytes of a file, or why it cannot be read. */
function bytesOf(path: string): Buffer | string {
  try {
    return readFileSync(path);
  } catch (problem) {
    return `file cannot be read: ${messageOf(problem)}`;
  }
}

function readInstance(path: string): InstanceReading {
  const bytes = bytesOf(path);
  if (typeof bytes === "string") return unreadable("file", bytes.replace("file ", ""));
  return path.endsWith(".bmb") ? readInstanceBytes(bytes) : readInstanceText(bytes.toString("utf8"));
}

/** Seconds that the search over days may take unless told; with a limit of time its answer depends on the machine. */
const usualSeconds = 10;

/** Kept of the time allowed for ending the search and certifying: so much, and so much for each pair of the file. */
const [shareKept, millisecondsPerPair] = [0.005, 0.002] as const;

/** How far a search over days goes: so many rounds on any machine, or as the clock allows since the process began. */
function effortOf({ rounds, timeLimitSeconds }: MatchOptions, pairs: number) {
  if (rounds !== null) return { rounds, spent: () => 0 };
  const allowed = 1000 * (timeLimitSeconds ?? usualSeconds) * (1 - shareKept) - millisecondsPerPair * pairs;
  return { rounds: Infinity, spent: () => (allowed > 0 ? performance.now() / allowed : 1) };
}

/** The least cost at which each request of a `.gap` file goes to one practitioner. */
function assigned(options: MatchOptions): Report {
  const { instance } = options;
  const laps = [performance.now()];
  const lap = (): void => void laps.push(performance.now());
  const bytes = bytesOf(instance);
  if (typeof bytes === "string") return refused(`${instance}: ${bytes}`);
  const reading = readGapText(bytes.toString("utf8"));
  if (reading.kind === "unreadable") return refused(`${instance}: ${reading.where} ${reading.message}`);
  lap();
  const outcome = solveGap(reading.instance, {
    ...effortOf(options, reading.instance.cost.length),
    cases: 2000,
  });
  lap();
  if (outcome.kind === "too-large") return refused(`${instance}: ${outcome.where} ${outcome.message}`);
  const { kind: _, taken: __, ...answer } = outcome;
  const [read, solve] = laps.slice(1).map((at, x) => tenths(at - (laps[x] ?? 0)));
  return {
    kind: "report",
    fields: { ...answer, milliseconds: { read, solve }, rssMegabytes: peakMegabytes() },
  };
}

async function matched(options: MatchOptions): Promise<Report> {
  if (options.instance.endsWith(".gap")) return assigned(options);
  const laps = [performance.now()];
  const lap = (): void => void laps.push(performance.now());
  const reading = readInstance(options.instance);
  if (reading.kind === "unreadable")
    return refused(`${options.instance}: ${reading.where} ${reading.message}`);
  lap();
  const { objectiveWeight, days } = options;
  const effort = effortOf(options, reading.instance.score.length);
  const asked = { objectiveWeight, days, cases: 100, ...effort };
  const encoded = encodeInstance(reading.instance, asked);
  if (encoded.kind === "too-large")
    return refused(`${options.instance}: ${encoded.where} ${encoded.message}`);
  lap();
  const { problem, tiers } = encoded;
  const best = days
    ? answerTo(encoded, asked)
    : solutionOfOnePart(problem, await assignOn({ threads: options.threads }, problem, tiers));
  let fairCheck = 0;
  const checker: typeof isFairest = (...asked) => {
    const from = performance.now();
    const isProven = isFairest(...asked);
    fairCheck += performance.now() - from;
    return isProven;
  };
  const fair = options.fair === "leximin" ? fairSolution(encoded, best, { ...asked, checker }) : null;
  if (fair?.kind === "too-large") return refused(`${options.instance}: ${fair.where} ${fair.message}`);
  // The proof of fairness is checked on the way: its time counts as certifying.
  laps.push(performance.now() - fairCheck);
  const { kind: _, taken: __, ...answer } = certified(encoded, fair?.solution ?? best);
  lap();
  const [read, candidates, solve, certify] = laps.slice(1).map((at, x) => tenths(at - (laps[x] ?? 0)));
  return {
    kind: "report",
    fields: {
      ...answer,
      ...(fair === null ? {} : { fair: fair.fair }),
      milliseconds: { read, candidates, solve, certify },
      rssMegabytes: peakMegabytes(),
    },
  };
}

/** Writes the report to a file, or says in one line why it cannot. */
function unwritten(path: string, text: string): string | null {
  try {
    writeFileSync(path, text);
    return null;
  } catch (problem) {
    return `${path}: cannot be written: ${messageOf(problem)}`;
  }
}

function failed(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}

async function run(words: readonly string[]): Promise<number> {
  const reading = readOptions(words);
  if (reading.kind === "unusable") return failed(`${reading.message}\n${usage}`);
  for (const note of idleOptions(reading.options)) process.stderr.write(`${note}\n`);
  const report = await matched(reading.options);
  if (report.kind === "refused") return failed(report.message);
  const text = `${JSON.stringify(report.fields, null, 2)}\n`;
  const { json } = reading.options;
  const problem = json === null ? null : unwritten(json, text);
  if (problem !== null) return failed(problem);
  process.stdout.write(text);
  return 0;
}

process.exitCode = await run(process.argv.slice(2));
