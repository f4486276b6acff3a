import middy from "@middy/core";
import { publish } from "../../shared/runtime/publish.ts";
import type { Sender, World } from "../../shared/runtime/world.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";

/** Younger rows are left to the stream, which is surely still at them. */
const leftToTheStreamMilliseconds = 2 * 60 * 1000;

/** The door of the clock that finds what the stream lost: outbox rows that are still there after two minutes. */
export const sweepFunction = (world: World & Sender) =>
  middy<unknown, void>().handler(async () => {
    const before = new Date(Date.parse(world.now()) - leftToTheStreamMilliseconds).toISOString();
    for (const partnershipId of await world.directory.all()) {
      const waiting = await world.storeFor(partnershipId).all(outboxList);
      const late = waiting.filter((event) => event.at < before);
      if (late.length === 0) continue;
      await publish(world, late);
      world.log({ code: "events-swept", partnershipId, count: late.length });
    }
  });
