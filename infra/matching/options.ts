import { parseArgs } from "node:util";

/** What the command line asks for. */
export interface MatchOptions {
  readonly instance: string;
  readonly days: boolean;
  readonly fair: "leximin" | "none";
  readonly objectiveWeight: number | null;
  readonly threads: number;
  readonly json: string | null;
  readonly timeLimitSeconds: number | null;
}

export type OptionsReading =
  | { readonly kind: "options"; readonly options: MatchOptions }
  | { readonly kind: "unusable"; readonly message: string };

export const usage = `npm run match -- --instance FILE.bm|.bmb|.gap [--days] [--fair leximin|none]
    [--objective-weight M] [--threads N] [--json OUT] [--time-limit SECONDS]`;

const settings = {
  instance: { type: "string" },
  days: { type: "boolean", default: false },
  fair: { type: "string", default: "none" },
  "objective-weight": { type: "string" },
  threads: { type: "string", default: "1" },
  json: { type: "string" },
  "time-limit": { type: "string" },
} as const;

const unusable = (message: string): OptionsReading => ({ kind: "unusable", message });
const isCount = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;

/** Reads the words of a command line. */
export function readOptions(words: readonly string[]): OptionsReading {
  let values;
  try {
    ({ values } = parseArgs({ args: [...words], options: settings }));
  } catch (problem) {
    return unusable(problem instanceof Error ? problem.message : String(problem));
  }
  const { instance, days, fair, threads, json } = values;
  if (instance === undefined) return unusable("--instance is missing.");
  if (fair !== "leximin" && fair !== "none") return unusable(`--fair ${fair} is neither leximin nor none.`);
  const weight = values["objective-weight"] === undefined ? null : Number(values["objective-weight"]);
  if (weight !== null && !isCount(weight, 0)) return unusable("--objective-weight is no whole number.");
  if (!isCount(Number(threads), 1)) return unusable("--threads is no whole number from 1.");
  const limit = values["time-limit"] === undefined ? null : Number(values["time-limit"]);
  if (limit !== null && !(limit > 0)) return unusable("--time-limit is no number of seconds.");
  return {
    kind: "options",
    options: {
      instance,
      days,
      fair,
      objectiveWeight: weight,
      threads: Number(threads),
      json: json ?? null,
      timeLimitSeconds: limit,
    },
  };
}
