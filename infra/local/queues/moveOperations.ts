import { randomUUID } from "node:crypto";
import * as z from "zod";
import { invalidParameter } from "./errors.ts";
import { checkWholeNumber } from "./messageContent.ts";
import { arnOf, operation, queueOfArn } from "./operation.ts";
import type { QueueHost } from "./operation.ts";
import { redriveOf } from "./queueAttributes.ts";

const startMessageMoveTask = operation(
  z.object({ SourceArn: z.string(), DestinationArn: z.string().optional() }),
  ({ SourceArn, DestinationArn }, { host }) => {
    const source = queueOfArn(host, SourceArn).name;
    const destination = DestinationArn === undefined ? null : queueOfArn(host, DestinationArn).name;
    if (!isDeadLetterQueue(host, source))
      throw invalidParameter("Source queue must be configured as a Dead Letter Queue.");
    const handle = randomUUID();
    const woken = host.store.durably(() => {
      const { woken, moved } = moveAll(host, source, destination);
      host.store.queues.insertMove({ handle, source, destination, moved, started_at: host.now() });
      return woken;
    });
    for (const queue of woken) host.arrivals.announce(queue);
    return { TaskHandle: handle };
  },
);

function moveAll(host: QueueHost, source: string, destination: string | null) {
  const nowMs = host.now();
  const woken = new Set<string>();
  let moved = 0;
  for (const letter of host.store.messages.letters(source, nowMs)) {
    const queue = destination ?? letter.source_queue;
    // A letter sent straight to the dead-letter queue has nowhere to go back to.
    if (queue === null || host.store.queues.find(queue) === undefined) continue;
    host.store.messages.sendAgain(letter.sequence, {
      queue,
      id: randomUUID(),
      nowMs,
      storedAtMs: host.wallClock(),
    });
    woken.add(queue);
    moved += 1;
  }
  return { woken, moved };
}

function isDeadLetterQueue(host: QueueHost, name: string): boolean {
  const targets = host.store.queues
    .all()
    .map(({ attributes }) => redriveOf(attributes)?.deadLetterTargetArn.split(":").at(-1));
  return targets.includes(name);
}

const listMessageMoveTasks = operation(
  z.object({ SourceArn: z.string(), MaxResults: z.number().optional() }),
  ({ SourceArn, MaxResults }, { host }) => {
    checkWholeNumber({ name: "MaxResults", value: MaxResults, range: [1, 10] });
    const { name } = queueOfArn(host, SourceArn);
    return {
      Results: host.store.queues.moves(name, MaxResults ?? 1).map((move) => ({
        Status: "COMPLETED",
        SourceArn: arnOf(move.source),
        ...(move.destination !== null && { DestinationArn: arnOf(move.destination) }),
        ApproximateNumberOfMessagesMoved: move.moved,
        StartedTimestamp: move.started_at,
      })),
    };
  },
);

/** The way back from a dead-letter queue, by the protocol's names. A move is over when it is answered. */
export const moveOperations = {
  ListMessageMoveTasks: listMessageMoveTasks,
  StartMessageMoveTask: startMessageMoveTask,
};
