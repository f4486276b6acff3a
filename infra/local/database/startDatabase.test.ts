import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  CreateTableCommand,
  type CreateTableCommandInput,
  DynamoDBClient,
  GetItemCommand,
  PutItemCommand,
  TransactWriteItemsCommand,
} from "@aws-sdk/client-dynamodb";
import {
  DescribeStreamCommand,
  DynamoDBStreamsClient,
  GetRecordsCommand,
  GetShardIteratorCommand,
  ListStreamsCommand,
} from "@aws-sdk/client-dynamodb-streams";
import { afterEach, describe, expect, it } from "vitest";
import { listen } from "../gateway/ports.ts";
import { createTable } from "./createTable.ts";
import { preferredEngine } from "./engine.ts";
import {
  type Database,
  type DatabaseOptions,
  localCredentials,
  localRegion,
  startDatabase,
} from "./startDatabase.ts";

const embedded = preferredEngine() === "dynoxide";
const java = spawnSync("java", ["-version"]).error === undefined;
if (!embedded) console.warn("SKIPPED: the embedded engine's tests, its binary is not on this machine.");
if (!java) console.warn("SKIPPED: DynamoDB Local's tests, there is no Java on this machine.");

const cleanUp: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of cleanUp.splice(0).toReversed()) await step();
});

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), "database-test-"));
  cleanUp.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
};
const start = async (options: DatabaseOptions): Promise<Database> => {
  const database = await startDatabase(options);
  cleanUp.push(() => database.close());
  return database;
};
const clientOptions = ({ endpoint }: Pick<Database, "endpoint">) => ({
  endpoint,
  region: localRegion,
  credentials: localCredentials,
});
const clientFor = (database: Pick<Database, "endpoint">) => new DynamoDBClient(clientOptions(database));

const definition: CreateTableCommandInput = {
  TableName: "items",
  BillingMode: "PAY_PER_REQUEST",
  KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
  AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
  StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
};
const put = (pk: string) => new PutItemCommand({ TableName: "items", Item: { pk: { S: pk } } });
const get = (pk: string) => new GetItemCommand({ TableName: "items", Key: { pk: { S: pk } } });

const readStream = async (database: Database): Promise<(string | undefined)[]> => {
  const streams = new DynamoDBStreamsClient(clientOptions(database));
  const { Streams } = await streams.send(new ListStreamsCommand({ TableName: "items" }));
  const StreamArn = Streams?.[0]?.StreamArn;
  const { StreamDescription } = await streams.send(new DescribeStreamCommand({ StreamArn }));
  const names: (string | undefined)[] = [];
  for (const { ShardId } of StreamDescription?.Shards ?? []) {
    const from = { StreamArn, ShardId, ShardIteratorType: "TRIM_HORIZON" } as const;
    const { ShardIterator } = await streams.send(new GetShardIteratorCommand(from));
    const { Records } = await streams.send(new GetRecordsCommand({ ShardIterator }));
    names.push(...(Records ?? []).map((record) => record.dynamodb?.Keys?.["pk"]?.S));
  }
  return names;
};

describe.each([
  { engine: "dynoxide" as const, present: embedded },
  { engine: "dynamodb-local" as const, present: java },
])("the engine $engine", ({ engine, present }) => {
  it.runIf(present)("takes tables, transactions with reasons, and streams", async () => {
    const database = await start({ dataFolder: newFolder(), port: 0, engine });
    expect(database.engine).toBe(engine);
    const client = clientFor(database);
    expect(await createTable({ client, definition })).toBe("created");
    expect(await createTable({ client, definition })).toBe("already-there");
    await client.send(put("a"));
    const Put = {
      TableName: "items",
      Item: { pk: { S: "a" } },
      ConditionExpression: "attribute_not_exists(pk)",
    };
    await expect(
      client.send(new TransactWriteItemsCommand({ TransactItems: [{ Put }] })),
    ).rejects.toMatchObject({
      name: "TransactionCanceledException",
      CancellationReasons: [{ Code: "ConditionalCheckFailed" }],
    });
    expect(await readStream(database)).toEqual(["a"]);
  });
});

describe.runIf(embedded)("the embedded engine", () => {
  it("keeps data and stream over a restart, and leaves no pid file behind", async () => {
    const dataFolder = newFolder();
    const first = await start({ dataFolder, port: 0 });
    await createTable({ client: clientFor(first), definition });
    await clientFor(first).send(put("kept"));
    await first.close();
    expect(existsSync(join(dataFolder, "engine.pid.json"))).toBe(false);
    const second = await start({ dataFolder, port: 0 });
    expect((await clientFor(second).send(get("kept"))).Item).toEqual({ pk: { S: "kept" } });
    expect(await readStream(second)).toEqual(["kept"]);
  });

  it("refuses a table of another shape and leaves it as it is", async () => {
    const client = clientFor(await start({ dataFolder: undefined, port: 0 }));
    const other = {
      ...definition,
      AttributeDefinitions: [{ AttributeName: "id", AttributeType: "S" as const }],
    };
    await client.send(
      new CreateTableCommand({ ...other, KeySchema: [{ AttributeName: "id", KeyType: "HASH" }] }),
    );
    await expect(createTable({ client, definition })).rejects.toThrow(
      "made by another version (keys id HASH, wanted pk HASH)",
    );
  });

  it("says when it dies unasked, and keeps the writes it had acknowledged", async () => {
    const dataFolder = newFolder();
    const database = await start({ dataFolder, port: 0 });
    await createTable({ client: clientFor(database), definition });
    await clientFor(database).send(put("acknowledged"));
    const { enginePid } = JSON.parse(readFileSync(join(dataFolder, "engine.pid.json"), "utf8"));
    process.kill(enginePid, "SIGKILL");
    expect((await database.died).message).toMatch(/^The database engine dynoxide stopped: /);
    const again = clientFor(await start({ dataFolder, port: 0 }));
    expect((await again.send(get("acknowledged"))).Item).toEqual({ pk: { S: "acknowledged" } });
  });
});

describe("a start that cannot work fails with one line", () => {
  it("when the port is in use", async () => {
    const taken = createServer();
    const port = await listen(taken, { port: 0, purpose: "test" });
    cleanUp.push(() => taken.close());
    await expect(startDatabase({ dataFolder: newFolder(), port })).rejects.toThrow(
      `Port ${port}, wanted by the database, is already in use`,
    );
  });

  it("when the data folder is a file", async () => {
    const dataFolder = join(newFolder(), "file");
    writeFileSync(dataFolder, "");
    await expect(startDatabase({ dataFolder, port: 0 })).rejects.toThrow(
      `The data folder ${dataFolder} cannot be used: make it a writable folder.`,
    );
  });

  it.runIf(embedded)("when the data file is not a database", async () => {
    const dataFolder = newFolder();
    writeFileSync(join(dataFolder, "dynoxide.sqlite"), "not a database, but long enough to have a header");
    await expect(startDatabase({ dataFolder, port: 0 })).rejects.toThrow(
      `The database at ${join(dataFolder, "dynoxide.sqlite")} cannot be read: move it away`,
    );
  });

  it("when there is no Java for DynamoDB Local", async () => {
    const options = { port: 0, engine: "dynamodb-local" as const, javaCommand: "no-such-java" };
    await expect(startDatabase({ dataFolder: newFolder(), ...options })).rejects.toThrow(
      "No database engine can run here: install Java 17",
    );
  });

  it.each([
    ["http://127.0.0.1:9", "Nothing answers at http://127.0.0.1:9"],
    ["nonsense", "DYNAMODB_ENDPOINT must be an address"],
  ])("when the endpoint %s is of no use", async (endpoint, line) => {
    await expect(startDatabase({ dataFolder: undefined, port: 0, endpoint })).rejects.toThrow(line);
  });
});
