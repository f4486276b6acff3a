import type { Context, SQSRecord } from "aws-lambda";
import { describe, expect, it } from "vitest";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { type DomainEvent, DomainEvent as Event } from "../domain/events.ts";
import { eventQueueFunction, PartnershipJob, queueFunction } from "./queue.ts";

const context: Context = lambdaContext("queue");
const record = (messageId: string, body: unknown): SQSRecord => ({
  messageId,
  receiptHandle: "receipt",
  body: typeof body === "string" ? body : JSON.stringify(body),
  attributes: {
    ApproximateReceiveCount: "1",
    SentTimestamp: "1788249600000",
    SenderId: "sender",
    ApproximateFirstReceiveTimestamp: "1788249600000",
  },
  messageAttributes: {},
  md5OfBody: "md5",
  eventSource: "aws:sqs",
  eventSourceARN: "arn:aws:sqs:eu-west-2:000000000000:queue",
  awsRegion: "eu-west-2",
});
const event = (tail: string): DomainEvent =>
  Event.parse({
    eventId: `evt_aaaaaaa${tail}`,
    partnershipId: "par_aaaaaaaa",
    type: "request-submitted",
    at: "2026-09-01T08:00:00.000Z",
    subject: {},
    tell: [],
  });
const failedOf = (...names: string[]) => ({
  batchItemFailures: names.map((itemIdentifier) => ({ itemIdentifier })),
});

describe("the function of a queue", () => {
  it("gives back only the message that it could not handle, and handles those after it", async () => {
    const world = memoryWorld();
    const handled: string[] = [];
    const handle = eventQueueFunction(world, "triage", async ({ eventId }) => {
      if (eventId === event("b").eventId) throw new TypeError("canary words");
      handled.push(eventId);
    });
    const Records = ["a", "b", "c"].map((tail) => record(`message-${tail}`, event(tail)));
    expect(await handle({ Records }, context)).toEqual(failedOf("message-b"));
    expect(handled).toEqual([event("a").eventId, event("c").eventId]);
    expect(world.logged).toMatchObject([{ code: "message-failed", door: "triage", eventId: "message-b" }]);
    expect(JSON.stringify(world.logged)).toContain("TypeError");
    expect(JSON.stringify(world.logged)).not.toContain("canary");
  });

  it.each([
    ["is not JSON", "{half"],
    ["is empty", ""],
    ["is no event", { hello: "world" }],
    ["names another type of event", { ...event("a"), type: "no-such-event" }],
    ["has a field that no event has", { ...event("a"), name: "canary" }],
  ])("gives back a message that %s, unhandled and unrepeated in the log", async (_, body) => {
    const world = memoryWorld();
    const handle = eventQueueFunction(world, "notify", async () => {
      throw new Error("This message should not be handled");
    });
    const answer = await handle({ Records: [record("message-1", body)] }, context);
    expect(answer).toEqual(failedOf("message-1"));
    expect(world.logged).toMatchObject([{ code: "message-refused", door: "notify" }]);
    expect(JSON.stringify(world.logged)).not.toMatch(/canary|hello|half/);
  });

  it("handles a batch of jobs with nothing to give back", async () => {
    const handled: PartnershipJob[] = [];
    const handle = queueFunction(
      memoryWorld(),
      { queue: "deadlines", schema: PartnershipJob },
      async (job) => void handled.push(job),
    );
    const job = { partnershipId: "par_aaaaaaaa", jobId: "hour-1" };
    expect(await handle({ Records: [record("message-1", job)] }, context)).toEqual(failedOf());
    expect(handled).toEqual([job]);
    expect(await handle({ Records: [record("message-2", { ...job, jobId: "" })] }, context)).toEqual(
      failedOf("message-2"),
    );
  });
});
