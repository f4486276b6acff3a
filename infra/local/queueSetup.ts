import { CreateQueueCommand, GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import { type QueueName, queues } from "../../shared/contract/workers.ts";

const names = [
  "triage",
  "match",
  "notify",
  "recheck",
  "deadlines",
  "arrivals",
] as const satisfies readonly QueueName[];

/** Makes every queue of the manifest with its dead-letter queue, as the stack does; those there are stay. */
export async function createQueues(sqs: SQSClient): Promise<{ queue: QueueName; url: string }[]> {
  const made: { queue: QueueName; url: string }[] = [];
  for (const queue of names) made.push({ queue, url: await createWithDeadLetters(sqs, queue) });
  return made;
}

async function createWithDeadLetters(sqs: SQSClient, queue: QueueName): Promise<string> {
  const { maxReceives } = queues[queue];
  const dead = await sqs.send(new CreateQueueCommand({ QueueName: `${queue}-dead-letters` }));
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: dead.QueueUrl, AttributeNames: ["QueueArn"] }),
  );
  const live = await sqs.send(
    new CreateQueueCommand({
      QueueName: queue,
      Attributes: {
        // On one machine a killed worker is back at once, so its message need not wait six timeouts.
        VisibilityTimeout: String(queues[queue].timeoutSeconds),
        RedrivePolicy: JSON.stringify({
          deadLetterTargetArn: Attributes?.["QueueArn"],
          maxReceiveCount: maxReceives,
        }),
      },
    }),
  );
  if (!live.QueueUrl) throw new Error(`The queue ${queue} was made without an address`);
  return live.QueueUrl;
}
