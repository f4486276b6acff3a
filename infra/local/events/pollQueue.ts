import { setTimeout as pause } from "node:timers/promises";
import {
  DeleteMessageBatchCommand,
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
} from "@aws-sdk/client-sqs";
import type { Message, SQSClient } from "@aws-sdk/client-sqs";
import type { SQSEvent } from "aws-lambda";
import { failedItems } from "./batchResponse.ts";
import { sqsEvent } from "./sqsEvent.ts";

export type PollQueueOptions = {
  readonly sqs: SQSClient;
  readonly queueUrl: string;
  /** May answer with batchItemFailures; a rejection fails the whole batch. */
  readonly handler: (event: SQSEvent) => Promise<unknown>;
  /** Messages per event, 1 to 10. */
  readonly batchSize: number;
  /** Batches handled side by side. */
  readonly concurrency: number;
  readonly onError: (error: unknown) => void;
};

/** A running event source mapping. */
export type Poller = {
  /** Takes nothing more and resolves when the batches at work are done. */
  readonly stop: () => Promise<void>;
  /** True while no batch is at work and the last look found nothing. */
  readonly idle: () => boolean;
};

const pauseAfterErrorMs = 500;

/**
 * Feeds a queue to a handler as Lambda's event source mapping does: handled messages are deleted, failed ones
 * stay and come back when their visibility time-out lapses.
 */
export function pollQueue(options: PollQueueOptions): Poller {
  const { concurrency, onError } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  let atWork = 0;
  let sawEmpty = false;
  let arn = "";

  const poll = async () => {
    while (!signal.aborted) {
      try {
        arn ||= await queueArn(options);
        const messages = await receive(options, signal, !sawEmpty);
        sawEmpty = messages.length === 0;
        if (sawEmpty) continue;
        atWork += 1;
        await handle(options, messages, arn).finally(() => (atWork -= 1));
      } catch (error) {
        if (signal.aborted) return;
        onError(error);
        await pause(pauseAfterErrorMs, undefined, { signal }).catch(() => undefined);
      }
    }
  };
  const polls = Array.from({ length: concurrency }, poll);
  return {
    idle: () => atWork === 0 && sawEmpty,
    async stop() {
      stopping.abort();
      await Promise.all(polls);
    },
  };
}

async function receive(
  options: PollQueueOptions,
  signal: AbortSignal,
  lookOnly: boolean,
): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: options.queueUrl,
    MaxNumberOfMessages: options.batchSize,
    // A first look without waiting tells an empty queue at once; the long poll follows.
    WaitTimeSeconds: lookOnly ? 0 : 20,
    MessageAttributeNames: ["All"],
    MessageSystemAttributeNames: ["All"],
  });
  const { Messages } = await options.sqs.send(command, { abortSignal: signal });
  return Messages ?? [];
}

async function handle(options: PollQueueOptions, messages: readonly Message[], arn: string): Promise<void> {
  const { sqs, queueUrl, handler, onError } = options;
  const identifiers = messages.map(({ MessageId }) => MessageId ?? "");
  let failed: ReadonlySet<string>;
  try {
    failed = failedItems(await handler(sqsEvent(messages, arn)), identifiers);
  } catch (error) {
    onError(error);
    return;
  }
  const done = messages.filter(({ MessageId }) => !failed.has(MessageId ?? ""));
  if (done.length === 0) return;
  const Entries = done.map(({ ReceiptHandle }, index) => ({ Id: String(index), ReceiptHandle }));
  const { Failed = [] } = await sqs.send(new DeleteMessageBatchCommand({ QueueUrl: queueUrl, Entries }));
  for (const { Code, Message: reason } of Failed) onError(new Error(`Not deleted: ${Code} ${reason}`));
}

async function queueArn({ sqs, queueUrl }: PollQueueOptions): Promise<string> {
  const command = new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: ["QueueArn"] });
  return (await sqs.send(command)).Attributes?.QueueArn ?? "";
}
