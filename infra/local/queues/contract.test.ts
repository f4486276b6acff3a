import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as S from "@aws-sdk/client-sqs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startQueueEndpoint } from "./endpoint.ts";
import type { QueueEndpoint } from "./endpoint.ts";
import { attributeOf, localClient, makeQueue, receive, redriveTo } from "./testClient.ts";

// Any other endpoint may be held to the same contract: set QUEUE_CONTRACT_ENDPOINT to its address.
const other = process.env["QUEUE_CONTRACT_ENDPOINT"];
const folder = mkdtempSync(join(tmpdir(), "queues-"));
let own: QueueEndpoint | undefined;
let sqs: S.SQSClient;
const fresh = (name: string) => `${name}-${randomUUID()}`;
const makeFresh = (attributes: Record<string, string> = {}) => makeQueue(sqs, fresh("queue"), attributes);

beforeAll(async () => {
  if (other === undefined)
    own = await startQueueEndpoint({ file: join(folder, "queues.db"), port: 0, now: Date.now });
  sqs = localClient(other ?? own?.endpoint ?? "");
});
afterAll(async () => {
  sqs.destroy();
  await own?.close();
  rmSync(folder, { recursive: true });
});

describe("queues", () => {
  test("creating the same queue again gives the same URL, and other attributes are refused", async () => {
    const name = fresh("twice");
    const url = await makeQueue(sqs, name, { VisibilityTimeout: "7" });
    expect(await makeQueue(sqs, name, { VisibilityTimeout: "7" })).toBe(url);
    await expect(makeQueue(sqs, name, { VisibilityTimeout: "8" })).rejects.toBeInstanceOf(S.QueueNameExists);
    expect((await sqs.send(new S.GetQueueUrlCommand({ QueueName: name }))).QueueUrl).toBe(url);
  });

  test("a queue that does not exist is refused by the typed exception", async () => {
    const asking = sqs.send(new S.GetQueueUrlCommand({ QueueName: fresh("absent") }));
    await expect(asking).rejects.toBeInstanceOf(S.QueueDoesNotExist);
  });

  test("queues are listed by prefix, page by page", async () => {
    const prefix = fresh("list").slice(0, 20);
    for (const end of ["a", "b", "c"]) await makeQueue(sqs, `${prefix}-${end}`);
    const seen: string[][] = [];
    let NextToken: string | undefined;
    do {
      const asked = { QueueNamePrefix: prefix, MaxResults: 2, NextToken };
      const page: S.ListQueuesCommandOutput = await sqs.send(new S.ListQueuesCommand(asked));
      seen.push((page.QueueUrls ?? []).map((url) => url.slice(-1)));
      NextToken = page.NextToken;
    } while (NextToken !== undefined);
    expect(seen).toEqual([["a", "b"], ["c"]]);
  });

  test("attributes can be set and read, and bad names and values are refused", async () => {
    const QueueUrl = await makeFresh();
    const set = (Attributes: Record<string, string>) =>
      sqs.send(new S.SetQueueAttributesCommand({ QueueUrl, Attributes }));
    await set({ DelaySeconds: "3" });
    const asked = new S.GetQueueAttributesCommand({ QueueUrl, AttributeNames: ["All"] });
    expect((await sqs.send(asked)).Attributes).toMatchObject({ DelaySeconds: "3", VisibilityTimeout: "30" });
    await expect(set({ Colour: "red" })).rejects.toBeInstanceOf(S.InvalidAttributeName);
    await expect(set({ DelaySeconds: "901" })).rejects.toBeInstanceOf(S.InvalidAttributeValue);
    await expect(set({ RedrivePolicy: "{" })).rejects.toBeInstanceOf(S.InvalidAttributeValue);
  });

  test("a purged queue is empty and a deleted one is gone", async () => {
    const QueueUrl = await makeFresh();
    await sqs.send(new S.SendMessageCommand({ QueueUrl, MessageBody: "x" }));
    await sqs.send(new S.PurgeQueueCommand({ QueueUrl }));
    expect(await receive(sqs, QueueUrl)).toEqual([]);
    await sqs.send(new S.DeleteQueueCommand({ QueueUrl }));
    await expect(receive(sqs, QueueUrl)).rejects.toBeInstanceOf(S.QueueDoesNotExist);
  });
});

describe("messages", () => {
  test("a body and attributes of every type come back as sent, past the SDK's MD5 check", async () => {
    const QueueUrl = await makeFresh();
    const MessageAttributes = {
      word: { DataType: "String", StringValue: "ŵord" },
      count: { DataType: "Number", StringValue: "42" },
      bytes: { DataType: "Binary", BinaryValue: new Uint8Array([0, 255, 7]) },
    };
    const sent = await sqs.send(
      new S.SendMessageCommand({ QueueUrl, MessageBody: "héllo 🙂", MessageAttributes }),
    );
    const [message] = await receive(sqs, QueueUrl);
    expect(message).toMatchObject({ MessageId: sent.MessageId, Body: "héllo 🙂" });
    expect(message?.MessageAttributes).toEqual(MessageAttributes);
    expect(message?.MD5OfMessageAttributes).toBe(sent.MD5OfMessageAttributes);
    expect(message?.Attributes).toMatchObject({ ApproximateReceiveCount: "1" });
  });

  test("only the message attributes asked for come back", async () => {
    const QueueUrl = await makeFresh();
    const text = (StringValue: string) => ({ DataType: "String", StringValue });
    const MessageAttributes = { "trace.id": text("1"), "trace.span": text("2"), other: text("3") };
    await sqs.send(new S.SendMessageCommand({ QueueUrl, MessageBody: "x", MessageAttributes }));
    const [message] = await receive(sqs, QueueUrl, { MessageAttributeNames: ["trace.*"] });
    expect(Object.keys(message?.MessageAttributes ?? {}).toSorted()).toEqual(["trace.id", "trace.span"]);
  });

  test("a received message is invisible until its visibility is ended, and then counts another receive", async () => {
    const QueueUrl = await makeFresh();
    await sqs.send(new S.SendMessageCommand({ QueueUrl, MessageBody: "x" }));
    const [first] = await receive(sqs, QueueUrl);
    expect(await receive(sqs, QueueUrl)).toEqual([]);
    expect(await attributeOf(sqs, QueueUrl, "ApproximateNumberOfMessagesNotVisible")).toBe("1");
    const { ReceiptHandle } = first ?? {};
    const end = { QueueUrl, ReceiptHandle, VisibilityTimeout: 0 };
    await sqs.send(new S.ChangeMessageVisibilityCommand(end));
    const [second] = await receive(sqs, QueueUrl);
    expect(second?.Attributes?.ApproximateReceiveCount).toBe("2");
    const outdated = new S.DeleteMessageCommand({ QueueUrl, ReceiptHandle });
    await sqs.send(outdated);
    expect(await attributeOf(sqs, QueueUrl, "ApproximateNumberOfMessagesNotVisible")).toBe("1");
  });

  test("a long poll is answered by a message sent while it waits", async () => {
    const QueueUrl = await makeFresh();
    const polling = receive(sqs, QueueUrl, { WaitTimeSeconds: 10 });
    await sqs.send(new S.SendMessageCommand({ QueueUrl, MessageBody: "awaited" }));
    expect((await polling).map(({ Body }) => Body)).toEqual(["awaited"]);
  });

  test("a delayed message arrives within a long poll but not before its time", async () => {
    const QueueUrl = await makeFresh();
    await sqs.send(new S.SendMessageCommand({ QueueUrl, MessageBody: "late", DelaySeconds: 1 }));
    expect(await receive(sqs, QueueUrl)).toEqual([]);
    expect(await receive(sqs, QueueUrl, { WaitTimeSeconds: 5 })).toHaveLength(1);
  });

  test("ten are sent, hidden anew and deleted as batches", async () => {
    const QueueUrl = await makeFresh();
    const bodies = Array.from({ length: 10 }, (_, index) => `body ${index}`);
    const Entries = bodies.map((MessageBody, index) => ({ Id: `e${index}`, MessageBody }));
    expect((await sqs.send(new S.SendMessageBatchCommand({ QueueUrl, Entries }))).Successful).toHaveLength(
      10,
    );
    const received: S.Message[] = [];
    while (received.length < 10) received.push(...(await receive(sqs, QueueUrl, { WaitTimeSeconds: 1 })));
    expect(new Set(received.map(({ Body }) => Body))).toEqual(new Set(bodies));
    const handles = received.map(({ ReceiptHandle }, index) => ({ Id: `e${index}`, ReceiptHandle }));
    const hidden = handles.map((entry) => ({ ...entry, VisibilityTimeout: 60 }));
    await sqs.send(new S.ChangeMessageVisibilityBatchCommand({ QueueUrl, Entries: hidden }));
    const deleted = await sqs.send(new S.DeleteMessageBatchCommand({ QueueUrl, Entries: handles }));
    expect(deleted.Successful).toHaveLength(10);
    expect(await attributeOf(sqs, QueueUrl, "ApproximateNumberOfMessagesNotVisible")).toBe("0");
  });

  test("an entry that is refused fails alone", async () => {
    const QueueUrl = await makeFresh();
    const Entries = [
      { Id: "good", MessageBody: "x" },
      { Id: "late", MessageBody: "y", DelaySeconds: 901 },
    ];
    const answer = await sqs.send(new S.SendMessageBatchCommand({ QueueUrl, Entries }));
    expect(answer.Successful?.map(({ Id }) => Id)).toEqual(["good"]);
    expect(answer.Failed).toMatchObject([{ Id: "late", Code: "InvalidParameterValue", SenderFault: true }]);
  });
});

describe("refusals", () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ Id: `e${index}`, MessageBody: "x" }));
  const repeated = [...entries(1), ...entries(1)];
  const halfMiB = "x".repeat(600_000);
  const large = entries(2).map((entry) => ({ ...entry, MessageBody: halfMiB }));
  test.for([
    { what: "empty batch", Entries: [], error: S.EmptyBatchRequest },
    { what: "batch of eleven", Entries: entries(11), error: S.TooManyEntriesInBatchRequest },
    { what: "batch with a repeated id", Entries: repeated, error: S.BatchEntryIdsNotDistinct },
    {
      what: "batch with a malformed id",
      Entries: [{ Id: "a b", MessageBody: "x" }],
      error: S.InvalidBatchEntryId,
    },
    { what: "batch above one MiB", Entries: large, error: S.BatchRequestTooLong },
  ])("an $what is refused by its typed exception", async ({ Entries, error }) => {
    const QueueUrl = await makeFresh();
    const sending = sqs.send(new S.SendMessageBatchCommand({ QueueUrl, Entries }));
    await expect(sending).rejects.toBeInstanceOf(error);
  });

  test("a message above one MiB, with forbidden characters or empty is refused and not stored", async () => {
    const QueueUrl = await makeFresh();
    const send = (MessageBody: string) => sqs.send(new S.SendMessageCommand({ QueueUrl, MessageBody }));
    await expect(send("x".repeat(1_048_577))).rejects.toMatchObject({ name: "InvalidParameterValue" });
    await expect(send("bell \u0007")).rejects.toBeInstanceOf(S.InvalidMessageContents);
    await expect(send("")).rejects.toMatchObject({ name: "MissingParameter" });
    expect(await attributeOf(sqs, QueueUrl, "ApproximateNumberOfMessages")).toBe("0");
  });

  test("a receipt that is none, or whose message is not in flight, is refused", async () => {
    const QueueUrl = await makeFresh();
    const removing = sqs.send(new S.DeleteMessageCommand({ QueueUrl, ReceiptHandle: "nonsense" }));
    await expect(removing).rejects.toBeInstanceOf(S.ReceiptHandleIsInvalid);
    await sqs.send(new S.SendMessageCommand({ QueueUrl, MessageBody: "x" }));
    const [{ ReceiptHandle } = {}] = await receive(sqs, QueueUrl);
    await sqs.send(new S.DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
    const hiding = new S.ChangeMessageVisibilityCommand({ QueueUrl, ReceiptHandle, VisibilityTimeout: 5 });
    await expect(sqs.send(hiding)).rejects.toBeInstanceOf(S.MessageNotInflight);
  });
});

describe("dead letters", () => {
  test("a message received too often goes to the dead-letter queue and can be moved back", async () => {
    const dead = await makeFresh();
    const RedrivePolicy = await redriveTo(sqs, dead, 2);
    const work = await makeFresh({ RedrivePolicy });
    await sqs.send(new S.SendMessageCommand({ QueueUrl: work, MessageBody: "poison" }));
    for (const _ of [1, 2]) expect(await receive(sqs, work, { VisibilityTimeout: 0 })).toHaveLength(1);
    expect(await receive(sqs, work)).toEqual([]);
    const [letter] = await receive(sqs, dead, { VisibilityTimeout: 0, WaitTimeSeconds: 2 });
    expect(letter?.Body).toBe("poison");
    const workArn = await attributeOf(sqs, work, "QueueArn");
    expect(letter?.Attributes?.DeadLetterQueueSourceArn).toBe(workArn);
    const SourceArn = await attributeOf(sqs, dead, "QueueArn");
    await sqs.send(new S.StartMessageMoveTaskCommand({ SourceArn }));
    const [back] = await receive(sqs, work, { WaitTimeSeconds: 5 });
    expect(back).toMatchObject({ Body: "poison", Attributes: { ApproximateReceiveCount: "1" } });
    const moves = await sqs.send(new S.ListMessageMoveTasksCommand({ SourceArn }));
    expect(moves.Results?.[0]).toMatchObject({ ApproximateNumberOfMessagesMoved: 1 });
  });

  test("a redrive policy must name an existing queue, and only a dead-letter queue can be moved from", async () => {
    const plain = await makeFresh();
    const arn = await attributeOf(sqs, plain, "QueueArn");
    const absent = JSON.stringify({ deadLetterTargetArn: `${arn}-absent`, maxReceiveCount: 1 });
    await expect(makeFresh({ RedrivePolicy: absent })).rejects.toMatchObject({
      name: "InvalidParameterValue",
    });
    const moving = sqs.send(new S.StartMessageMoveTaskCommand({ SourceArn: arn }));
    await expect(moving).rejects.toBeInstanceOf(S.SQSServiceException);
  });
});
