import { randomUUID } from "node:crypto";
import * as z from "zod";
import { answerBatch } from "./batch.ts";
import { Refusal } from "./errors.ts";
import { md5OfAttributes, md5OfBody } from "./md5.ts";
import { checkContent, contentBytes, largestMessageBytes, messageContent } from "./messageContent.ts";
import type { MessageContent } from "./messageContent.ts";
import { operation, queueAt } from "./operation.ts";
import type { QueueHost } from "./operation.ts";
import { settingOf } from "./queueAttributes.ts";
import type { Queue } from "./queueRows.ts";

const sendMessage = operation(messageContent.extend({ QueueUrl: z.string() }), (input, { host }) => {
  const queue = queueAt(host, input.QueueUrl);
  const sent = host.store.durably(() => store(host, queue, input));
  host.arrivals.announce(queue.name);
  return sent;
});

const sendMessageBatch = operation(
  z.object({ QueueUrl: z.string(), Entries: z.array(messageContent.extend({ Id: z.string() })) }),
  ({ QueueUrl, Entries }, { host }) => {
    const queue = queueAt(host, QueueUrl);
    const bytes = Entries.reduce((sum, entry) => sum + contentBytes(entry), 0);
    if (Entries.length > 1 && bytes > largestMessageBytes)
      throw new Refusal("BatchRequestTooLong", `A batch is at most ${largestMessageBytes} bytes long.`);
    const answer = host.store.durably(() => answerBatch(Entries, (entry) => store(host, queue, entry)));
    host.arrivals.announce(queue.name);
    return answer;
  },
);

function store(host: QueueHost, queue: Queue, content: MessageContent): object {
  checkContent(content, settingOf(queue.attributes, "MaximumMessageSize"));
  const delaySeconds = content.DelaySeconds ?? settingOf(queue.attributes, "DelaySeconds");
  const id = randomUUID();
  const nowMs = host.now();
  const attributes = content.MessageAttributes ?? {};
  const systemAttributes = content.MessageSystemAttributes ?? {};
  host.store.messages.insert({
    queue: queue.name,
    id,
    body: content.MessageBody,
    attributes,
    systemAttributes,
    sentAtMs: nowMs,
    storedAtMs: host.wallClock(),
    visibleAtMs: nowMs + delaySeconds * 1000,
  });
  return {
    MessageId: id,
    MD5OfMessageBody: md5OfBody(content.MessageBody),
    MD5OfMessageAttributes: md5OfAttributes(attributes),
    MD5OfMessageSystemAttributes: md5OfAttributes(systemAttributes),
  };
}

/** The operations that put messages in, by their name in the protocol. */
export const sendOperations = { SendMessage: sendMessage, SendMessageBatch: sendMessageBatch };
