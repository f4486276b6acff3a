import { BatchGetCommand, BatchWriteCommand, type DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";

type Item = Record<string, unknown>;

const batchAttempts = 8;

/** Waits longer before each further attempt, and not at all before the first. */
export const pauseBefore = async (attempt: number): Promise<void> => {
  if (attempt > 0) await new Promise((wake) => setTimeout(wake, 25 * 2 ** attempt));
};

/** Puts up to 25 rows; those that AWS left are sent again, and raised where it never takes them. */
export async function putBatch(
  client: DynamoDBDocumentClient,
  tableName: string,
  items: readonly Item[],
): Promise<void> {
  let left = items.map((Item) => ({ PutRequest: { Item } }));
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === batchAttempts) throw new Error(`${left.length} rows stayed unprocessed`);
    await pauseBefore(attempt);
    const { UnprocessedItems } = await client.send(
      new BatchWriteCommand({ RequestItems: { [tableName]: left } }),
    );
    left = (UnprocessedItems?.[tableName] ?? []).flatMap((each) =>
      each.PutRequest?.Item ? [{ PutRequest: { Item: each.PutRequest.Item } }] : [],
    );
  }
}

/** Reads up to 100 rows by key, in no order; those that AWS left are asked for again, and raised where it never reads them. */
export async function getBatch(
  client: DynamoDBDocumentClient,
  tableName: string,
  keys: readonly Item[],
): Promise<Item[]> {
  const found: Item[] = [];
  let left: Item[] = [...keys];
  for (let attempt = 0; left.length > 0; attempt += 1) {
    if (attempt === batchAttempts) throw new Error(`${left.length} rows stayed unread`);
    await pauseBefore(attempt);
    const { Responses, UnprocessedKeys } = await client.send(
      new BatchGetCommand({ RequestItems: { [tableName]: { Keys: left, ConsistentRead: true } } }),
    );
    found.push(...(Responses?.[tableName] ?? []));
    left = UnprocessedKeys?.[tableName]?.Keys ?? [];
  }
  return found;
}
