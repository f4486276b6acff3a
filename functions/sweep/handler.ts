import middy from "@middy/core";
import type { PartnershipId } from "../../shared/domain/ids.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { inEveryPartnership } from "../../shared/runtime/inEveryPartnership.ts";
import { eventsIn, publish } from "../../shared/runtime/publish.ts";
import type { Sender, World } from "../../shared/runtime/world.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";
import { asFound } from "../../shared/store/readRow.ts";

/** Younger rows are left to the stream, which is surely still at them. */
const leftToTheStreamMilliseconds = 2 * 60 * 1000;
const publishedAtOnce = 100;

/** The door of the clock that finds what the stream lost: outbox rows that are still there after two minutes. */
export const sweepFunction = (world: World & Sender) =>
  middy<unknown, void>().handler(async () => {
    const before = new Date(Date.parse(world.now()) - leftToTheStreamMilliseconds).toISOString();
    await inEveryPartnership(world, "sweep", (partnershipId) => sweep(world, partnershipId, before));
  });

/**
 * Publishes a partnership's late events, some at a time, so that a long backlog shortens with every sweep and events
 * that no queue takes keep none after them waiting.
 */
async function sweep(world: World & Sender, partnershipId: PartnershipId, before: string): Promise<void> {
  const waiting = await world.storeFor(partnershipId).all(asFound(outboxList));
  const late = eventsIn(world, partnershipId, waiting).filter((event) => event.at < before);
  const starts = late.flatMap((_, at) => (at % publishedAtOnce === 0 ? [at] : []));
  await eachByItself(starts, (start) => publish(world, late.slice(start, start + publishedAtOnce)));
  if (late.length > 0) world.log({ code: "events-swept", partnershipId, count: late.length });
}
