import { type QueueName, queues } from "../contract/manifest.ts";
import type { DomainEvent, EventType } from "../domain/events.ts";
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
