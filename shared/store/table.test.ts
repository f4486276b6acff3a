import { DynamoDBClient, TransactionCanceledException } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openTable } from "./table.ts";

/** A client that reaches no database: every call is answered by the given function. */
function clientAnswering(answer: () => object): { client: DynamoDBDocumentClient; calls: () => number } {
  const client = DynamoDBDocumentClient.from(new DynamoDBClient({ region: "eu-west-2" }));
  let calls = 0;
  client.middlewareStack.add(
    () => async () => {
      calls += 1;
      return { output: { $metadata: {}, ...answer() }, response: {} };
    },
    { step: "initialize", priority: "low" },
  );
  return { client, calls: () => calls };
}

const cancelled = (...codes: readonly string[]): Error =>
  new TransactionCanceledException({
    message: "cancelled",
    $metadata: {},
    CancellationReasons: codes.map((Code) => ({ Code })),
  });

const item = { pk: "P#one#NOTES", sk: "a" };

describe("rows that the database never takes", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("are sent eight times, longer and longer apart, and then raised", async () => {
    const { client, calls } = clientAnswering(() => ({
      UnprocessedItems: { rows: [{ PutRequest: { Item: item } }] },
    }));
    const outcome = openTable(client, "rows", "P#one#")
      .put([item])
      .catch((error: unknown) => error);
    await vi.runAllTimersAsync();
    expect(await outcome).toMatchObject({ message: "1 rows stayed unprocessed" });
    expect(calls()).toBe(8);
  });
});

describe("a transaction", () => {
  it.each(["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"])(
    "that AWS cancels for a while (%s) may be tried again, whatever else it says of it",
    async (Code) => {
      const { client } = clientAnswering(() => {
        throw cancelled("ConditionalCheckFailed", Code);
      });
      const table = openTable(client, "rows", "P#one#");
      expect(await table.transact([{ Put: { TableName: "", Item: item } }])).toBe("contended");
    },
  );

  it.each(["ValidationError", "ItemCollectionSizeLimitExceeded"])(
    "that AWS cancels for good (%s) is raised",
    async (Code) => {
      const { client } = clientAnswering(() => {
        throw cancelled("None", Code);
      });
      const table = openTable(client, "rows", "P#one#");
      await expect(table.transact([{ Put: { TableName: "", Item: item } }])).rejects.toThrow("cancelled");
    },
  );

  it("that AWS cancels for another reason than a condition or a conflict is raised", async () => {
    const { client } = clientAnswering(() => {
      throw new Error("ThrottlingException");
    });
    const table = openTable(client, "rows", "P#one#");
    await expect(table.transact([{ Put: { TableName: "", Item: item } }])).rejects.toThrow("Throttling");
  });

  it("goes to the named table, whatever name its items carry", async () => {
    const { client, calls } = clientAnswering(() => ({}));
    const sent: unknown[] = [];
    client.middlewareStack.add(
      (next) => async (args) => {
        sent.push(args.input);
        return next(args);
      },
      { step: "initialize", priority: "high" },
    );
    const table = openTable(client, "rows", "P#one#");
    expect(await table.transact([{ Put: { TableName: "", Item: item } }])).toEqual([]);
    expect(calls()).toBe(1);
    expect(JSON.stringify(sent)).toContain('"TableName":"rows"');
  });
});
