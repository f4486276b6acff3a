import middy from "@middy/core";
import type { DynamoDBRecord, DynamoDBStreamEvent } from "aws-lambda";
import { EventId, PartnershipId } from "../../shared/domain/ids.ts";
import { eventsIn, publish } from "../../shared/runtime/publish.ts";
import type { Sender, World } from "../../shared/runtime/world.ts";
import { outboxAsFound } from "../../shared/store/rows/trail.ts";

/**
 * The door of the change stream: every outbox row that appears goes to the queues that hear its event. Only the
 * key is taken from the stream; the row is read, so that one already published is not published again.
 */
export const outboxFunction = (world: World & Sender) =>
  middy<DynamoDBStreamEvent, void>().handler(async (event) => {
    const events = await Promise.all(
      event.Records.flatMap(outboxKeyOf).map(async ({ partnershipId, eventId }) => {
        const row = await world.storeFor(partnershipId).get(outboxAsFound, { eventId });
        return row ? eventsIn(world, partnershipId, [row]) : [];
      }),
    );
    await publish(world, events.flat());
  });

function outboxKeyOf(record: DynamoDBRecord) {
  const keys = record.dynamodb?.Keys;
  const [, partnership, kind] = keys?.["pk"]?.S?.split("#") ?? [];
  if (record.eventName !== "INSERT" || kind !== "OUTBOX") return [];
  return [{ partnershipId: PartnershipId.parse(partnership), eventId: EventId.parse(keys?.["sk"]?.S) }];
}
