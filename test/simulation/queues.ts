import { type QueueName, queues } from "../../shared/contract/workers.ts";
import type { QueueMessage } from "../../shared/runtime/world.ts";
import type { Chance } from "./chance.ts";
import type { Faults } from "./faults.ts";

/** A copy of a message that waits in a queue, or is being handled. */
export interface Waiting {
  readonly queue: QueueName;
  readonly message: QueueMessage;
  receives: number;
  isHandled: boolean;
}

/** The queues as SQS keeps them: at least once, in no order, and aside after too many receipts. */
export interface Queues {
  readonly send: (queue: QueueName, messages: readonly QueueMessage[]) => readonly number[];
  /** Takes one message by chance to be handled, undefined where none waits. */
  readonly receive: () => Waiting | undefined;
  /** Ends the handling: what was done well is removed, mostly; else it comes again, or goes aside. */
  readonly handled: (waiting: Waiting, isDone: boolean) => void;
  /** Puts back what went aside, as an operator does. Answers how many there were. */
  readonly redrive: () => number;
  readonly length: () => number;
  /** Queues that have taken an event, each named with its id. */
  readonly taken: ReadonlySet<string>;
}

/** The name of an event in a queue. */
export const takenAs = (queue: QueueName, eventId: string): string => `${queue} ${eventId}`;

export function queuesBy(chance: Chance, { strikes }: Faults): Queues {
  const waiting = new Set<Waiting>();
  const aside = new Set<Waiting>();
  const taken = new Set<string>();
  return {
    taken,
    length: () => waiting.size + aside.size,
    send(queue, messages) {
      return messages.flatMap((message, position) => {
        if (strikes("notQueued")) return [position];
        for (let copies = strikes("queuedTwice") ? 2 : 1; copies > 0; copies -= 1)
          waiting.add({ queue, message, receives: 0, isHandled: false });
        if ("eventId" in message) taken.add(takenAs(queue, message.eventId));
        return [];
      });
    },
    receive() {
      const [first, ...others] = [...waiting].filter(({ isHandled }) => !isHandled);
      if (!first) return undefined;
      const chosen = chance.oneOf([first, ...others]);
      chosen.isHandled = true;
      chosen.receives += 1;
      return chosen;
    },
    handled(message, isDone) {
      message.isHandled = false;
      const isOver = isDone && !strikes("notRemoved");
      if (isOver) waiting.delete(message);
      else if (message.receives >= queues[message.queue].maxReceives) {
        waiting.delete(message);
        aside.add(message);
      }
    },
    redrive() {
      const { size } = aside;
      for (const message of aside) waiting.add({ ...message, receives: 0 });
      aside.clear();
      return size;
    },
  };
}
