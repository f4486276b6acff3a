import middy from "@middy/core";
import type { SQSBatchResponse, SQSEvent, SQSRecord } from "aws-lambda";
import * as z from "zod";
import type { QueueName } from "../contract/workers.ts";
import { DomainEvent } from "../domain/events.ts";
import { PartnershipId } from "../domain/ids.ts";
import { describeError } from "./log.ts";
import type { World } from "./world.ts";

/** A job that concerns a whole partnership, such as looking at its deadlines. */
export const PartnershipJob = z.strictObject({
  partnershipId: PartnershipId,
  jobId: z.string().min(1).max(80),
});
export type PartnershipJob = z.infer<typeof PartnershipJob>;

/** Raised to have a message come again later, where nothing went wrong: another worker is at the same thing. */
export class ComeAgain extends Error {
  override readonly name = "ComeAgain";
}

/**
 * The function of a queue. Each message is parsed and handled by itself; one that fails goes back to the queue
 * alone, and to the dead-letter queue once it has been received too often. One that cannot be read fails likewise,
 * so that it is kept where somebody can look at it.
 */
export function queueFunction<Schema extends z.ZodType>(
  world: World,
  { queue, schema }: { readonly queue: QueueName; readonly schema: Schema },
  handle: (message: z.output<Schema>) => Promise<void>,
) {
  const fails = async (record: SQSRecord): Promise<boolean> => {
    const message = schema.safeParse(parseJson(record.body));
    if (!message.success) {
      const where = message.error.issues.map((issue) => issue.path.join(".") || "the whole").join(", ");
      world.log({ code: "message-refused", door: queue, why: where });
      return true;
    }
    try {
      await handle(message.data);
      return false;
    } catch (error) {
      if (error instanceof ComeAgain) {
        world.log({ code: "message-returned", door: queue, eventId: record.messageId });
        return true;
      }
      const { error: name, frames } = describeError(error);
      world.log({
        code: "message-failed",
        door: queue,
        eventId: record.messageId,
        error: `${name} ${frames}`,
      });
      return true;
    }
  };
  return middy<SQSEvent, SQSBatchResponse>().handler(async (event) => {
    const batchItemFailures: { itemIdentifier: string }[] = [];
    for (const record of event.Records)
      if (await fails(record)) batchItemFailures.push({ itemIdentifier: record.messageId });
    return { batchItemFailures };
  });
}

/** The function of a queue of domain events. */
export const eventQueueFunction = (
  world: World,
  queue: QueueName,
  handle: (event: DomainEvent) => Promise<void>,
) => queueFunction(world, { queue, schema: DomainEvent }, handle);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
