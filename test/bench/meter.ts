import { createServer, type IncomingMessage } from "node:http";
import * as z from "zod";
import { listen } from "../../infra/local/gateway/ports.ts";
import { tableShape } from "../../shared/store/tableShape.ts";
import { bytesOf, Item } from "./itemSize.ts";

/** Units that AWS would bill for. */
export interface Units {
  readonly tableWrites: number;
  readonly indexWrites: number;
  readonly reads: number;
}

/** A database's address with a counter in front of it. */
export interface Meter {
  readonly endpoint: string;
  /** The units since the last reading. */
  readonly read: () => Units;
  readonly close: () => Promise<void>;
}

const Put = z.object({ Item });
const Keyed = z.object({ Key: Item });
const Transaction = z.object({
  TransactItems: z.array(
    z.object({ Put: Put.optional(), Delete: Keyed.optional(), ConditionCheck: Keyed.optional() }),
  ),
});
const Batch = z.object({
  RequestItems: z.record(z.string(), z.array(z.object({ PutRequest: Put.optional() }))),
});
const Query = z.object({
  IndexName: z.string().optional(),
  ConsistentRead: z.boolean().optional(),
  ExpressionAttributeValues: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
});
const Queried = z.object({ Items: z.array(Item).default([]) });
const Got = z.object({ Item: Item.optional() });
const GotBatch = z.object({ Responses: z.record(z.string(), z.array(Item)) });

const writeUnitBytes = 1024;
const readUnitBytes = 4096;
const units = (bytes: number, unit: number): number => Math.max(1, Math.ceil(bytes / unit));
const keyOf = (item: Item): string => JSON.stringify([item["pk"], item["sk"]]);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What a write costs in the indexes, which hold keys alone: only an entry that moves is removed and put anew. */
function indexUnits(before: Item | undefined, after: Item | undefined): number {
  return tableShape.indexes.reduce((sum, { partitionKey, sortKey }) => {
    const of = (item: Item | undefined): Item | undefined => (item?.[partitionKey] ? item : undefined);
    const [old, now] = [of(before), of(after)];
    const cost = (item: Item | undefined): number => (item ? 1 : 0);
    const stays =
      old && now && same(old[partitionKey], now[partitionKey]) && same(old[sortKey], now[sortKey]);
    return stays ? sum : sum + cost(old) + cost(now);
  }, 0);
}

/** Partitions that only the waiting of a test and the sweep ask about: no step of a request pays for those. */
const isUpkeep = (partition: unknown): boolean => /#OUTBOX$|^DIRECTORY$/.test(String(partition));

/** Counts what goes through by the documented rules, remembering every item to know what a write replaces. */
function counter() {
  const held = new Map<string, Item>();
  let counted = { tableWrites: 0, indexWrites: 0, reads: 0 };
  const write = (key: Item, after: Item | undefined, times: number): void => {
    const before = held.get(keyOf(key));
    const larger = Math.max(before ? bytesOf(before) : 0, after ? bytesOf(after) : 0);
    counted.tableWrites += times * units(larger, writeUnitBytes);
    counted.indexWrites += indexUnits(before, after);
    if (after) held.set(keyOf(key), after);
    else held.delete(keyOf(key));
  };
  const check = (key: Item): void => {
    const found = held.get(keyOf(key));
    counted.tableWrites += 2 * units(found ? bytesOf(found) : 0, writeUnitBytes);
  };
  const count = (operation: string, input: unknown, output: unknown): void => {
    if (operation === "PutItem") write(Put.parse(input).Item, Put.parse(input).Item, 1);
    else if (operation === "DeleteItem") write(Keyed.parse(input).Key, undefined, 1);
    else if (operation === "TransactWriteItems")
      for (const each of Transaction.parse(input).TransactItems) {
        if (each.Put) write(each.Put.Item, each.Put.Item, 2);
        if (each.Delete) write(each.Delete.Key, undefined, 2);
        if (each.ConditionCheck) check(each.ConditionCheck.Key);
      }
    else if (operation === "BatchWriteItem")
      for (const each of Object.values(Batch.parse(input).RequestItems).flat())
        if (each.PutRequest) write(each.PutRequest.Item, each.PutRequest.Item, 1);
    if (operation === "GetItem") {
      const { Item: item } = Got.parse(output);
      counted.reads += units(item ? bytesOf(item) : 0, readUnitBytes);
    }
    if (operation === "BatchGetItem")
      for (const item of Object.values(GotBatch.parse(output).Responses).flat())
        counted.reads += units(bytesOf(item), readUnitBytes);
    if (operation === "Query") {
      const { ConsistentRead, ExpressionAttributeValues } = Query.parse(input);
      if (isUpkeep(ExpressionAttributeValues[":partition"]?.["S"])) return;
      const bytes = Queried.parse(output).Items.reduce((sum, item) => sum + bytesOf(item), 0);
      counted.reads += units(bytes, readUnitBytes) * (ConsistentRead ? 1 : 0.5);
    }
  };
  const read = (): Units => {
    const reading = counted;
    counted = { tableWrites: 0, indexWrites: 0, reads: 0 };
    return reading;
  };
  return { count, read };
}

/** Starts a counter in front of a database: an address that passes every call on and counts what AWS would bill. */
export async function startMeter(database: string): Promise<Meter> {
  const { count, read } = counter();
  const server = createServer((request, response) => {
    void (async () => {
      const body = await bodyOf(request);
      const target = String(request.headers["x-amz-target"] ?? "");
      const answer = await fetch(database, {
        method: "POST",
        headers: {
          "content-type": String(request.headers["content-type"] ?? "application/x-amz-json-1.0"),
          "x-amz-target": target,
          authorization: String(request.headers["authorization"] ?? ""),
          "x-amz-date": String(request.headers["x-amz-date"] ?? ""),
        },
        body,
      });
      const text = await answer.text();
      if (answer.ok && target.startsWith("DynamoDB_"))
        count(target.split(".")[1] ?? "", JSON.parse(body), JSON.parse(text));
      response.writeHead(answer.status, { "content-type": "application/x-amz-json-1.0" });
      response.end(text);
    })().catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
  });
  const port = await listen(server, { port: 0, purpose: "meter" });
  return {
    endpoint: `http://127.0.0.1:${port}`,
    read,
    close: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(z.instanceof(Uint8Array).parse(chunk));
  return Buffer.concat(chunks).toString();
}
