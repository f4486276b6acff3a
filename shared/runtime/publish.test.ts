import { describe, expect, it } from "vitest";
import { type MemoryWorld, memoryWorld } from "../../test/store/memoryWorld.ts";
import { type EventType, eventTypes } from "../domain/events.ts";
import { idWith, PartnershipId } from "../domain/ids.ts";
import { queues } from "../contract/workers.ts";
import { outboxList } from "../store/rows/trail.ts";
import { hearersOf, publish } from "./publish.ts";
import { serviceActor } from "./session.ts";
import type { Sender, World } from "./world.ts";

const partnerships = ["aaaaaaaa", "bbbbbbbb"].map((tail) => idWith(PartnershipId, tail));

/** Announces events through commits, as every door does, and gives back what stands in the outboxes. */
async function announced(world: World, types: readonly EventType[]) {
  for (const partnership of partnerships) {
    const announce = types.map((type) => ({ type, subject: {}, tell: [] }));
    const trail = { chain: "request:1" as const, action: "tested", actor: serviceActor("test") };
    await world.storeFor(partnership).commit({ ...trail, writes: [], announce });
  }
  return waiting(world);
}
const waiting = async (world: World) =>
  (await Promise.all(partnerships.map((each) => world.storeFor(each).all(outboxList)))).flat();
const queuesOf = (world: MemoryWorld) => world.sent.map(({ queue }) => queue);

describe("publishing", () => {
  it("sends each event to every queue that hears it, and then forgets it", async () => {
    const world = memoryWorld();
    const events = await announced(world, ["request-submitted", "offer-declined"]);
    expect(events).toHaveLength(4);
    await publish(world, events);
    expect(await waiting(world)).toEqual([]);
    const types = world.sent.map(({ queue, messages }) => [
      queue,
      messages.map((message) => ("type" in message ? message.type : "")),
    ]);
    expect(types).toEqual([
      ["triage", ["request-submitted", "request-submitted"]],
      ["match", ["offer-declined", "offer-declined"]],
      ["notify", ["offer-declined", "offer-declined"]],
    ]);
  });

  it("keeps the row of an event that one queue did not take, and raises, so that it is sent again", async () => {
    const world = memoryWorld();
    const events = await announced(world, ["offer-declined", "offer-sent"]);
    const refusing: World & Sender = {
      ...world,
      send: async (queue) => (queue === "match" ? [1] : []),
    };
    await expect(publish(refusing, events)).rejects.toThrow("1 events were not taken");
    const declined = events.filter((event) => event.type === "offer-declined");
    expect(await waiting(world)).toEqual([declined[1]]);
    await publish(world, await waiting(world));
    expect(await waiting(world)).toEqual([]);
    expect(queuesOf(world)).toEqual(["match", "notify"]);
  });

  it("keeps every row when a queue cannot be reached at all", async () => {
    const world = memoryWorld();
    const events = await announced(world, ["offer-sent"]);
    const unreachable: World & Sender = {
      ...world,
      send: async () => {
        throw new Error("No route to the queue");
      },
    };
    await expect(publish(unreachable, events)).rejects.toThrow("No route");
    expect(await waiting(world)).toEqual(events);
  });

  it("sends again, under the same event id, what a crash left between sending and forgetting", async () => {
    const world = memoryWorld();
    const events = await announced(world, ["offer-sent"]);
    const crashing: World & Sender = {
      ...world,
      storeFor: (partnership) => ({
        ...world.storeFor(partnership),
        forget: async () => {
          throw new Error("The process was killed");
        },
      }),
    };
    await expect(publish(crashing, events)).rejects.toThrow("killed");
    expect(await waiting(world)).toEqual(events);
    await publish(world, await waiting(world));
    expect(world.sent.map(({ messages }) => messages)).toEqual([events, events]);
    expect(await waiting(world)).toEqual([]);
  });

  it("of nothing sends nothing", async () => {
    const world = memoryWorld();
    await publish(world, []);
    expect(world.sent).toEqual([]);
  });

  it("finds for each type of event just the queues that declare it", () => {
    for (const type of eventTypes) {
      const declared = Object.entries(queues).filter(([, queue]) =>
        [...queue.hears].some((each) => each === type),
      );
      expect(hearersOf(type)).toEqual(declared.map(([name]) => name));
    }
  });
});
