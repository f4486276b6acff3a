import type { Item, Table, TransactItem } from "../../shared/store/table.ts";
import { tableShape } from "../../shared/store/tableShape.ts";

/** A fault planted where the service meets the world, as if its code had it. */
export interface Planted {
  readonly table: (table: Table) => Table;
  /** Whether messages are sent, or letters posted, only after all else was done. */
  readonly sendsLast: boolean;
  readonly postsLast: boolean;
  /** Whether nobody sweeps the outbox. */
  readonly neverSwept: boolean;
  /** Whether messages that were not handled are removed all the same. */
  readonly dropsFailed: boolean;
}

/** Nothing planted. */
export const sound: Planted = {
  table: (table) => table,
  sendsLast: false,
  postsLast: false,
  neverSwept: false,
  dropsFailed: false,
};

const itemOf = ({ Put, Delete, ConditionCheck }: TransactItem): Item =>
  Put?.Item ?? Delete?.Key ?? ConditionCheck?.Key ?? {};
const isOf = (rowType: string, item: TransactItem): boolean => itemOf(item)["rowType"] === rowType;

/** What a transaction would be, were it written otherwise. */
const transacting = (change: (items: readonly TransactItem[]) => readonly TransactItem[]): Planted => ({
  ...sound,
  table: (table) => ({ ...table, transact: (items) => table.transact(change(items)) }),
});

const without = (rowType: string): Planted =>
  transacting((items) => items.filter((item) => !isOf(rowType, item)));

/** A condition that holds whatever stands there: all of it is over by then. */
const always = {
  ConditionExpression: `attribute_not_exists(pk) OR ${tableShape.timeToLive} <= :now`,
  ExpressionAttributeValues: { ":now": Infinity },
};

/** A put whose condition always holds, whatever stands there. */
const unconditional = (rowTypes: readonly string[]): Planted =>
  transacting((items) =>
    items.map((item) => {
      if (!item.Put || !rowTypes.some((rowType) => isOf(rowType, item))) return item;
      return { Put: { ...always, TableName: item.Put.TableName, Item: item.Put.Item } };
    }),
  );

/** Each fault that the simulation must find, by what the code would do. */
export const plantedFaults: Readonly<Record<string, Planted>> = {
  "offers are written whatever became of them meanwhile": unconditional(["offer"]),
  "requests are written whatever became of them meanwhile": unconditional(["request"]),
  "capacities are written whatever became of them meanwhile": unconditional(["capacity"]),
  "steps are written over others of the trail": unconditional(["audit"]),
  "no step is left in the trail": without("audit"),
  "nobody is told": without("outbox"),
  "no answer is remembered": without("answer"),
  "rows are written one after another": {
    ...sound,
    table: (table) => ({
      ...table,
      async transact(items) {
        for (const [position, item] of items.entries()) {
          const failed = await table.transact([item]);
          if (failed === "contended") return failed;
          if (failed.length > 0) return [position];
        }
        return [];
      },
    }),
  },
  "capacities are written beside the transaction": {
    ...sound,
    table: (table) => ({
      ...table,
      async transact(items) {
        const beside = items.filter((item) => isOf("capacity", item));
        const failed = await table.transact(items.filter((item) => !isOf("capacity", item)));
        if (failed === "contended" || failed.length > 0 || beside.length === 0) return failed;
        return table.transact(beside);
      },
    }),
  },
  "two workers take one letter": {
    ...sound,
    table: (table) => ({
      ...table,
      async get(key) {
        return String(key["pk"]).includes("#DELIVERY#") ? undefined : table.get(key);
      },
      async putIf(put) {
        if (put.Item?.["rowType"] !== "delivery") return table.putIf(put);
        await table.put([put.Item]);
        return true;
      },
    }),
  },
  "events are forgotten before they are sent": { ...sound, sendsLast: true },
  "letters are marked before they are posted": { ...sound, postsLast: true },
  "nobody sends what the stream has lost": { ...sound, neverSwept: true },
  "messages are dropped that somebody else was at": { ...sound, dropsFailed: true },
};
