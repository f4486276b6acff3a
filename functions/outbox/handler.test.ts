import type { DynamoDBRecord } from "aws-lambda";
import { expect, test } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { EventId, idWith, PartnershipId } from "../../shared/domain/ids.ts";
import { keyOf } from "../../shared/store/entity.ts";
import { outbox, outboxAsFound, outboxList } from "../../shared/store/rows/trail.ts";
import { asFound } from "../../shared/store/readRow.ts";
import { create } from "../../shared/store/store.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { outboxFunction } from "./handler.ts";

const partnershipId = idWith(PartnershipId, "aaaaaaaa");
const [strange, known, gone] = ["00000001", "00000002", "00000003"].map((tail) => idWith(EventId, tail));

const inserted = (eventId = ""): DynamoDBRecord => {
  const { pk = "", sk = "" } = keyOf(partnershipId, outbox.place({ eventId }));
  return { eventName: "INSERT", dynamodb: { Keys: { pk: { S: pk }, sk: { S: sk } } } };
};

test("of a batch, what this release can read is sent, what it cannot stays, and what was sent already is left", async () => {
  const world = memoryWorld();
  const store = world.storeFor(partnershipId);
  if (!strange || !known) throw new Error("There are three events");
  const event = { type: "request-opened" as const, at: "2026-09-01T07:59:59.000Z", subject: {}, tell: [] };
  const unread = { ...event, eventId: strange, partnershipId, type: "of-a-later-release" };
  await store.note(create(outboxAsFound, unread));
  await store.note(create(outbox, { ...event, eventId: known, partnershipId }));
  const records = [strange, known, gone].map(inserted);
  await outboxFunction(world)({ Records: records }, lambdaContext("outbox"));
  expect(world.sent.map(({ messages }) => messages)).toMatchObject([[{ eventId: known }]]);
  expect(world.logged).toMatchObject([
    { code: "event-unreadable", partnershipId, eventId: strange, fields: "type" },
    { code: "events-published" },
  ]);
  expect(await store.all(asFound(outboxList))).toMatchObject([{ eventId: strange }]);
});
