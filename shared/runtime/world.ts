import type * as z from "zod";
import type { DomainEvent } from "../domain/events.ts";
import type { PartnershipId } from "../domain/ids.ts";
import type { QueueName } from "../contract/manifest.ts";
import type { StoreFor } from "../store/store.ts";
import type { Directory } from "../store/directory.ts";
import type { Log } from "./log.ts";

/** One e-mail, plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** What a queue carries: a domain event, or a job that names only its partnership. */
export type QueueMessage = DomainEvent | { readonly partnershipId: PartnershipId; readonly jobId: string };

/** Everything a handler needs of the outside: built once by `main.ts`, or by a test. */
export interface World {
  readonly storeFor: StoreFor;
  readonly directory: Directory;
  /** The present instant in UTC. */
  readonly now: () => string;
  readonly fresh: <Id extends z.ZodType>(schema: Id) => z.output<Id>;
  readonly log: Log;
  /** Where people reach the service: the base of every link in a letter. */
  readonly publicAddress: string;
}

/** Sends to queues; only the publishers of events and the hour do. */
export interface Sender {
  /** The answer holds the positions of the messages that were not taken. */
  readonly send: (queue: QueueName, messages: readonly QueueMessage[]) => Promise<readonly number[]>;
}

/** Posts letters; only the worker that notifies does. */
export interface Poster {
  readonly post: (letter: Letter) => Promise<void>;
}
