import type * as z from "zod";
import type { DomainEvent } from "../domain/events.ts";
import type { PartnershipId, UploadId } from "../domain/ids.ts";
import type { QueueName } from "../contract/workers.ts";
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
  /** What the edge shows with each request: without any, requests may come from everywhere. */
  readonly originSecrets: readonly string[];
}

/** Sends to queues; only the publishers of events and the hour do. */
export interface Sender {
  /** The answer holds the positions of the messages that were not taken. */
  readonly send: (queue: QueueName, messages: readonly QueueMessage[]) => Promise<readonly number[]>;
}

/** Whose file it is that somebody sends to an address of its own. */
export interface UploadPlace {
  readonly partnershipId: PartnershipId;
  readonly uploadId: UploadId;
}

/** A request that sends a file: it is taken once, until `until`, and only as it says. */
export interface SendingAddress {
  readonly method: "PUT";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Gives out addresses to send files to; it can neither read nor send one. */
export interface UploadAddresses {
  readonly uploadAddress: (
    place: UploadPlace,
    asked: { readonly sizeBytes: number; readonly at: string; readonly minutes: number },
  ) => Promise<SendingAddress>;
}

/** Reads files that were sent; only the worker that previews them does. */
export interface UploadedFiles {
  /** How many bytes are there, undefined where no file is. */
  readonly uploadedBytes: (place: UploadPlace) => Promise<number | undefined>;
  /** The file from its beginning, as often as wanted; raises where there is none. */
  readonly openUpload: (place: UploadPlace) => AsyncIterable<Uint8Array>;
}

/** Posts letters; only the worker that notifies does. */
export interface Poster {
  readonly post: (letter: Letter) => Promise<void>;
}
