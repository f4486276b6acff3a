import { ConditionalCheckFailedException, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import {
  DeleteCommand,
  type DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  type QueryCommandInput,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from "@aws-sdk/lib-dynamodb";
import { getBatch, putBatch } from "./batches.ts";

export type Item = Record<string, unknown>;
export type TransactItem = NonNullable<TransactWriteCommandInput["TransactItems"]>[number];

/** DynamoDB, one table of it, with every key checked against the partition prefix it may touch. */
export interface Table {
  readonly get: (key: Item) => Promise<Item | undefined>;
  /** Items by key, in the order of the keys, undefined where there is none. */
  readonly getAll: (keys: readonly Item[]) => Promise<readonly (Item | undefined)[]>;
  readonly query: (input: Omit<QueryCommandInput, "TableName">) => Promise<QueriedPage>;
  /**
   * All or nothing. Answers with the positions of the items whose condition failed, empty when it was done, or that
   * others were at the rows or the table had too much to do: then the same may be tried again.
   */
  readonly transact: (items: readonly TransactItem[]) => Promise<readonly number[] | "contended">;
  /** One put under its condition; false when the condition did not hold. */
  readonly putIf: (put: ConditionalPut) => Promise<boolean>;
  /** Removes a row, which may be gone already. */
  readonly remove: (key: Item) => Promise<void>;
  /** Unconditional puts of rows that nothing points to yet; unprocessed ones are sent again. */
  readonly put: (items: readonly Item[]) => Promise<void>;
}

export type ConditionalPut = NonNullable<TransactItem["Put"]>;

export interface QueriedPage {
  readonly items: readonly Item[];
  readonly lastKey: Item | undefined;
}

const largestTransaction = 100;
const batchSize = 25;
const getBatchSize = 100;

const nameOf = ({ pk, sk }: Item): string => `${String(pk)}\n${String(sk)}`;

/** Raised when code tries to touch a key of another partnership: always a bug, never answered with data. */
export class ForeignKeyError extends Error {
  override readonly name = "ForeignKeyError";
}

/** Opens a table for keys that begin with `prefix`, on the table and on every index. */
export function openTable(client: DynamoDBDocumentClient, tableName: string, prefix: string): Table {
  const within = (value: unknown): void => {
    if (typeof value !== "string" || !value.startsWith(prefix))
      throw new ForeignKeyError(`A key outside ${prefix} was about to be used`);
  };
  const guard = (item: Item | undefined): void => {
    if (!item) throw new ForeignKeyError("A write without a key was about to be sent");
    for (const name of ["pk", "gsi1pk", "gsi2pk", "gsi3pk"])
      if (name === "pk" || name in item) within(item[name]);
  };
  return {
    async get(key) {
      guard(key);
      const { Item: item } = await client.send(
        new GetCommand({ TableName: tableName, Key: key, ConsistentRead: true }),
      );
      return item;
    },
    async getAll(keys) {
      for (const key of keys) guard(key);
      const found = new Map<string, Item>();
      for (let start = 0; start < keys.length; start += getBatchSize)
        for (const item of await getBatch(client, tableName, keys.slice(start, start + getBatchSize)))
          found.set(nameOf(item), item);
      return keys.map((key) => found.get(nameOf(key)));
    },
    async query(input) {
      within(input.ExpressionAttributeValues?.[":partition"]);
      if (input.ExclusiveStartKey) guard(input.ExclusiveStartKey);
      const page = await client.send(new QueryCommand({ ...input, TableName: tableName }));
      return { items: page.Items ?? [], lastKey: page.LastEvaluatedKey };
    },
    async transact(items) {
      for (const item of items) guard(keyedOf(item));
      demandTransactable(items);
      const TransactItems = items.map((item) => named(item, tableName));
      try {
        await client.send(new TransactWriteCommand({ TransactItems }));
        return [];
      } catch (error) {
        return failedPositions(error);
      }
    },
    async putIf(put) {
      guard(put.Item);
      try {
        await client.send(new PutCommand({ ...put, TableName: tableName }));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },
    async remove(key) {
      guard(key);
      await client.send(new DeleteCommand({ TableName: tableName, Key: key }));
    },
    async put(items) {
      for (const item of items) guard(item);
      for (let start = 0; start < items.length; start += batchSize)
        await putBatch(client, tableName, items.slice(start, start + batchSize));
    },
  };
}

const keyedOf = ({ Put, Delete, ConditionCheck }: TransactItem): Item | undefined =>
  Put?.Item ?? Delete?.Key ?? ConditionCheck?.Key;

// Said here because engines differ: one counts a row named twice as a failed condition, another as an error.
function demandTransactable(items: readonly TransactItem[]): void {
  if (items.length > largestTransaction)
    throw new Error(`A transaction takes ${largestTransaction} rows and this has ${items.length}`);
  const keys = items.map(keyedOf).map((item) => JSON.stringify([item?.["pk"], item?.["sk"]]));
  if (new Set(keys).size < keys.length) throw new Error("A transaction names one row twice");
}

const named = ({ Put, Delete, ConditionCheck }: TransactItem, TableName: string): TransactItem => ({
  ...(Put ? { Put: { ...Put, TableName } } : {}),
  ...(Delete ? { Delete: { ...Delete, TableName } } : {}),
  ...(ConditionCheck ? { ConditionCheck: { ...ConditionCheck, TableName } } : {}),
});

/** Why AWS cancels what it may take a moment later: its client tries again for none of these. */
const passing: ReadonlySet<string> = new Set([
  "TransactionConflict",
  "ThrottlingError",
  "ProvisionedThroughputExceeded",
]);

function failedPositions(error: unknown): readonly number[] | "contended" {
  if (!(error instanceof TransactionCanceledException)) throw error;
  const codes = (error.CancellationReasons ?? []).map((reason) => reason.Code ?? "None");
  if (codes.some((code) => passing.has(code))) return "contended";
  const failed = codes.flatMap((code, position) => (code === "ConditionalCheckFailed" ? [position] : []));
  if (failed.length === 0) throw error;
  return failed;
}
