import { SQSClient } from "@aws-sdk/client-sqs";
import { CreateQueueCommand, GetQueueAttributesCommand, ReceiveMessageCommand } from "@aws-sdk/client-sqs";
import type { Message, ReceiveMessageCommandInput } from "@aws-sdk/client-sqs";

/** A client of an endpoint on this machine, which asks for no real credentials. */
export function localClient(endpoint: string): SQSClient {
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return new SQSClient({ endpoint, region: "eu-west-2", credentials, maxAttempts: 1 });
}

/** Makes a queue and returns its URL. */
export async function makeQueue(
  sqs: SQSClient,
  name: string,
  attributes: Record<string, string> = {},
): Promise<string> {
  const { QueueUrl } = await sqs.send(new CreateQueueCommand({ QueueName: name, Attributes: attributes }));
  if (QueueUrl === undefined) throw new Error(`No URL for queue ${name}`);
  return QueueUrl;
}

/** One attribute of a queue; rejects when it has none of that name. */
export async function attributeOf(
  sqs: SQSClient,
  queueUrl: string,
  name:
    "QueueArn" | "ApproximateNumberOfMessages" | "ApproximateNumberOfMessagesNotVisible" | "RedrivePolicy",
): Promise<string> {
  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: queueUrl, AttributeNames: [name] }),
  );
  const value = Attributes?.[name];
  if (value === undefined) throw new Error(`Queue ${queueUrl} has no ${name}`);
  return value;
}

/** Receives up to ten messages with all their attributes. */
export async function receive(
  sqs: SQSClient,
  queueUrl: string,
  options: Partial<ReceiveMessageCommandInput> = {},
): Promise<Message[]> {
  const command = new ReceiveMessageCommand({
    QueueUrl: queueUrl,
    MaxNumberOfMessages: 10,
    MessageAttributeNames: ["All"],
    MessageSystemAttributeNames: ["All"],
    ...options,
  });
  return (await sqs.send(command)).Messages ?? [];
}

/** The redrive policy that sends a message to a dead-letter queue after so many receives. */
export async function redriveTo(
  sqs: SQSClient,
  deadLetterUrl: string,
  maxReceiveCount: number,
): Promise<string> {
  const deadLetterTargetArn = await attributeOf(sqs, deadLetterUrl, "QueueArn");
  return JSON.stringify({ deadLetterTargetArn, maxReceiveCount });
}
