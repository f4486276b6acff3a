import { SendMessageBatchCommand, SQSClient } from "@aws-sdk/client-sqs";
import { type Environment, type HostOptions, sdkOptions } from "./aws.ts";
import { queueUrlName, readConfiguration } from "./configuration.ts";
import type { QueueMessage, Sender } from "./world.ts";

const largestBatch = 10;

/** Sends to the queues whose addresses the environment holds. */
export function sqsSender(environment: Environment, host: HostOptions = {}): Sender {
  const configuration = readConfiguration(environment);
  const client = new SQSClient(sdkOptions(configuration, host, configuration.SQS_ENDPOINT));
  return {
    async send(queue, messages) {
      const QueueUrl = environment[queueUrlName(queue)];
      if (!QueueUrl) throw new Error(`${queueUrlName(queue)} is not set`);
      const refused: number[] = [];
      for (let start = 0; start < messages.length; start += largestBatch) {
        const Entries = messages.slice(start, start + largestBatch).map(entryOf);
        const { Failed } = await client.send(new SendMessageBatchCommand({ QueueUrl, Entries }));
        refused.push(...(Failed ?? []).map((each) => start + Number(each.Id)));
      }
      return refused;
    },
  };
}

const entryOf = (message: QueueMessage, index: number): { Id: string; MessageBody: string } => ({
  Id: String(index),
  MessageBody: JSON.stringify(message),
});
