// Sends without end to a queue in the file given and tells its parent each acknowledged body, to be killed.
import { SendMessageCommand } from "@aws-sdk/client-sqs";
import { startQueueEndpoint } from "./endpoint.ts";
import { localClient, makeQueue } from "./testClient.ts";

const { endpoint } = await startQueueEndpoint({ file: process.argv[2] ?? "", port: 0, now: Date.now });
const sqs = localClient(endpoint);
const QueueUrl = await makeQueue(sqs, "durable");
for (let index = 0; ; index += 1) {
  const MessageBody = `message ${index}`;
  await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody }));
  process.send?.(MessageBody);
}
