import { tableShape } from "../../shared/store/tableShape.ts";
import { ForeignKeyError, type Table, type TransactItem } from "../../shared/store/table.ts";

type Item = Record<string, unknown>;

/** Where an item stands in one order: the table's, or that of one index. */
interface Order {
  readonly pk: string;
  readonly sk: string;
}

const tableOrder: Order = { pk: tableShape.partitionKey, sk: tableShape.sortKey };
const orders = new Map<string | undefined, Order>([
  [undefined, tableOrder],
  ...tableShape.indexes.map((index) => [index.name, { pk: index.partitionKey, sk: index.sortKey }] as const),
]);

const text = (item: Item, name: string): string => {
  const value = item[name];
  return typeof value === "string" ? value : "";
};
const keyOf = (item: Item): string => `${text(item, "pk")}\n${text(item, "sk")}`;
const placeIn = (item: Item, { sk }: Order): string => `${text(item, sk)}\n${keyOf(item)}`;

/** The conditions that the store states, one of them none, and no others. */
function holds(found: Item | undefined, write: NonNullable<TransactItem["Put"]>): boolean {
  const values = write.ExpressionAttributeValues ?? {};
  const isGone = (): boolean => Number(found?.[tableShape.timeToLive] ?? Infinity) <= Number(values[":now"]);
  switch (write.ConditionExpression) {
    case "attribute_not_exists(pk)":
      return found === undefined;
    case `attribute_not_exists(pk) OR ${tableShape.timeToLive} <= :now`:
      return found === undefined || isGone();
    case "revision = :revision":
      return found?.["revision"] === values[":revision"];
    case undefined:
      return true;
    default:
      throw new Error(`The table in memory does not know the condition ${write.ConditionExpression}`);
  }
}

/** A table held in memory, one for all prefixes: for what is measured or tested without a database. */
export function memoryTable(): (prefix: string) => Table {
  const items = new Map<string, Item>();
  const partitions = new Map<string, Map<string, Item>>();
  const each = (item: Item, visit: (partition: Map<string, Item>) => void): void => {
    for (const [index, { pk }] of orders) {
      if (!(pk in item)) continue;
      const name = `${index}\n${text(item, pk)}`;
      const partition = partitions.get(name) ?? new Map<string, Item>();
      partitions.set(name, partition);
      visit(partition);
    }
  };
  const remove = (key: Item): void => {
    const known = items.get(keyOf(key));
    if (known) each(known, (partition) => partition.delete(keyOf(key)));
    items.delete(keyOf(key));
  };
  const put = (item: Item): void => {
    remove(item);
    items.set(keyOf(item), item);
    each(item, (partition) => partition.set(keyOf(item), item));
  };
  return (prefix) => {
    const within = (key: Item | undefined): Item => {
      if (!key || !text(key, "pk").startsWith(prefix)) throw new ForeignKeyError(`A key outside ${prefix}`);
      return key;
    };
    return {
      get: async (key) => items.get(keyOf(within(key))),
      putIf: async (write) => {
        const item = within(write.Item);
        const may = holds(items.get(keyOf(item)), write);
        if (may) put(item);
        return may;
      },
      getAll: async (keys) => keys.map((key) => items.get(keyOf(within(key)))),
      remove: async (key) => remove(within(key)),
      put: async (all) => all.forEach((item) => put(within(item))),
      async transact(all) {
        const failed = all.flatMap((item, position) => {
          const write = item.Put ?? item.Delete ?? item.ConditionCheck;
          const found = items.get(keyOf(within(item.Put?.Item ?? (item.Delete ?? item.ConditionCheck)?.Key)));
          return write && holds(found, { Item: {}, ...write }) ? [] : [position];
        });
        if (failed.length > 0) return failed;
        for (const { Put, Delete } of all) {
          if (Put?.Item) put(Put.Item);
          if (Delete?.Key) remove(Delete.Key);
        }
        return failed;
      },
      async query({ IndexName, ExpressionAttributeValues: values = {}, ...input }) {
        const order = orders.get(IndexName) ?? tableOrder;
        const partition = partitions.get(`${IndexName}\n${String(values[":partition"])}`);
        const sorted = [...(partition?.values() ?? [])]
          .filter((item) => text(item, order.sk).startsWith(String(values[":prefix"] ?? "")))
          .toSorted((a, b) => (placeIn(a, order) < placeIn(b, order) ? -1 : 1));
        const forwards = input.ScanIndexForward !== false;
        const from = input.ExclusiveStartKey && placeIn(input.ExclusiveStartKey, order);
        const left = (forwards ? sorted : sorted.toReversed()).filter((item) => {
          const place = placeIn(item, order);
          return from === undefined || (forwards ? place > from : place < from);
        });
        const page = left.slice(0, input.Limit);
        // As DynamoDB does it: a full page says where it ended, whether or not anything follows.
        return { items: page, lastKey: page.length === input.Limit ? page.at(-1) : undefined };
      },
    };
  };
}
