import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { World } from "../../shared/runtime/world.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";

const waiting = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;

/** Whether everything that was begun is done: no event in an outbox and no message in a queue. */
export async function atRest(world: World, sqs: SQSClient, queueUrls: readonly string[]): Promise<boolean> {
  for (const partnershipId of await world.directory.all()) {
    const { items } = await world.storeFor(partnershipId).page(outboxList, { limit: 1 });
    if (items.length > 0) return false;
  }
  for (const QueueUrl of queueUrls) {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...waiting] }),
    );
    if (waiting.some((name) => Attributes?.[name] !== "0")) return false;
  }
  return true;
}
