import { GetQueueAttributesCommand, type SQSClient } from "@aws-sdk/client-sqs";
import type { World } from "../../shared/runtime/world.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";
import { asFound } from "../../shared/store/readRow.ts";

/** What is looked at beside the outboxes. */
interface Looked {
  readonly sqs: SQSClient;
  readonly queueUrls: readonly string[];
  /** How many batches handlers have begun and ended. */
  readonly batches: () => { readonly begun: number; readonly ended: number };
}

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
    const { items } = await world.storeFor(partnershipId).page(asFound(outboxList), { limit: 1 });
    if (items.length > 0) return false;
  }
  return true;
}

/**
 * Whether everything that was begun is done: no event in an outbox, no message in a queue, and no batch at work. Looks
 * take time, in which a batch may move an event from where nobody has looked to where somebody did already; so that
 * they count only if none was at work or begun meanwhile.
 */
export async function atRest(world: World, { sqs, queueUrls, batches }: Looked): Promise<boolean> {
  const { begun, ended } = batches();
  return (
    begun === ended &&
    (await queuesAreEmpty(sqs, queueUrls)) &&
    (await outboxesAreEmpty(world)) &&
    batches().begun === begun
  );
}
