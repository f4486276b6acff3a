import middy from "@middy/core";
import type { PartnershipId } from "../../shared/domain/ids.ts";
import { eachByItself } from "../../shared/runtime/eachByItself.ts";
import { publish } from "../../shared/runtime/publish.ts";
import type { Sender, World } from "../../shared/runtime/world.ts";
import { outboxList } from "../../shared/store/rows/trail.ts";

/** Younger rows are left to the stream, which is surely still at them. */
const leftToTheStreamMilliseconds = 2 * 60 * 1000;
const publishedAtOnce = 100;

/** The door of the clock that finds what the stream lost: outbox rows that are still there after two minutes. */
export const sweepFunction = (world: World & Sender) =>
  middy<unknown, void>().handler(async () => {
    const before = new Date(Date.parse(world.now()) - leftToTheStreamMilliseconds).toISOString();
    await eachByItself(await world.directory.all(), (partnershipId) => sweep(world, partnershipId, before));
  });

/** Publishes a partnership's late events, some at a time, so that a long backlog shortens with every sweep. */
async function sweep(world: World & Sender, partnershipId: PartnershipId, before: string): Promise<void> {
  const waiting = await world.storeFor(partnershipId).all(outboxList);
  const late = waiting.filter((event) => event.at < before);
  for (let start = 0; start < late.length; start += publishedAtOnce)
    await publish(world, late.slice(start, start + publishedAtOnce));
  if (late.length > 0) world.log({ code: "events-swept", partnershipId, count: late.length });
}
