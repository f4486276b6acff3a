import { expect, test } from "vitest";
import { lambdaContext } from "../../infra/local/lambdaContext.ts";
import { EventId, PartnershipId } from "../../shared/domain/ids.ts";
import { create } from "../../shared/store/store.ts";
import { outbox } from "../../shared/store/rows/trail.ts";
import { memoryWorld } from "../../test/store/memoryWorld.ts";
import { sweepFunction } from "./handler.ts";

const [first, second] = ["par_aaaaaaaa", "par_bbbbbbbb"].map((id) => PartnershipId.parse(id));

test("a partnership whose outbox cannot be read keeps no other from being swept", async () => {
  const world = memoryWorld();
  if (!first || !second) throw new Error("There are two partnerships");
  const late = { type: "request-opened" as const, at: "2026-09-01T07:00:00.000Z", subject: {}, tell: [] };
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
