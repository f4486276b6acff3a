import { type DynamoDBDocumentClient, ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll } from "vitest";
import { EventId, PartnershipId } from "../../shared/domain/ids.ts";
import { freshId, sha256 } from "../../shared/runtime/identity.ts";
import { partitionPrefix } from "../../shared/store/entity.ts";
import { type BusinessAction, type Store, storeFor } from "../../shared/store/store.ts";
import { openTable, type Table } from "../../shared/store/table.ts";
import type { Engine } from "./engine.ts";

/** What a store test stands on: the engine, a clock that it moves, and the table as it is without any store. */
export interface Ground {
  /** A partnership that no other test uses. */
  readonly newPartnership: () => PartnershipId;
  readonly newClient: () => DynamoDBDocumentClient;
  /** The store of a partnership, over a client of the test's own if it brings one. */
  readonly store: (partnership: PartnershipId, client?: DynamoDBDocumentClient) => Store;
  readonly table: (prefix: string) => Table;
  readonly tableName: string;
  readonly clock: { now: string };
  /** Every item of a partnership as the engine holds it, by key. */
  readonly everythingOf: (partnership: PartnershipId) => Promise<Record<string, unknown>[]>;
}

/** Opens the engine for the tests of one file. */
export function groundOf(open: () => Promise<Engine>): Ground {
  const clock = { now: "2026-09-01T08:00:00.000Z" };
  const opened: { engine?: Engine; client?: DynamoDBDocumentClient } = {};
  const engine = (): Engine => {
    if (!opened.engine) throw new Error("The engine is open only while tests run");
    return opened.engine;
  };
  const client = (): DynamoDBDocumentClient => (opened.client ??= engine().newClient());
  beforeAll(async () => {
    opened.engine = await open();
  });
  afterAll(() => opened.engine?.close());
  return {
    newPartnership: () => freshId(PartnershipId, Date.parse(clock.now)),
    newClient: () => engine().newClient(),
    get tableName() {
      return engine().tableName;
    },
    clock,
    table: (prefix) => openTable(client(), engine().tableName, prefix),
    store: (partnership, own) =>
      storeFor({
        openTable: (prefix) => openTable(own ?? client(), engine().tableName, prefix),
        now: () => clock.now,
        newEventId: () => freshId(EventId, Date.parse(clock.now)),
        digest: sha256,
      })(partnership),
    everythingOf: (partnership) => itemsOf(client(), engine().tableName, partnership),
  };
}

/** Every item of a partnership as a table holds it, by key. */
export async function itemsOf(client: DynamoDBDocumentClient, TableName: string, partnership: PartnershipId) {
  const items: Record<string, unknown>[] = [];
  let from: Record<string, unknown> | undefined;
  do {
    const page = await client.send(
      new ScanCommand({ TableName, ConsistentRead: true, ...(from ? { ExclusiveStartKey: from } : {}) }),
    );
    items.push(...(page.Items ?? []));
    from = page.LastEvaluatedKey;
  } while (from);
  const keyOf = (item: Record<string, unknown>): string => JSON.stringify([item["pk"], item["sk"]]);
  return items
    .filter((item) => String(item["pk"]).startsWith(partitionPrefix(partnership)))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** A business action with whatever is of no interest filled in. */
export const actionOf = (
  writes: BusinessAction["writes"],
  more: Partial<BusinessAction> = {},
): BusinessAction => ({
  chain: "request:1",
  action: "tested",
  actor: { role: "broker", account: "account-1" },
  writes,
  ...more,
});
