import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { areas, findArea, type Area } from "../../shared/registers/areas.ts";
import { syntheticRegister } from "../../shared/registers/syntheticRegister.ts";
import { isStartProblem, startProblem } from "../local/gateway/ports.ts";
import { liveThrough } from "./life.ts";
import { openMachine } from "./machine.ts";
import { type OwnHost, startOwnHost } from "./ownHost.ts";
import { cutRegister, largestFileBytes } from "./registerCut.ts";
import type { Screen } from "./stages.ts";
import { summaryTable } from "./summaryTable.ts";

const help = `npm run demo -- [options]

Drives the whole life of an area's requests by HTTP alone, from the register to what lasted a term later.
  --register FILE   a GIAS establishment file (CSV); left out, a synthetic one is made
  --area NAME       ${areas.map(({ name }) => name).join(", ")} (Sheffield)
  --seed N          the same seed, register and date give the same people, requests and choices (1)
  --people N        practitioners (two a school, 40 to 300)
  --requests N      requests (three to two schools, 30 to 200)
  --schools N       schools of the synthetic register (80)
  --against ORIGIN  a running service, such as http://localhost:8080; its clock is moved months ahead
  --json OUT        the summary as JSON too
`;

interface Options {
  readonly area: Area;
  readonly seed: number;
  readonly register: string | undefined;
  readonly schools: number;
  readonly people: number | undefined;
  readonly requests: number | undefined;
  readonly against: string | undefined;
  readonly json: string | undefined;
}

const text = { type: "string" } as const;

function optionsFrom(args: readonly string[]): Options | "help" {
  const { values } = parseArgs({
    args: [...args],
    options: {
      register: text,
      area: { ...text, default: "Sheffield" },
      seed: { ...text, default: "1" },
      people: text,
      requests: text,
      schools: { ...text, default: "80" },
      against: text,
      json: text,
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return "help";
  const area = findArea(values.area);
  if (!area)
    throw startProblem(
      `There is no area "${values.area}": choose one of ${areas.map(({ name }) => name).join(", ")}.`,
    );
  const whole = (name: string, value: string, most: number): number => {
    if (/^\d{1,9}$/.test(value) && Number(value) <= most && Number(value) > 0) return Number(value);
    throw startProblem(`--${name} takes a whole number from 1 to ${most}, and this is ${value}.`);
  };
  const count = (name: "people" | "requests", most: number): number | undefined =>
    values[name] === undefined ? undefined : whole(name, values[name], most);
  return {
    area,
    seed: whole("seed", values.seed, 999_999_999),
    register: values.register,
    schools: whole("schools", values.schools, 1000),
    people: count("people", 2000),
    requests: count("requests", 2000),
    against: values.against?.replace(/\/+$/, ""),
    json: values.json,
  };
}

/** The register to import: the file as it is, its area's rows where it is too large for one body, or invented. */
function registerFor({ register, area, schools, seed }: Options): Uint8Array {
  if (register === undefined) {
    const made = syntheticRegister({ area: area.name, schools, seed });
    if (made.kind === "made") return new TextEncoder().encode(made.text);
    throw new Error(`There is no synthetic register of ${area.name}`);
  }
  const file = readRegister(register);
  if (file.length <= largestFileBytes) return file;
  const cut = cutRegister(file, area);
  if (cut.length <= largestFileBytes) return cut;
  throw startProblem(`The rows of ${area.name} in ${register} are more than one import takes (4 MiB).`);
}

function readRegister(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw startProblem(
      `The register ${file} cannot be read: ${error instanceof Error ? error.message : "unknown"}.`,
    );
  }
}

async function run(options: Options): Promise<number> {
  const register = registerFor(options);
  const own = options.against === undefined ? await startOwnHost() : undefined;
  if (own) stopOnInterrupt(own);
  try {
    const origin = own?.origin ?? options.against ?? "";
    const machine = await openMachine(origin);
    process.stdout.write(
      `${options.area.name}, seed ${options.seed}, against ${own ? "a service of its own" : origin}\n`,
    );
    const { area, seed, people, requests } = options;
    const summary = await liveThrough({
      origin,
      machine,
      screen,
      area: area.name,
      seed,
      register,
      people,
      requests,
    });
    process.stdout.write(`\n${summaryTable(summary)}`);
    if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(summary, null, 2)}\n`);
    return reportMishaps(own) && summary.audit.holds && summary.schools.cutShortRefused ? 0 : 1;
  } catch (error) {
    reportMishaps(own);
    throw error;
  } finally {
    await own?.close();
  }
}

/** Tells what went wrong inside the demo's own service; true when nothing did. */
function reportMishaps(own: OwnHost | undefined): boolean {
  const mishaps = own?.mishaps() ?? [];
  for (const mishap of mishaps) process.stderr.write(`Inside the service: ${mishap}\n`);
  return mishaps.length === 0;
}

const screen: Screen = {
  isTerminal: process.stdout.isTTY,
  write: (line) => void process.stdout.write(line),
};

function stopOnInterrupt(own: OwnHost): void {
  const stop = (): void => {
    process.stdout.write("\nStopping ...\n");
    void own.close().finally(() => process.exit(130));
  };
  process.once("SIGINT", stop);
  process.once("SIGTERM", stop);
}

const isExpected = (error: unknown): error is Error =>
  isStartProblem(error) ||
  (error instanceof Error && error.name === "UnexpectedAnswer") ||
  (error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS"));

async function main(): Promise<void> {
  const options = optionsFrom(process.argv.slice(2));
  if (options === "help") process.stdout.write(help);
  else process.exitCode = await run(options);
}

main().catch((error: unknown) => {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  process.stderr.write(`\n${isExpected(error) ? error.message : stack}\n`);
  process.exitCode = 1;
});
