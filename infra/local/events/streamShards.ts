import { DescribeStreamCommand, ListStreamsCommand } from "@aws-sdk/client-dynamodb-streams";
import type { DynamoDBStreamsClient, _Stream } from "@aws-sdk/client-dynamodb-streams";

/** A shard and the one it was split from, which has to be handled first. */
export type StreamShard = { readonly id: string; readonly parentId: string | undefined };

/** The ARN of a table's newest stream. Rejects when the table has none. */
export async function newestStream(streams: DynamoDBStreamsClient, tableName: string): Promise<string> {
  const found: _Stream[] = [];
  let from: string | undefined;
  do {
    const page = await streams.send(
      new ListStreamsCommand({ TableName: tableName, ExclusiveStartStreamArn: from }),
    );
    found.push(...(page.Streams ?? []));
    from = page.LastEvaluatedStreamArn;
  } while (from !== undefined);
  // Labels are times of creation, so the greatest is the newest.
  const newest = found.toSorted((one, other) => compare(one.StreamLabel, other.StreamLabel)).at(-1);
  if (newest?.StreamArn === undefined) throw new Error(`Table ${tableName} has no stream.`);
  return newest.StreamArn;
}

function compare(one = "", other = ""): number {
  return one < other ? -1 : Number(one > other);
}

/** Every shard the stream still has. */
export async function streamShards(
  streams: DynamoDBStreamsClient,
  streamArn: string,
): Promise<StreamShard[]> {
  const shards: StreamShard[] = [];
  let from: string | undefined;
  do {
    const { StreamDescription: page } = await streams.send(
      new DescribeStreamCommand({ StreamArn: streamArn, ExclusiveStartShardId: from }),
    );
    for (const { ShardId, ParentShardId } of page?.Shards ?? [])
      if (ShardId !== undefined) shards.push({ id: ShardId, parentId: ParentShardId });
    from = page?.LastEvaluatedShardId;
  } while (from !== undefined);
  return shards;
}
