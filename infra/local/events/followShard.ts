import { setTimeout as pause } from "node:timers/promises";
import {
  ExpiredIteratorException,
  GetRecordsCommand,
  GetShardIteratorCommand,
  TrimmedDataAccessException,
} from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBStreamsClient, _Record } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { failedItems } from "./batchResponse.ts";
import { streamEvent } from "./streamEvent.ts";

const batchSize = 100;
const shortestIdleMs = 50;
const longestIdleMs = 250;
const firstRetryMs = 100;
const longestRetryMs = 5000;

/** One shard to read, where from, and whom to tell. */
export type ShardReading = {
  readonly streams: DynamoDBStreamsClient;
  readonly streamArn: string;
  readonly shardId: string;
  /** Last sequence number handled; undefined starts at the oldest record. */
  readonly after: string | undefined;
  readonly handler: (event: DynamoDBStreamEvent) => Promise<unknown>;
  /** Called with the last sequence number of what was handled, each time it grows. */
  readonly onHandled: (sequenceNumber: string) => void;
  /** Called after each look with whether there was nothing to read. */
  readonly onLook: (empty: boolean) => void;
  readonly onError: (error: unknown) => void;
  readonly signal: AbortSignal;
};

/**
 * Reads a shard in order, each batch until the handler has taken all of it. Resolves with "finished" at the
 * end of a closed shard, or with "stopped" when the signal aborts; what is at work then is first completed.
 */
export async function followShard(reading: ShardReading): Promise<"finished" | "stopped"> {
  const { streams, onLook, onError, signal } = reading;
  let { after } = reading;
  let iterator: string | undefined;
  let idleMs = shortestIdleMs;
  while (!signal.aborted) {
    try {
      iterator ??= await openIterator(reading, after);
      const page = await streams.send(new GetRecordsCommand({ ShardIterator: iterator, Limit: batchSize }), {
        abortSignal: signal,
      });
      const records = page.Records ?? [];
      onLook(records.length === 0);
      after = await handleAll(reading, records, after);
      if (page.NextShardIterator === undefined && !signal.aborted) return "finished";
      iterator = page.NextShardIterator;
      idleMs = records.length > 0 ? shortestIdleMs : Math.min(longestIdleMs, idleMs * 1.25);
      if (records.length === 0) await rest(idleMs, signal);
    } catch (error) {
      if (signal.aborted) break;
      iterator = undefined;
      if (error instanceof ExpiredIteratorException) continue;
      onError(error);
      // What is lost is lost; the stream goes on with its oldest record.
      if (error instanceof TrimmedDataAccessException) after = undefined;
      await rest(longestIdleMs, signal);
    }
  }
  return "stopped";
}

async function openIterator(reading: ShardReading, after: string | undefined): Promise<string> {
  const { streams, streamArn, shardId } = reading;
  const { ShardIterator } = await streams.send(
    new GetShardIteratorCommand({
      StreamArn: streamArn,
      ShardId: shardId,
      ...(after === undefined
        ? { ShardIteratorType: "TRIM_HORIZON" }
        : { ShardIteratorType: "AFTER_SEQUENCE_NUMBER", SequenceNumber: after }),
    }),
  );
  if (ShardIterator === undefined) throw new Error(`Shard ${shardId} gave no iterator.`);
  return ShardIterator;
}

/** Offers the records until all are taken or the signal aborts; returns the last sequence number taken. */
async function handleAll(
  reading: ShardReading,
  records: readonly _Record[],
  before: string | undefined,
): Promise<string | undefined> {
  let handled = before;
  let left = records;
  let retryMs = firstRetryMs;
  while (left.length > 0 && !reading.signal.aborted) {
    const taken = await offer(reading, left);
    const last = sequenceOf(left[taken - 1]);
    if (last !== undefined) {
      handled = last;
      reading.onHandled(last);
    }
    left = left.slice(taken);
    if (left.length === 0) break;
    await rest(retryMs, reading.signal);
    retryMs = taken > 0 ? firstRetryMs : Math.min(longestRetryMs, retryMs * 2);
  }
  return handled;
}

/** How many records from the first on the handler took: those before the first it reported as failed. */
async function offer(reading: ShardReading, records: readonly _Record[]): Promise<number> {
  const sequences = records.map((record) => sequenceOf(record) ?? "");
  try {
    const response = await reading.handler(streamEvent(records, reading.streamArn));
    const failed = failedItems(response, sequences);
    const first = sequences.findIndex((sequence) => failed.has(sequence));
    return first === -1 ? records.length : first;
  } catch (error) {
    reading.onError(error);
    return 0;
  }
}

function sequenceOf(record: _Record | undefined): string | undefined {
  return record?.dynamodb?.SequenceNumber;
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await pause(ms, undefined, { signal }).catch(() => undefined);
}
