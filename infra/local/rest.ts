import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { World } from "../../shared/runtime/world.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";

const waiting = ["ApproximateNumberOfMessages", "ApproximateNumberOfMessagesNotVisible"] as const;

async function queuesAreEmpty(sqs: SQSClient, queueUrls: readonly string[]): Promise<boolean> {
  for (const QueueUrl of queueUrls) {
    const { Attributes } = await sqs.send(
      new GetQueueAttributesCommand({ QueueUrl, AttributeNames: [...waiting] }),
    );
    if (waiting.some((name) => Attributes?.[name] !== "0")) return false;
  }
  return true;
}

async function outboxesAreEmpty(world: World): Promise<boolean> {
  for (const partnershipId of await world.directory.all()) {
    const { items } = await world.storeFor(partnershipId).page(outboxList, { limit: 1 });
    if (items.length > 0) return false;
  }
  return true;
}

/**
 * Whether everything that was begun is done: no event in an outbox and no message in a queue. The queues are looked
 * at on both sides of the outboxes, since a message that is worked off may leave an event, and an event a message.
 */
export const atRest = async (world: World, sqs: SQSClient, queueUrls: readonly string[]): Promise<boolean> =>
  (await queuesAreEmpty(sqs, queueUrls)) &&
  (await outboxesAreEmpty(world)) &&
  (await queuesAreEmpty(sqs, queueUrls));
