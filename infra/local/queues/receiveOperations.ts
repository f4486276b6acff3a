import { randomUUID } from "node:crypto";
import * as z from "zod";
import { md5OfAttributes, md5OfBody } from "./md5.ts";
import { checkWholeNumber } from "./messageContent.ts";
import type { MessageAttributes } from "./messageContent.ts";
import type { StoredMessage } from "./messageRows.ts";
import { arnOf, operation, queueAt } from "./operation.ts";
import type { Call, QueueHost } from "./operation.ts";
import { redriveOf, settingOf } from "./queueAttributes.ts";
import type { Queue } from "./queueRows.ts";

// A clock moved forward makes messages due without announcing them, so nobody sleeps longer than this.
const lookAgainMs = 200;

const receiveInput = z.object({
  QueueUrl: z.string(),
  MaxNumberOfMessages: z.number().optional(),
  VisibilityTimeout: z.number().optional(),
  WaitTimeSeconds: z.number().optional(),
  MessageAttributeNames: z.array(z.string()).optional(),
  AttributeNames: z.array(z.string()).optional(),
  MessageSystemAttributeNames: z.array(z.string()).optional(),
});
type ReceiveInput = z.output<typeof receiveInput>;

const receiveMessage = operation(receiveInput, async (input, call) => {
  checkWholeNumber({ name: "MaxNumberOfMessages", value: input.MaxNumberOfMessages, range: [1, 10] });
  checkWholeNumber({ name: "VisibilityTimeout", value: input.VisibilityTimeout, range: [0, 43_200] });
  checkWholeNumber({ name: "WaitTimeSeconds", value: input.WaitTimeSeconds, range: [0, 20] });
  const { attributes } = queueAt(call.host, input.QueueUrl);
  const waitSeconds = input.WaitTimeSeconds ?? settingOf(attributes, "ReceiveMessageWaitTimeSeconds");
  const deadlineMs = performance.now() + waitSeconds * 1000;
  for (;;) {
    // Nothing is handed to a client that has gone: it would lie invisible until its time-out.
    if (call.signal.aborted) return {};
    const messages = take(call.host, input);
    if (messages.length > 0) return { Messages: messages };
    const leftMs = deadlineMs - performance.now();
    if (leftMs <= 0) return {};
    await sleep(call, input, leftMs);
  }
});

function sleep({ host, signal }: Call, input: ReceiveInput, leftMs: number): Promise<void> {
  const { name } = queueAt(host, input.QueueUrl);
  const nowMs = host.now();
  const dueInMs = (host.store.messages.nextDueMs(name, nowMs) ?? Infinity) - nowMs;
  return host.arrivals.next({ queue: name, atMostMs: Math.min(leftMs, dueInMs, lookAgainMs), signal });
}

function take(host: QueueHost, input: ReceiveInput): object[] {
  const queue = queueAt(host, input.QueueUrl);
  const { messages } = host.store;
  const nowMs = host.now();
  const limit = input.MaxNumberOfMessages ?? 1;
  // An idle poll only reads; a transaction is opened when there is something to hand out.
  if (messages.due({ queue: queue.name, nowMs, limit: 1 }).length === 0) return [];
  const retentionMs = settingOf(queue.attributes, "MessageRetentionPeriod") * 1000;
  const visibilityMs = (input.VisibilityTimeout ?? settingOf(queue.attributes, "VisibilityTimeout")) * 1000;
  return host.store.atomically(() => {
    messages.expire(queue.name, host.wallClock() - retentionMs);
    return deliverable({ host, queue, nowMs, limit }).map((message) => {
      const receipt = Buffer.from(`${message.sequence}:${randomUUID()}`).toString("base64url");
      messages.markReceived(message.sequence, { receipt, nowMs, visibleAtMs: nowMs + visibilityMs });
      return delivered({ message, receipt, nowMs, input });
    });
  });
}

/** Due messages, after those received as often as the redrive policy allows went to the dead-letter queue. */
function deliverable(asked: {
  host: QueueHost;
  queue: Queue;
  nowMs: number;
  limit: number;
}): StoredMessage[] {
  const { host, queue, nowMs, limit } = asked;
  const redrive = redriveOf(queue.attributes);
  const target = redrive?.deadLetterTargetArn.split(":").at(-1) ?? "";
  // Where the dead-letter queue has gone, messages stay rather than vanish.
  const buriable = redrive !== undefined && host.store.queues.find(target) !== undefined;
  for (;;) {
    const due = host.store.messages.due({ queue: queue.name, nowMs, limit });
    const exhausted = buriable
      ? due.filter((message) => message.receive_count >= redrive.maxReceiveCount)
      : [];
    if (exhausted.length === 0) return due;
    for (const { sequence } of exhausted)
      host.store.messages.moveToDeadLetter(sequence, { queue: target, nowMs });
    host.arrivals.announce(target);
  }
}

function delivered(given: {
  readonly message: StoredMessage;
  readonly receipt: string;
  readonly nowMs: number;
  readonly input: ReceiveInput;
}): object {
  const { message, receipt, input } = given;
  const attributes = wantedAttributes(message.attributes, input.MessageAttributeNames ?? []);
  const systemNames = [...(input.AttributeNames ?? []), ...(input.MessageSystemAttributeNames ?? [])];
  const system = systemAttributes(message, given.nowMs).filter(
    ([name]) => systemNames.includes("All") || systemNames.includes(name),
  );
  return {
    MessageId: message.id,
    ReceiptHandle: receipt,
    Body: message.body,
    MD5OfBody: md5OfBody(message.body),
    ...(Object.keys(attributes).length > 0 && {
      MessageAttributes: attributes,
      MD5OfMessageAttributes: md5OfAttributes(attributes),
    }),
    ...(system.length > 0 && { Attributes: Object.fromEntries(system) }),
  };
}

function wantedAttributes(attributes: MessageAttributes, names: readonly string[]): MessageAttributes {
  const wanted = (attribute: string) =>
    names.some(
      (name) =>
        name === "All" ||
        name === attribute ||
        (name.endsWith(".*") && attribute.startsWith(name.slice(0, -2))),
    );
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => wanted(name)));
}

function systemAttributes(message: StoredMessage, nowMs: number): [string, string][] {
  const trace = message.system_attributes["AWSTraceHeader"]?.StringValue;
  return [
    ["SenderId", "000000000000"],
    ["SentTimestamp", String(message.sent_at)],
    ["ApproximateReceiveCount", String(message.receive_count + 1)],
    ["ApproximateFirstReceiveTimestamp", String(message.first_received_at ?? nowMs)],
    ...(trace === undefined ? [] : [["AWSTraceHeader", trace] satisfies [string, string]]),
    ...(message.source_queue === null
      ? []
      : [["DeadLetterQueueSourceArn", arnOf(message.source_queue)] satisfies [string, string]]),
  ];
}

/** The operation that hands messages out, by its name in the protocol. */
export const receiveOperations = { ReceiveMessage: receiveMessage };
