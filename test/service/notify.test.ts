import type { Context, SQSEvent } from "aws-lambda";
import * as z from "zod";
import { describe, expect, it } from "vitest";
import { notifyFunction } from "../../functions/notify/handler.ts";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import type { DomainEvent } from "../../shared/domain/events.ts";
import { EventId } from "../../shared/domain/ids.ts";
import type { LogEvent } from "../../shared/runtime/log.ts";
import type { Letter, Poster, World } from "../../shared/runtime/world.ts";
import { serviceForTests } from "../harness/serviceForTests.ts";
import { agreeWork, type AgreedWork } from "./agreedWork.ts";

const service = await serviceForTests();

const context: Context = lambdaContext("notify");

/** The worker over the real store, with a clock that can be moved and a post that can fail. */
function worker() {
  const posted: Letter[] = [];
  const logged: LogEvent[] = [];
  const start = Date.now();
  const waiting: Promise<void> = Promise.resolve();
  const state = { minutes: 0, failing: new Set<string>(), waiting };
  const world: World & Poster = {
    ...service.host.world,
    now: () => new Date(start + state.minutes * 60_000).toISOString(),
    log: (event) => logged.push(event),
    post: async (letter) => {
      await state.waiting;
      if (state.failing.has(letter.to)) throw new Error("The mail server is away");
      posted.push(letter);
    },
  };
  const handler = notifyFunction(world);
  const receive = async (message: unknown): Promise<"done" | "returned"> => {
    const answer = await handler(sqsEvent(JSON.stringify(message)), context);
    return Failures.parse(answer).batchItemFailures.length === 0 ? "done" : "returned";
  };
  return { posted, logged, state, receive };
}

const Failures = z.object({ batchItemFailures: z.array(z.unknown()) });
const sqsEvent = (body: string): SQSEvent => ({
  Records: [
    {
      messageId: "message-1",
      receiptHandle: "receipt",
      body,
      attributes: {
        ApproximateReceiveCount: "1",
        SentTimestamp: "0",
        SenderId: "test",
        ApproximateFirstReceiveTimestamp: "0",
      },
      messageAttributes: {},
      md5OfBody: "",
      eventSource: "aws:sqs",
      eventSourceARN: "arn:aws:sqs:eu-west-2:000000000000:notify",
      awsRegion: "eu-west-2",
    },
  ],
});

const eventOf = (work: AgreedWork, change: Partial<DomainEvent> = {}): DomainEvent => ({
  eventId: service.host.world.fresh(EventId),
  partnershipId: work.store.partnershipId,
  type: "mid-term-reviewed",
  at: service.host.world.now(),
  subject: { requestId: work.requestId },
  tell: [{ to: "brokers" }, { to: "person", personId: work.personId }],
  ...change,
});

describe("the notify worker", () => {
  it("writes once to each recipient, however often the message comes", async () => {
    const work = await agreeWork(service);
    const { posted, logged, receive } = worker();
    const event = eventOf(work, { tell: [...eventOf(work).tell, { to: "brokers" }] });
    for (let times = 0; times < 3; times += 1) expect(await receive(event)).toBe("done");
    const addresses = posted.map((each) => each.to).toSorted();
    expect(addresses).toEqual([work.mailbox.broker, work.mailbox.practitioner]);
    expect(logged.filter((each) => each.code === "mail-sent")).toHaveLength(2);
  });

  it("writes to the others when one address fails, and to that one when the message comes again", async () => {
    const work = await agreeWork(service);
    const { posted, state, receive } = worker();
    const event = eventOf(work);
    state.failing.add(work.mailbox.broker);
    expect(await receive(event)).toBe("returned");
    expect(posted.map((each) => each.to)).toEqual([work.mailbox.practitioner]);

    state.failing.clear();
    expect(await receive(event), "the lease of the failed attempt still runs").toBe("returned");
    state.minutes = 3;
    expect(await receive(event)).toBe("done");
    expect(posted.map((each) => each.to)).toEqual([work.mailbox.practitioner, work.mailbox.broker]);
  });

  it("returns the message to the queue while another worker holds the letter", async () => {
    const work = await agreeWork(service);
    const { posted, state, receive } = worker();
    const event = eventOf(work, { tell: [{ to: "brokers" }] });
    const { promise, resolve } = Promise.withResolvers<void>();
    state.waiting = promise;
    const first = receive(event);
    const second = receive(event);
    const earlier = await Promise.race([first, second]);
    expect(earlier).toBe("returned");
    resolve();
    expect([await first, await second].toSorted()).toEqual(["done", "returned"]);
    expect(posted).toHaveLength(1);
  });

  it("keeps back a message that it cannot read, or of which nobody is written to", async () => {
    const work = await agreeWork(service);
    const { posted, logged, receive } = worker();
    expect(await receive({ type: "mid-term-reviewed" })).toBe("returned");
    expect(await receive({ ...eventOf(work), extra: true })).toBe("returned");
    expect(await receive(eventOf(work, { type: "request-submitted" }))).toBe("returned");
    expect(posted).toEqual([]);
    expect(logged.map((each) => each.code)).toEqual(["message-refused", "message-refused", "message-failed"]);
  });

  it("logs no address and no name", async () => {
    const work = await agreeWork(service);
    const { logged, state, receive } = worker();
    state.failing.add(work.mailbox.broker);
    await receive(eventOf(work));
    const lines = JSON.stringify(logged);
    for (const personal of [work.mailbox.broker, work.mailbox.practitioner, "Practitioner 12"])
      expect(lines).not.toContain(personal);
  });
});
