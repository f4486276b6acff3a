import * as z from "zod";
import { jsonFile } from "../schedules/jsonFile.ts";

/** Stands in place of a sequence number when a closed shard was read to its end. */
export const shardFinished = "finished";

const streamPosition = z.object({ streamArn: z.string(), shards: z.record(z.string(), z.string()) });

/** How far a stream was handled: by shard id the last sequence number, or that the shard is finished. */
export type StreamPosition = z.output<typeof streamPosition>;

/** Keeps the position across restarts. */
export type StreamCheckpoint = {
  read(): StreamPosition | undefined;
  write(position: StreamPosition): void;
};

/** Keeps the position in a JSON file. */
export function streamCheckpointFile(file: string): StreamCheckpoint {
  return jsonFile({ file, schema: streamPosition.optional(), initial: undefined });
}
