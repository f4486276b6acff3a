import { SendMessageCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { Queue } from "../../../shared/contract/door.ts";
import { type QueueName, queues } from "../../../shared/contract/workers.ts";

interface Hearers {
  readonly sqs: SQSClient;
  readonly queueUrls: readonly { readonly queue: QueueName; readonly url: string }[];
}

/** Tells the queues that hear of files, in the words in which EventBridge does, that one arrived. */
export const tellsOfArrivals =
  ({ sqs, queueUrls }: Hearers) =>
  async (bucket: string, key: string): Promise<void> => {
    const told = { source: "aws.s3", "detail-type": "Object Created" };
    const MessageBody = JSON.stringify({ ...told, detail: { bucket: { name: bucket }, object: { key } } });
    for (const { queue, url } of queueUrls) {
      const { hearsOfFiles }: Queue = queues[queue];
      if (hearsOfFiles) await sqs.send(new SendMessageCommand({ QueueUrl: url, MessageBody }));
    }
  };
