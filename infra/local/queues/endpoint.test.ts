import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { afterEach, beforeEach, expect, test } from "vitest";
import { startQueueEndpoint } from "./endpoint.ts";
import { attributeOf, localClient, makeQueue, receive } from "./testClient.ts";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "queues-"));
  file = join(folder, "queues.db");
});
afterEach(() => rmSync(folder, { recursive: true }));

test("every acknowledged message is there after kill -9 amid sending", async () => {
  const sender = fork(new URL("./testSender.ts", import.meta.url), [file], { stdio: "inherit" });
  const acknowledged: string[] = [];
  sender.on("message", (body) => {
    if (typeof body === "string") acknowledged.push(body);
    if (acknowledged.length === 100) sender.kill("SIGKILL");
  });
  await once(sender, "exit");
  const { endpoint, close } = await startQueueEndpoint({ file, port: 0, now: Date.now });
  const sqs = localClient(endpoint);
  const queueUrl = await makeQueue(sqs, "durable");
  const found = new Set<string | undefined>();
  for (;;) {
    const messages = await receive(sqs, queueUrl);
    if (messages.length === 0) break;
    for (const { Body } of messages) found.add(Body);
  }
  expect(acknowledged.length).toBeGreaterThanOrEqual(100);
  expect(acknowledged.filter((body) => !found.has(body))).toEqual([]);
  sqs.destroy();
  await close();
});

test("moving the clock ends invisibility even within a long poll, and throws nothing away", async () => {
  let aheadMs = 0;
  const now = () => Date.now() + aheadMs;
  const { endpoint, close } = await startQueueEndpoint({ file, port: 0, now });
  const sqs = localClient(endpoint);
  const queueUrl = await makeQueue(sqs, "moved");
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: "x" }));
  expect(await receive(sqs, queueUrl)).toHaveLength(1);
  const polling = receive(sqs, queueUrl, { WaitTimeSeconds: 10 });
  aheadMs = 400 * 86_400_000;
  expect(await polling).toHaveLength(1);
  sqs.destroy();
  await close();
});

test("messages are kept for the retention period of real time and no longer", async () => {
  let wallMs = Date.now();
  const wallClock = () => wallMs;
  const { endpoint, close } = await startQueueEndpoint({ file, port: 0, now: Date.now, wallClock });
  const sqs = localClient(endpoint);
  const queueUrl = await makeQueue(sqs, "brief", { MessageRetentionPeriod: "60" });
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: "x" }));
  wallMs += 60_000;
  expect(await receive(sqs, queueUrl, { VisibilityTimeout: 0 })).toHaveLength(1);
  wallMs += 1;
  expect(await receive(sqs, queueUrl)).toEqual([]);
  sqs.destroy();
  await close();
});

test("closing answers an open long poll with nothing, and a reopened file has all it had", async () => {
  const looked = Promise.withResolvers<undefined>();
  let isPolling = false;
  const now = () => {
    if (isPolling) looked.resolve(undefined);
    return Date.now();
  };
  const first = await startQueueEndpoint({ file, port: 0, now });
  const before = localClient(first.endpoint);
  const kept = await makeQueue(before, "kept");
  await before.send(new SendMessageCommand({ QueueUrl: kept, MessageBody: "x" }));
  const emptyUrl = await makeQueue(before, "empty");
  isPolling = true;
  const polling = receive(before, emptyUrl, { WaitTimeSeconds: 20 });
  await looked.promise;
  await first.close();
  expect(await polling).toEqual([]);
  before.destroy();
  const second = await startQueueEndpoint({ file, port: 0, now: Date.now });
  const after = localClient(second.endpoint);
  expect(await attributeOf(after, await makeQueue(after, "kept"), "ApproximateNumberOfMessages")).toBe("1");
  after.destroy();
  await second.close();
});

test("a taken port rejects", async () => {
  const first = await startQueueEndpoint({ file, port: 0, now: Date.now });
  const port = Number(new URL(first.endpoint).port);
  const second = startQueueEndpoint({ file: ":memory:", port, now: Date.now });
  await expect(second).rejects.toThrow("wanted by the queues, is already in use");
  await first.close();
});

test("a request that is no JSON, of no known operation or no POST is answered as a refusal", async () => {
  const { endpoint, close } = await startQueueEndpoint({ file, port: 0, now: Date.now });
  const ask = async (target: string, body: string) => {
    const headers = { "x-amz-target": target, connection: "close" };
    const response = await fetch(endpoint, { method: "POST", headers, body });
    return [response.status, (response.headers.get("x-amzn-query-error") ?? "").split(".").at(-1)];
  };
  expect(await ask("AmazonSQS.ListQueues", "{")).toEqual([400, "SerializationException;Sender"]);
  expect(await ask("AmazonSQS.TagQueue", "{}")).toEqual([400, "UnsupportedOperation;Sender"]);
  expect(await ask("AmazonSQS.CreateQueue", "{}")).toEqual([400, "MissingParameter;Sender"]);
  expect((await fetch(endpoint, { headers: { connection: "close" } })).status).toBe(400);
  await close();
});
