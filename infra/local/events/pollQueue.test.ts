import { SendMessageBatchCommand, SendMessageCommand } from "@aws-sdk/client-sqs";
import type { SQSClient } from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startQueueEndpoint } from "../queues/endpoint.ts";
import type { QueueEndpoint } from "../queues/endpoint.ts";
import { attributeOf, localClient, makeQueue, redriveTo } from "../queues/testClient.ts";
import { pollQueue } from "./pollQueue.ts";
import type { Poller } from "./pollQueue.ts";

let endpoint: QueueEndpoint;
let sqs: SQSClient;
let queueUrl = "";
let deadUrl = "";
let aheadMs = 0;
let poller: Poller | undefined;
const onError = vi.fn<(error: unknown) => void>();

beforeEach(async () => {
  onError.mockReset();
  aheadMs = 0;
  endpoint = await startQueueEndpoint({ file: ":memory:", port: 0, now: () => Date.now() + aheadMs });
  sqs = localClient(endpoint.endpoint);
  deadUrl = await makeQueue(sqs, "dead");
  queueUrl = await makeQueue(sqs, "work", { RedrivePolicy: await redriveTo(sqs, deadUrl, 2) });
});
afterEach(async () => {
  await poller?.stop();
  sqs.destroy();
  await endpoint.close();
});

const eventually = (check: () => void | Promise<void>) =>
  vi.waitFor(check, { timeout: 15_000, interval: 10 });
const poll = (handler: (event: SQSEvent) => Promise<unknown>, concurrency = 1) => {
  poller = pollQueue({ sqs, queueUrl, handler, batchSize: 10, concurrency, onError });
  return poller;
};
const sendAll = async (bodies: readonly string[]) => {
  const Entries = bodies.map((MessageBody, index) => ({ Id: `e${index}`, MessageBody }));
  await sqs.send(new SendMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
};
const left = async (url: string) =>
  Number(await attributeOf(sqs, url, "ApproximateNumberOfMessages")) +
  Number(await attributeOf(sqs, url, "ApproximateNumberOfMessagesNotVisible"));

test("a handler is given Lambda's event, and what it handled is deleted", async () => {
  const events: SQSEvent[] = [];
  const MessageAttributes = { kind: { DataType: "String", StringValue: "triage" } };
  await sqs.send(new SendMessageCommand({ QueueUrl: queueUrl, MessageBody: "hello", MessageAttributes }));
  const { idle } = poll(async (event) => void events.push(event));
  await eventually(() => expect(idle()).toBe(true));
  expect(events).toMatchObject([
    {
      Records: [
        {
          body: "hello",
          attributes: { ApproximateReceiveCount: "1" },
          messageAttributes: { kind: { dataType: "String", stringValue: "triage" } },
          eventSource: "aws:sqs",
          eventSourceARN: await attributeOf(sqs, queueUrl, "QueueArn"),
          awsRegion: "eu-west-2",
        },
      ],
    },
  ]);
  expect(await left(queueUrl)).toBe(0);
});

test("of a batch only the failed messages come back, and end in the dead-letter queue", async () => {
  const seen: string[] = [];
  await sendAll(["good 1", "bad", "good 2"]);
  const { idle } = poll(async ({ Records }) => {
    seen.push(...Records.map(({ body }) => body));
    const failed = Records.filter(({ body }) => body === "bad");
    return { batchItemFailures: failed.map(({ messageId }) => ({ itemIdentifier: messageId })) };
  });
  await eventually(() => expect(idle()).toBe(true));
  expect(await left(queueUrl)).toBe(1);
  aheadMs += 31_000;
  await eventually(() => expect(seen).toHaveLength(4));
  aheadMs += 31_000;
  await eventually(async () => expect(await left(deadUrl)).toBe(1));
  expect(seen).toEqual(["good 1", "bad", "good 2", "bad"]);
});

test.for([
  { what: "a rejection", answer: () => Promise.reject(new Error("no")), reported: 1 },
  {
    what: "an identifier that is not in the batch",
    answer: async () => ({ batchItemFailures: [{ itemIdentifier: "absent" }] }),
    reported: 0,
  },
])("$what keeps the whole batch in the queue", async ({ answer, reported }) => {
  await sendAll(["one", "two"]);
  const { idle } = poll(answer);
  await eventually(() => expect(idle()).toBe(true));
  expect(await left(queueUrl)).toBe(2);
  expect(onError).toHaveBeenCalledTimes(reported);
});

test("stopping lets the batch at work finish and be deleted", async () => {
  await sendAll(["slow"]);
  const begun = Promise.withResolvers<undefined>();
  const release = Promise.withResolvers<undefined>();
  const running = poll(async () => {
    begun.resolve(undefined);
    await release.promise;
  });
  await begun.promise;
  expect(running.idle()).toBe(false);
  const stopped = running.stop();
  release.resolve(undefined);
  await stopped;
  expect(await left(queueUrl)).toBe(0);
});

test("batches are handled side by side up to the concurrency", async () => {
  const [one, both] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
  let atWork = 0;
  poll(async () => {
    atWork += 1;
    one.resolve(undefined);
    if (atWork === 2) both.resolve(undefined);
    await both.promise;
  }, 2);
  await sendAll(["one"]);
  await one.promise;
  await sendAll(["two"]);
  await both.promise;
  expect(atWork).toBe(2);
});
