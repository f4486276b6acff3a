import { readFileSync, writeFileSync } from "node:fs";
import {
  type InstanceReading,
  readInstanceBytes,
  unreadable,
} from "../../shared/matching/instances/instance.ts";
import { readInstanceText } from "../../shared/matching/instances/instanceText.ts";
import { fairSolution } from "../../shared/matching/instances/fairInstance.ts";
import { answerTo, certified, encodeInstance } from "../../shared/matching/instances/solveInstance.ts";
import { plainSolution } from "../../shared/matching/solve/solve.ts";
import { assignOn } from "./threads.ts";
import { type MatchOptions, readOptions, usage } from "./options.ts";

/** What a run prints and writes, or why it cannot. */
type Report =
  | { readonly kind: "report"; readonly fields: object }
  | { readonly kind: "refused"; readonly message: string };

const refused = (message: string): Report => ({ kind: "refused", message });
const tenths = (milliseconds: number): number => Math.round(milliseconds * 10) / 10;

const messageOf = (problem: unknown): string =>
  problem instanceof Error ? problem.message : String(problem);

function readInstance(path: string): InstanceReading {
  let bytes;
  try {
    bytes = readFileSync(path);
  } catch (problem) {
    return unreadable("file", `cannot be read: ${messageOf(problem)}`);
  }
  return path.endsWith(".bmb") ? readInstanceBytes(bytes) : readInstanceText(bytes.toString("utf8"));
}

/** Seconds that the search over days may take unless told; with a limit of time its answer depends on the machine. */
const usualSeconds = 10;

/** What this program cannot do yet, said instead of being passed over. */
function unsupported(options: MatchOptions): string | null {
  if (options.instance.endsWith(".gap")) return "Files of the format .gap are not supported yet.";
  return null;
}

async function matched(options: MatchOptions): Promise<Report> {
  const missing = unsupported(options);
  if (missing !== null) return refused(missing);
  const laps = [performance.now()];
  const lap = (): void => void laps.push(performance.now());
  const reading = readInstance(options.instance);
  if (reading.kind === "unreadable")
    return refused(`${options.instance}: ${reading.where} ${reading.message}`);
  lap();
  const { objectiveWeight, days } = options;
  const began = performance.now();
  const allowed = 1000 * (options.timeLimitSeconds ?? usualSeconds);
  const asked = {
    objectiveWeight,
    days,
    cases: 100,
    rounds: Infinity,
    spent: () => (performance.now() - began) / allowed,
  };
  const encoded = encodeInstance(reading.instance, asked);
  if (encoded.kind === "too-large")
    return refused(`${options.instance}: ${encoded.where} ${encoded.message}`);
  lap();
  const { problem, tiers } = encoded;
  const best = days
    ? answerTo(encoded, asked)
    : plainSolution(problem, await assignOn({ threads: options.threads }, problem, tiers));
  const fair = options.fair === "leximin" ? fairSolution(encoded, best, asked) : null;
  if (fair?.kind === "too-large") return refused(`${options.instance}: ${fair.where} ${fair.message}`);
  lap();
  const { kind: _, taken: __, ...answer } = certified(encoded, fair?.solution ?? best);
  lap();
  const [read, candidates, solve, certify] = laps.slice(1).map((at, x) => tenths(at - (laps[x] ?? 0)));
  return {
    kind: "report",
    fields: {
      ...answer,
      ...(fair === null ? {} : { fair: fair.fair }),
      milliseconds: { read, candidates, solve, certify },
      rssMegabytes: Math.round(process.memoryUsage().rss / 1e6),
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
