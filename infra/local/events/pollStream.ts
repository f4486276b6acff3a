import { setTimeout as pause } from "node:timers/promises";
import type { DynamoDBStreamsClient } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBStreamEvent } from "aws-lambda";
import { followShard } from "./followShard.ts";
import type { Poller } from "./pollQueue.ts";
import { shardFinished } from "./streamCheckpoint.ts";
import type { StreamCheckpoint } from "./streamCheckpoint.ts";
import { newestStream, streamShards } from "./streamShards.ts";
import type { StreamShard } from "./streamShards.ts";

export type PollStreamOptions = {
  readonly streams: DynamoDBStreamsClient;
  readonly tableName: string;
  /** May answer with batchItemFailures of sequence numbers; a rejection fails the whole batch. */
  readonly handler: (event: DynamoDBStreamEvent) => Promise<unknown>;
  readonly checkpoint: StreamCheckpoint;
  readonly onError: (error: unknown) => void;
};

// A new shard nearly always follows the end of an old one, which is looked for at once.
const lookForShardsMs = 30_000;
const pauseAfterErrorMs = 500;

/**
 * Feeds a table's stream to a handler as Lambda's event source mapping does: in order within each shard,
 * parents before children, in batches of up to 100, each repeated from its first failed record on until the
 * handler takes it. Begins at the oldest record, or after the checkpoint if that is of the same stream.
 */
export function pollStream(options: PollStreamOptions): Poller {
  const { streams, tableName, onError } = options;
  const stopping = new AbortController();
  const { signal } = stopping;
  const readings = new Map<string, Promise<void>>();
  const empty = new Map<string, boolean>();

  const read = async (progress: Progress, shardId: string) => {
    empty.set(shardId, false);
    try {
      const end = await followShard({
        ...options,
        streamArn: progress.streamArn,
        shardId,
        after: progress.of(shardId),
        onHandled: (sequenceNumber) => progress.set(shardId, sequenceNumber),
        onLook: (nothing) => empty.set(shardId, nothing),
        signal,
      });
      if (end === "finished") progress.set(shardId, shardFinished);
    } catch (error) {
      onError(error);
    } finally {
      readings.delete(shardId);
      empty.delete(shardId);
    }
  };
  const supervise = async () => {
    let progress: Progress | undefined;
    while (!signal.aborted) {
      let waitMs = lookForShardsMs;
      try {
        progress ??= progressOf(await newestStream(streams, tableName), options.checkpoint);
        for (const { id } of readable(await streamShards(streams, progress.streamArn), progress))
          if (!readings.has(id)) readings.set(id, read(progress, id));
      } catch (error) {
        onError(error);
        waitMs = pauseAfterErrorMs;
      }
      const waited = pause(waitMs, undefined, { signal, ref: false }).catch(() => undefined);
      await Promise.race([waited, ...readings.values()]);
    }
    await Promise.all(readings.values());
  };
  const supervision = supervise();
  return {
    idle: () => empty.size > 0 && [...empty.values()].every((nothing) => nothing),
    async stop() {
      stopping.abort();
      await supervision;
    },
  };
}

type Progress = {
  readonly streamArn: string;
  of(shardId: string): string | undefined;
  set(shardId: string, position: string): void;
  keepOnly(shardIds: readonly string[]): void;
};

function progressOf(streamArn: string, checkpoint: StreamCheckpoint): Progress {
  const kept = checkpoint.read();
  // Another stream counts its records anew, so that the old position would skip some of them.
  let shards = kept?.streamArn === streamArn ? kept.shards : {};
  return {
    streamArn,
    of: (shardId) => shards[shardId],
    set(shardId, position) {
      shards = { ...shards, [shardId]: position };
      checkpoint.write({ streamArn, shards });
    },
    keepOnly(shardIds) {
      shards = Object.fromEntries(Object.entries(shards).filter(([shardId]) => shardIds.includes(shardId)));
    },
  };
}

/** The shards that are not finished and whose parent, where the stream still has it, is. */
function readable(shards: readonly StreamShard[], progress: Progress): StreamShard[] {
  const present = shards.map(({ id }) => id);
  progress.keepOnly(present);
  const finished = (id: string) => progress.of(id) === shardFinished;
  const waits = ({ parentId }: StreamShard) =>
    parentId !== undefined && present.includes(parentId) && !finished(parentId);
  return shards.filter((shard) => !finished(shard.id) && !waits(shard));
}
