import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { fileURLToPath } from "node:url";
import {
  CreateTableCommand,
  DeleteTableCommand,
  DynamoDBClient,
  PutItemCommand,
} from "@aws-sdk/client-dynamodb";
import { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBRecord } from "aws-lambda";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Poller } from "./pollQueue.ts";
import { pollStream } from "./pollStream.ts";
import { streamCheckpointFile } from "./streamCheckpoint.ts";
import { tidyStreamRecords } from "./streamUpkeep.ts";

const engine = fileURLToPath(new URL("../../../node_modules/@dynoxide/linux-x64/dynoxide", import.meta.url));
const missing = !existsSync(engine);
if (missing) console.warn(`SKIPPED: the stream poller is not tested, for there is no engine at ${engine}`);

describe.skipIf(missing)(
  `a stream of the embedded engine${missing ? " (SKIPPED: no engine here)" : ""}`,
  () => {
    const folder = mkdtempSync(join(tmpdir(), "streams-"));
    const file = join(folder, "table.db");
    let child: ChildProcess;
    let database: DynamoDBClient;
    let streams: DynamoDBStreamsClient;
    let TableName = "";
    let tables = 0;
    let poller: Poller | undefined;
    const onError = vi.fn<(error: unknown) => void>();

    beforeAll(async () => {
      const port = await freePort();
      child = spawn(engine, ["serve", "--port", String(port), "--db-path", file], { stdio: "pipe" });
      if (child.stderr) await once(child.stderr, "data");
      const credentials = { accessKeyId: "local", secretAccessKey: "local" };
      const config = { endpoint: `http://127.0.0.1:${port}`, region: "eu-west-2", credentials };
      database = new DynamoDBClient(config);
      streams = new DynamoDBStreamsClient(config);
    });
    afterAll(async () => {
      database.destroy();
      streams.destroy();
      child.kill("SIGKILL");
      await once(child, "exit");
      rmSync(folder, { recursive: true });
    });
    beforeEach(async () => {
      onError.mockReset();
      TableName = `Table${tables}`;
      tables += 1;
      await createTable();
    });
    afterEach(() => poller?.stop());

    const createTable = () =>
      database.send(
        new CreateTableCommand({
          TableName,
          AttributeDefinitions: [{ AttributeName: "pk", AttributeType: "S" }],
          KeySchema: [{ AttributeName: "pk", KeyType: "HASH" }],
          BillingMode: "PAY_PER_REQUEST",
          StreamSpecification: { StreamEnabled: true, StreamViewType: "NEW_AND_OLD_IMAGES" },
        }),
      );
    const put = (key: string) =>
      database.send(
        new PutItemCommand({ TableName, Item: { pk: { S: key }, raw: { B: Buffer.from(key) } } }),
      );
    const keyOf = ({ dynamodb }: DynamoDBRecord) => dynamodb?.Keys?.["pk"]?.S ?? "";
    const poll = (handler: (records: DynamoDBRecord[]) => Promise<unknown>) => {
      const checkpoint = streamCheckpointFile(join(folder, `${TableName}.json`));
      const given = { streams, tableName: TableName, checkpoint, onError };
      poller = pollStream({ ...given, handler: ({ Records }) => handler(Records) });
      return poller;
    };
    const collect = (keys: string[]) => async (records: DynamoDBRecord[]) =>
      void keys.push(...records.map(keyOf));

    test("records written before and after the start arrive in order, in DynamoDB JSON", async () => {
      const records: DynamoDBRecord[] = [];
      await put("one");
      const { idle } = poll(async (batch) => void records.push(...batch));
      await eventually(() => expect(idle()).toBe(true));
      await put("two");
      await eventually(() => expect(records).toHaveLength(2));
      expect(records.map(keyOf)).toEqual(["one", "two"]);
      expect(records[0]).toMatchObject({
        eventName: "INSERT",
        eventSource: "aws:dynamodb",
        dynamodb: { NewImage: { pk: { S: "one" }, raw: { B: Buffer.from("one").toString("base64") } } },
      });
      expect(onError).not.toHaveBeenCalled();
    });

    test("after a restart it goes on behind the last record handled", async () => {
      const keys: string[] = [];
      await put("one");
      const first = poll(collect(keys));
      await eventually(() => expect(keys).toEqual(["one"]));
      await first.stop();
      await put("two");
      poll(collect(keys));
      await eventually(() => expect(keys).toEqual(["one", "two"]));
    });

    test("a batch is repeated until the handler takes it, from the first failed record on", async () => {
      const offers: string[][] = [];
      for (const key of ["one", "two", "three"]) await put(key);
      poll(async (records) => {
        offers.push(records.map(keyOf));
        if (offers.length === 1) throw new Error("not yet");
        const failed = offers.length === 2 ? records.slice(1) : [];
        return {
          batchItemFailures: failed.map(({ dynamodb }) => ({ itemIdentifier: dynamodb?.SequenceNumber })),
        };
      });
      await eventually(() => expect(offers).toHaveLength(3));
      expect(offers).toEqual([
        ["one", "two", "three"],
        ["one", "two", "three"],
        ["two", "three"],
      ]);
      expect(onError).toHaveBeenCalledTimes(1);
    });

    test("a table made anew is read from its beginning in spite of the old checkpoint", async () => {
      const keys: string[] = [];
      for (const key of ["one", "two"]) await put(key);
      const first = poll(collect(keys));
      await eventually(() => expect(keys).toHaveLength(2));
      await first.stop();
      await database.send(new DeleteTableCommand({ TableName }));
      await createTable();
      await put("three");
      poll(collect(keys));
      await eventually(() => expect(keys).toContain("three"));
    });

    test("upkeep on the running engine deletes old records but the newest, and numbering goes on", async () => {
      const keys: string[] = [];
      for (const key of ["one", "two"]) await put(key);
      tidyStreamRecords({ file, nowMs: Date.now() + 60_000, keepMs: 0 });
      await put("three");
      poll(collect(keys));
      await eventually(() => expect(keys).toEqual(["two", "three"]));
      const inspected = new DatabaseSync(file, { readOnly: true });
      const plan = inspected
        .prepare(
          "EXPLAIN QUERY PLAN SELECT MAX(CAST(sequence_number AS INTEGER)) FROM _stream_records WHERE table_name = ?",
        )
        .all(TableName);
      inspected.close();
      expect(JSON.stringify(plan)).toContain("stream_order");
    });
  },
);

const eventually = (check: () => void) => vi.waitFor(check, { timeout: 15_000, interval: 10 });

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (typeof address !== "object" || address === null) throw new Error("No free port");
  return address.port;
}
