import { access, constants, mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DynamoDBClient, ListTablesCommand } from "@aws-sdk/client-dynamodb";
import { claimPort, startProblem } from "../gateway/ports.ts";
import { type EngineChild, type EngineExit, startChild } from "./child.ts";
import {
  type EngineCommand,
  engineCommand,
  type EngineName,
  noEngineLine,
  preferredEngine,
} from "./engine.ts";
import { reclaimDataFolder, removePidFile, writePidFile } from "./pidFile.ts";

/**
 * `dataFolder` undefined keeps everything in memory. Port 0 takes any free port. With the engine
 * "endpoint", `endpoint` is the address of a DynamoDB API that somebody else runs.
 */
export type DatabaseOptions = {
  readonly dataFolder: string | undefined;
  readonly port: number;
  readonly engine?: EngineName | undefined;
  readonly endpoint?: string | undefined;
  readonly javaCommand?: string | undefined;
};

/** A running database. `died` settles, with the line to print, only if the engine ends without being asked to. */
export type Database = {
  readonly endpoint: string;
  readonly engine: EngineName;
  readonly died: Promise<Error>;
  close(): Promise<void>;
};

/** What every client of a local engine uses: neither engine checks them, and both want them. */
export const localCredentials = { accessKeyId: "local", secretAccessKey: "local" };
/** The region written into clients and ARNs of the local host. */
export const localRegion = "eu-west-2";

const startWithinSeconds = 60;
const unreadable = /not a valid SQLite database|file is not a database|malformed|unable to open database/i;

const explainExit = (exit: EngineExit, { engine, dataPath }: EngineCommand): Error => {
  if (exit.kind === "not-started") return startProblem(noEngineLine);
  const said = exit.lastLines.join(" | ");
  if (/UnsupportedClassVersionError/.test(said))
    return startProblem("DynamoDB Local needs Java 17 or newer, and the java found here is older.");
  if (dataPath !== undefined && unreadable.test(said))
    return startProblem(
      `The database at ${dataPath} cannot be read: move it away to keep it, or begin again with --fresh.`,
    );
  return startProblem(`The database engine ${engine} stopped: ${said || "it said nothing"}`);
};

const prepareFolder = async (dataFolder: string): Promise<void> => {
  try {
    await mkdir(dataFolder, { recursive: true });
    await access(dataFolder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw startProblem(
      `The data folder ${dataFolder} cannot be used: make it a writable folder. (${reason})`,
    );
  }
};

const answers = async (client: DynamoDBClient): Promise<"yes" | "not-yet" | Error> => {
  try {
    await client.send(new ListTablesCommand({ Limit: 1 }));
    return "yes";
  } catch (error) {
    const refusal = error instanceof Error && "$fault" in error;
    return refusal ? error : "not-yet";
  }
};

const untilReady = async (command: EngineCommand, endpoint: string, child: EngineChild): Promise<void> => {
  const client = new DynamoDBClient({
    endpoint,
    region: localRegion,
    credentials: localCredentials,
    maxAttempts: 1,
  });
  const deadline = performance.now() + startWithinSeconds * 1000;
  try {
    while (performance.now() < deadline) {
      const state = await Promise.race([answers(client), child.exited]);
      if (state === "yes") return;
      if (state instanceof Error)
        throw startProblem(
          `The database at ${command.dataPath} cannot be read (${state.name}): ` +
            "move it away to keep it, or begin again with --fresh.",
        );
      if (state !== "not-yet") throw explainExit(state, command);
      await sleep(10);
    }
    throw startProblem(
      `The database engine ${command.engine} did not answer within ${startWithinSeconds} s.`,
    );
  } finally {
    client.destroy();
  }
};

const startLocal = async (options: DatabaseOptions, engine: EngineCommand["engine"]): Promise<Database> => {
  const dataFolder = options.dataFolder === undefined ? undefined : resolve(options.dataFolder);
  if (dataFolder !== undefined) {
    await prepareFolder(dataFolder);
    await reclaimDataFolder(dataFolder);
  }
  const port = await claimPort({ port: options.port, purpose: "database" });
  const command = engineCommand(engine, { dataFolder, port, javaCommand: options.javaCommand ?? "java" });
  const endpoint = `http://127.0.0.1:${port}`;
  const child = startChild(command);
  const close = async (): Promise<void> => {
    await child.stop();
    if (dataFolder !== undefined) removePidFile(dataFolder);
  };
  if (dataFolder !== undefined && child.pid !== undefined)
    writePidFile(dataFolder, {
      enginePid: child.pid,
      hostPid: process.pid,
      dataPath: command.dataPath ?? dataFolder,
    });
  try {
    await untilReady(command, endpoint, child);
  } catch (error) {
    await close();
    throw error;
  }
  let closing = false;
  const died = new Promise<Error>((settle) => {
    void child.exited.then((exit) => (closing ? undefined : settle(explainExit(exit, command))));
  });
  return {
    endpoint,
    engine,
    died,
    close: () => {
      closing = true;
      return close();
    },
  };
};

const useEndpoint = async (endpoint: string | undefined): Promise<Database> => {
  if (endpoint === undefined || !URL.canParse(endpoint))
    throw startProblem("DYNAMODB_ENDPOINT must be an address such as http://localhost:8000.");
  try {
    await fetch(endpoint, { signal: AbortSignal.timeout(10_000) });
  } catch {
    throw startProblem(`Nothing answers at ${endpoint}: start that database, or unset DYNAMODB_ENDPOINT.`);
  }
  return { endpoint, engine: "endpoint", died: new Promise(() => undefined), close: async () => undefined };
};

/**
 * Starts the DynamoDB API for this machine, data kept in `dataFolder`: the embedded engine where its
 * binary is installed, else Amazon's DynamoDB Local. Every expected failure is one clear line.
 * @example await startDatabase({ dataFolder: ".data/database", port: 8000 })
 */
export const startDatabase = (options: DatabaseOptions): Promise<Database> => {
  const engine = options.engine ?? (options.endpoint === undefined ? preferredEngine() : "endpoint");
  return engine === "endpoint" ? useEndpoint(options.endpoint) : startLocal(options, engine);
};
