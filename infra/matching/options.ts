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
  /** Rounds of the search over days, in which the clock plays no part; null lets the clock end it. */
  readonly rounds: number | null;
}

export type OptionsReading =
  | { readonly kind: "options"; readonly options: MatchOptions }
  | { readonly kind: "unusable"; readonly message: string };

export const usage = `npm run match -- --instance FILE.bm|.bmb [--days [--time-limit SECONDS | --rounds N]]
    [--threads N, without --days] [--fair leximin|none] [--objective-weight M] [--json OUT]
npm run match -- --instance FILE.gap [--time-limit SECONDS | --rounds N] [--json OUT]
A time limit (10 s unless told) gives what the machine comes to; --rounds gives the same answer on each.`;

const settings = {
  instance: { type: "string" },
  days: { type: "boolean", default: false },
  fair: { type: "string", default: "none" },
  "objective-weight": { type: "string" },
  threads: { type: "string" },
  json: { type: "string" },
  "time-limit": { type: "string" },
  rounds: { type: "string" },
} as const;

const unusable = (message: string): OptionsReading => ({ kind: "unusable", message });

/** A whole number in plain digits, null where there is no word, and not-a-number where it is none. */
function wholeFrom(word: string | undefined): number | null {
  if (word === undefined) return null;
  return /^\d+$/.test(word) && Number.isSafeInteger(Number(word)) ? Number(word) : Number.NaN;
}

const secondsFrom = (word: string | undefined): number | null =>
  word === undefined ? null : /^\d+(\.\d+)?$/.test(word) ? Number(word) : Number.NaN;

/** Says which number is none, or null. */
function unreadableNumber(options: MatchOptions): string | null {
  const { objectiveWeight, threads, timeLimitSeconds, rounds } = options;
  if (Number.isNaN(objectiveWeight)) return "--objective-weight is no whole number.";
  if (!(threads >= 1)) return "--threads is no whole number from 1.";
  if (timeLimitSeconds !== null && !(timeLimitSeconds > 0)) return "--time-limit is no number of seconds.";
  if (rounds !== null && !(rounds >= 1)) return "--rounds is no whole number from 1.";
  return null;
}

/** Says which options contradict each other or the file, or null. */
function contradiction({ instance, fair, timeLimitSeconds, rounds }: MatchOptions): string | null {
  if (instance.endsWith(".gap") && fair !== "none") return "--fair: a .gap file knows costs only.";
  return rounds !== null && timeLimitSeconds !== null
    ? "--time-limit: beside --rounds the clock plays no part."
    : null;
}

/** Says of each option that was told and changes nothing why not. */
export function idleOptions(options: MatchOptions): string[] {
  const { days, objectiveWeight, threads, timeLimitSeconds, rounds } = options;
  const isGap = options.instance.endsWith(".gap");
  const isSearch = isGap || days;
  return [
    ...(isGap && days ? ["--days changes nothing: a .gap file has its own capacities."] : []),
    ...(isGap && objectiveWeight !== null
      ? ["--objective-weight changes nothing: a .gap file knows costs only."]
      : []),
    ...(isSearch && threads > 1 ? ["--threads changes nothing: a search over days runs on one thread."] : []),
    ...(!isSearch && rounds !== null ? ["--rounds changes nothing without --days."] : []),
    ...(!isSearch && timeLimitSeconds !== null ? ["--time-limit changes nothing without --days."] : []),
  ];
}

/** Reads the words of a command line. */
export function readOptions(words: readonly string[]): OptionsReading {
  let values;
  try {
    ({ values } = parseArgs({ args: [...words], options: settings }));
  } catch (problem) {
    return unusable(problem instanceof Error ? problem.message : String(problem));
  }
  const { instance, days, fair, json } = values;
  if (instance === undefined) return unusable("--instance is missing.");
  if (fair !== "leximin" && fair !== "none") return unusable(`--fair ${fair} is neither leximin nor none.`);
  const options = {
    instance,
    days,
    fair,
    objectiveWeight: wholeFrom(values["objective-weight"]),
    threads: wholeFrom(values.threads) ?? 1,
    json: json ?? null,
    timeLimitSeconds: secondsFrom(values["time-limit"]),
    rounds: wholeFrom(values.rounds),
  } satisfies MatchOptions;
  const message = unreadableNumber(options) ?? contradiction(options);
  return message === null ? { kind: "options", options } : unusable(message);
}
