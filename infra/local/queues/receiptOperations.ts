import * as z from "zod";
import { answerBatch } from "./batch.ts";
import { Refusal } from "./errors.ts";
import { checkWholeNumber } from "./messageContent.ts";
import type { StoredMessage } from "./messageRows.ts";
import { operation, queueAt } from "./operation.ts";
import type { QueueHost } from "./operation.ts";

const byReceipt = z.object({ ReceiptHandle: z.string() });
const newTimeout = byReceipt.extend({ VisibilityTimeout: z.number() });

const deleteMessage = operation(byReceipt.extend({ QueueUrl: z.string() }), (input, { host }) => {
  const { name } = queueAt(host, input.QueueUrl);
  return host.store.atomically(() => remove(host, name, input.ReceiptHandle));
});

const deleteMessageBatch = operation(
  z.object({ QueueUrl: z.string(), Entries: z.array(byReceipt.extend({ Id: z.string() })) }),
  ({ QueueUrl, Entries }, { host }) => {
    const { name } = queueAt(host, QueueUrl);
    return host.store.atomically(() =>
      answerBatch(Entries, (entry) => remove(host, name, entry.ReceiptHandle)),
    );
  },
);

const changeMessageVisibility = operation(newTimeout.extend({ QueueUrl: z.string() }), (input, { host }) => {
  const { name } = queueAt(host, input.QueueUrl);
  const answer = host.store.atomically(() => hide(host, name, input));
  host.arrivals.announce(name);
  return answer;
});

const changeMessageVisibilityBatch = operation(
  z.object({ QueueUrl: z.string(), Entries: z.array(newTimeout.extend({ Id: z.string() })) }),
  ({ QueueUrl, Entries }, { host }) => {
    const { name } = queueAt(host, QueueUrl);
    const answer = host.store.atomically(() => answerBatch(Entries, (entry) => hide(host, name, entry)));
    host.arrivals.announce(name);
    return answer;
  },
);

function remove(host: QueueHost, queue: string, receipt: string): object {
  // An outdated receipt is no error in SQS; it merely deletes nothing.
  const message = find(host, queue, receipt);
  if (message !== undefined) host.store.messages.remove(message.sequence);
  return {};
}

function hide(host: QueueHost, queue: string, asked: z.output<typeof newTimeout>): object {
  checkWholeNumber({ name: "VisibilityTimeout", value: asked.VisibilityTimeout, range: [0, 43_200] });
  const message = find(host, queue, asked.ReceiptHandle);
  const nowMs = host.now();
  if (message === undefined || message.visible_at <= nowMs)
    throw new Refusal("MessageNotInflight", "The message does not exist or is not in flight.");
  host.store.messages.setVisible(message.sequence, nowMs + asked.VisibilityTimeout * 1000);
  return {};
}

function find(host: QueueHost, queue: string, receipt: string): StoredMessage | undefined {
  const sequence = /^(\d+):/.exec(Buffer.from(receipt, "base64url").toString())?.[1];
  if (sequence === undefined)
    throw new Refusal("ReceiptHandleIsInvalid", `The input receipt handle "${receipt}" is not valid.`);
  return host.store.messages.byReceipt({ sequence: Number(sequence), queue, receipt });
}

/** The operations on messages in flight, by their name in the protocol. */
export const receiptOperations = {
  ChangeMessageVisibility: changeMessageVisibility,
  ChangeMessageVisibilityBatch: changeMessageVisibilityBatch,
  DeleteMessage: deleteMessage,
  DeleteMessageBatch: deleteMessageBatch,
};
