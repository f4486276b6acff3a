import { type QueueName, queues } from "../contract/workers.ts";
import type { DomainEvent, EventType } from "../domain/events.ts";
import type { PartnershipId } from "../domain/ids.ts";
import { outbox } from "../store/rows/trail.ts";
import type { Sender, World } from "./world.ts";

const queueNames = Object.keys(queues).filter((name): name is QueueName => name in queues);

/** The queues that hear a type of event. */
export function hearersOf(type: EventType): QueueName[] {
  return queueNames.filter((name) => {
    const hears: readonly EventType[] = queues[name].hears;
    return hears.includes(type);
  });
}

/**
 * The events that rows of an outbox hold. One that this release cannot read is told of in the log, which raises an
 * alarm, and stays where it is: it keeps no other waiting, and a release that can read it sends it.
 */
export function eventsIn(
  world: Pick<World, "log">,
  partnershipId: PartnershipId,
  rows: readonly Readonly<Record<string, unknown>>[],
): DomainEvent[] {
  return rows.flatMap((row) => {
    const read = outbox.schema.safeParse(row);
    if (read.success) return [read.data];
    const fields = read.error.issues.map(({ path }) => path.join(".")).join(" ");
    world.log({ code: "event-unreadable", partnershipId, eventId: String(row["sk"]), fields });
    return [];
  });
}

/**
 * Sends each event to every queue that hears it and only then forgets its outbox row. A crash in between leaves
 * the row, so that the sweep sends it again: consumers know an event they have seen by its id.
 */
export async function publish(world: World & Sender, events: readonly DomainEvent[]): Promise<void> {
  const unsent = new Set<string>();
  for (const queue of queueNames) {
    const heard = events.filter((event) => hearersOf(event.type).includes(queue));
    if (heard.length === 0) continue;
    const refused = await world.send(queue, heard);
    for (const position of refused) unsent.add(heard[position]?.eventId ?? "");
    world.log({ code: "events-published", queue, count: heard.length - refused.length });
  }
  for (const [partnershipId, mine] of Map.groupBy(events, (event) => event.partnershipId)) {
    const sent = mine.filter((event) => !unsent.has(event.eventId)).map((event) => event.eventId);
    await world.storeFor(partnershipId).forget(sent);
  }
  if (unsent.size > 0)
    throw new Error(`${unsent.size} events were not taken by a queue; their rows stay in the outbox`);
}
