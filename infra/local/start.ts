import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { pastBegins } from "../demo/past.ts";
import { seedDemoPartnership } from "../demo/seed.ts";
import { isStartProblem, startProblem } from "./gateway/ports.ts";
import { dateAt, daysBetween } from "../../shared/domain/calendar/calendar.ts";
import { type Host, startHost } from "./host.ts";
import { localLog } from "./localLog.ts";

const help = `npm start -- [--fresh] [--empty] [--port N] [--data FOLDER]

Runs the whole service on this machine: database, queues, schedules, sign-in, mailbox and API.
  --fresh        begin again: removes the data folder first
  --empty        no demo partnership on first run
  --port N       where the service answers (8080); sign-in, mailbox, database, queues and files take the next five
  --data FOLDER  where the data is kept (.data)
DYNAMODB_ENDPOINT names another database than the embedded one.
`;

const out = (line: string): void => void process.stdout.write(`${line}\n`);

function readOptions() {
  try {
    return parseArgs({
      options: {
        fresh: { type: "boolean", default: false },
        empty: { type: "boolean", default: false },
        port: { type: "string", default: "8080" },
        data: { type: "string", default: ".data" },
        help: { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw startProblem(
      `${error instanceof Error ? error.message : "Unknown option."} npm start -- --help lists them.`,
    );
  }
}

async function main(): Promise<void> {
  const values = readOptions();
  if (values.help) return out(help);
  const port = portFrom(values.port);
  if (values.fresh) removeData(values.data);
  const loadsDemo = hasNoDemo(values.data) && !values.empty;
  const today = dateAt(new Date().toISOString());
  const began = performance.now();
  const host = await startHost({
    dataFolder: values.data,
    ports: {
      service: port,
      signIn: port + 1,
      mailbox: port + 2,
      database: port + 3,
      queues: port + 4,
      files: port + 5,
    },
    daysBehind: loadsDemo ? daysBetween(pastBegins(today), today) : 0,
    databaseEndpoint: process.env["DYNAMODB_ENDPOINT"],
    log: localLog(join(values.data, "service.log")),
    onError: (error, where) => process.stderr.write(`${where}: ${String(error)}\n`),
    progress: (part, milliseconds) => out(`  ${part} is up (${milliseconds} ms)`),
  });
  stopCleanly(host);
  if (loadsDemo) await loadDemo(host, { dataFolder: values.data, until: today });
  announce(host, Math.round(performance.now() - began));
}

/** Removes a data folder, but never a folder that holds something else. */
function removeData(folder: string): void {
  if (!existsSync(folder)) return;
  const strangers = readdirSync(folder).length > 0 && !existsSync(join(folder, "clock.json"));
  if (strangers && !existsSync(join(folder, "database")))
    throw startProblem(
      `${folder} does not look like a data folder of this service; remove it yourself if it is.`,
    );
  rmSync(folder, { recursive: true, force: true });
}

function portFrom(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1024 && port <= 65_529) return port;
  throw startProblem(`--port takes a whole number from 1024 to 65529, and this is ${text}.`);
}

/** What stands in the file that says of a demo that it is loaded, until it is. */
const loading = "loading";

/** Whether no demo was loaded here yet. Half of one is no use to anybody, and its clock may still be in the past. */
function hasNoDemo(dataFolder: string): boolean {
  const file = join(dataFolder, "seeded");
  if (!existsSync(file)) return true;
  if (readFileSync(file, "utf8") === loading)
    throw startProblem("The demo was not loaded to its end. Begin again with npm start -- --fresh.");
  return false;
}

interface Loading {
  readonly dataFolder: string;
  readonly until: string;
}

async function loadDemo({ origin }: Host, { dataFolder, until }: Loading): Promise<void> {
  const file = join(dataFolder, "seeded");
  writeFileSync(file, loading);
  out(`First run: loading a demo partnership, from its past on. Pages answer meanwhile at ${origin},`);
  out("on the dates of that past, until it is ready ...");
  await seedDemoPartnership({ origin, until, progress: (line) => out(`  ${line}`) });
  writeFileSync(file, "");
}

function stopCleanly(host: Host): void {
  let stopping = false;
  const stop = async (why: string, code: number): Promise<void> => {
    if (stopping) return;
    stopping = true;
    out(`\n${why} Stopping ...`);
    await host.close();
    out("Stopped. The data is kept; npm start goes on from here.");
    process.exit(code);
  };
  process.on("SIGINT", () => void stop("", 0));
  process.on("SIGTERM", () => void stop("", 0));
  void host.died.then((error) => stop(error.message, 1));
}

function announce(host: Host, milliseconds: number): void {
  const signIns = host.accounts.all().filter(({ description }) => description !== undefined);
  out("");
  out(`Area Brokerage is ready after ${(milliseconds / 1000).toFixed(1)} s.`);
  out("");
  out(`  Service   ${host.origin}`);
  out(`  Contract  ${host.origin}/openapi.json`);
  out(`  Sign-in   ${host.issuer}`);
  out(`  Mailbox   ${host.mailAddress}`);
  out(`  Database  ${host.databaseEndpoint} (${host.engine})`);
  if (signIns.length > 0) out("\nDemo sign-ins");
  const width = Math.max(0, ...signIns.map(({ account }) => account.length));
  for (const { account, description } of signIns) out(`  ${account.padEnd(width)}  ${description ?? ""}`);
  const elsewhere = host.origin.endsWith(":8080") ? "" : ` --service ${host.origin}`;
  const token = `npm run -s token -- ${signIns[0]?.account ?? "ACCOUNT"}${elsewhere}`;
  out("\nTry next");
  out(`  ${host.origin}      sign in as one of these people, and see what waits for them`);
  out(`  ${token}      a token for curl`);
  out(`  curl -H "Authorization: Bearer $(${token})" ${host.origin}/me`);
  out("  npm run demo                     the whole life of a hundred requests, on a service of its own");
  out("\nCtrl-C stops.");
}

main().catch((error: unknown) => {
  process.stderr.write(
    isStartProblem(error)
      ? `${error.message}\n`
      : `${String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
