import { expect, test } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { EventId, PartnershipId } from "../../shared/domain/ids.ts";
import { create } from "../../shared/store/store.ts";
import { outbox, outboxAsFound, outboxList } from "../../shared/store/rows/trail.ts";
import { asFound } from "../../shared/store/readRow.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { sweepFunction } from "./handler.ts";

const [first, second] = ["par_aaaaaaaa", "par_bbbbbbbb"].map((id) => PartnershipId.parse(id));

const late = { type: "request-opened" as const, at: "2026-09-01T07:00:00.000Z", subject: {}, tell: [] };

test("an event that this release cannot read is told of, stays, and keeps no other waiting", async () => {
  const world = memoryWorld();
  if (!first) throw new Error("There is a partnership");
  const store = world.storeFor(first);
  const [strange, known] = ["evt_00000001", "evt_00000002"].map((id) => EventId.parse(id));
  if (!strange || !known) throw new Error("There are two events");
  await store.note(
    create(outboxAsFound, { ...late, eventId: strange, partnershipId: first, type: "of-a-later-release" }),
  );
  await store.note(create(outbox, { ...late, eventId: known, partnershipId: first }));
  const swept = { ...world, directory: { ...world.directory, all: async () => [first] } };
  await sweepFunction(swept)({}, lambdaContext("sweep"));
  expect(world.sent.map(({ messages }) => messages)).toMatchObject([[{ eventId: known }]]);
  expect(world.logged).toContainEqual({
    code: "event-unreadable",
    partnershipId: first,
    eventId: strange,
    fields: "type",
  });
  expect(await store.all(asFound(outboxList))).toMatchObject([{ eventId: strange }]);
});

test("a partnership whose outbox cannot be read keeps no other from being swept", async () => {
  const world = memoryWorld();
  if (!first || !second) throw new Error("There are two partnerships");
  const eventId = EventId.parse("evt_00000001");
  await world.storeFor(second).note(create(outbox, { ...late, eventId, partnershipId: second }));
  const broken = {
    ...world,
    directory: { ...world.directory, all: async () => [first, second] },
    storeFor: (partnership: PartnershipId) => {
      const store = world.storeFor(partnership);
      return partnership === first
        ? { ...store, all: () => Promise.reject(new Error("A row of another release")) }
        : store;
    },
  };
  await expect(sweepFunction(broken)({}, lambdaContext("sweep"))).rejects.toThrow(
    "1 could not be dealt with",
  );
  expect(world.sent.map(({ queue }) => queue)).toEqual(["notify"]);
  expect(await world.storeFor(second).get(outbox, { eventId })).toBeUndefined();
});
