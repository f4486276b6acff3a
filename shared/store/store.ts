import type * as z from "zod";
import { type Actor, type AuditEntry, type Chain, nextEntry } from "../domain/audit.ts";
import { salted } from "../domain/discreet.ts";
import type { DomainEvent, EventSubject, EventType, Recipient } from "../domain/events.ts";
import type { EventId, PartnershipId } from "../domain/ids.ts";
import { decodeCursor, encodeCursor, sortsOf } from "./cursor.ts";
import { type Entity, itemOf, keyOf, type List, partitionPrefix } from "./entity.ts";
import { queryOf } from "./query.ts";
import { answers, auditEntries, auditOf, outbox } from "./rows/trail.ts";
import { type Item, pauseBefore, type Table, type TransactItem } from "./table.ts";
import { type IndexName, tableShape } from "./tableShape.ts";

/** One row to be written, with the condition under which it may be. */
export type Write = (partnership: PartnershipId, nowSeconds: number) => TransactItem;

/** Creates a row that must not exist; one past its expiry counts as gone, whether or not it has been removed. */
export const create =
  <Schema extends z.ZodObject, Key>(rows: Entity<Schema, Key>, row: z.output<Schema> & Key): Write =>
  (partnership, nowSeconds) => ({
    Put: {
      TableName: "",
      Item: itemOf(partnership, rows, row),
      ...(rows.expiresAtSeconds(row) === undefined
        ? { ConditionExpression: "attribute_not_exists(pk)" }
        : {
            ConditionExpression: `attribute_not_exists(pk) OR ${tableShape.timeToLive} <= :now`,
            ExpressionAttributeValues: { ":now": nowSeconds },
          }),
    },
  });

/** Replaces a row that must still be as it was read: same revision, which this write raises by one. */
export const replace =
  <Schema extends z.ZodObject, Key>(
    rows: Entity<Schema, Key>,
    row: z.output<Schema> & Key & { readonly revision: number },
  ): Write =>
  (partnership) => ({
    Put: {
      TableName: "",
      Item: itemOf(partnership, rows, { ...row, revision: row.revision + 1 }),
      ConditionExpression: "revision = :revision",
      ExpressionAttributeValues: { ":revision": row.revision },
    },
  });

/** What must be told of an action, and to whom. */
export interface Announcement {
  readonly type: EventType;
  readonly subject: EventSubject;
  readonly tell: readonly Recipient[];
}

/** One business action: everything in it is written, or nothing is. */
export interface BusinessAction {
  readonly chain: Chain;
  readonly action: string;
  readonly actor: Actor;
  readonly facts?: AuditEntry["facts"];
  readonly writes: readonly Write[];
  readonly announce?: readonly Announcement[];
  /** The answer to remember for an Idempotency-Key. */
  readonly answer?: z.output<typeof answers.schema>;
}

export type Committed = "committed" | "conflict" | "already-answered";

export interface Page<Row> {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

export interface PageOptions<Row> {
  readonly limit: number;
  readonly cursor?: string | undefined;
  readonly newestFirst?: boolean;
  readonly where?: (row: Row) => boolean;
}

/** All that can be read and written of one partnership; no method names another. */
export interface Store {
  readonly partnershipId: PartnershipId;
  readonly get: <Schema extends z.ZodObject, Key>(
    rows: Entity<Schema, Key>,
    key: Key,
  ) => Promise<z.output<Schema> | undefined>;
  /** One page and the cursor of the next; `where` is applied before rows are counted. */
  readonly page: <Schema extends z.ZodObject>(
    list: List<Schema>,
    options: PageOptions<z.output<Schema>>,
  ) => Promise<Page<z.output<Schema>>>;
  /** Every row of a list, read to the last page. */
  readonly all: <Schema extends z.ZodObject>(list: List<Schema>) => Promise<z.output<Schema>[]>;
  readonly commit: (action: BusinessAction) => Promise<Committed>;
  /** Writes one row of the service's own bookkeeping, which leaves no trail; false when its condition failed. */
  readonly note: (write: Write) => Promise<boolean>;
  /** Puts rows that nothing points to yet, any number of times with the same effect. */
  readonly stage: <Schema extends z.ZodObject, Key>(
    rows: Entity<Schema, Key>,
    all: readonly (z.output<Schema> & Key)[],
  ) => Promise<void>;
  /** Removes rows to which nothing points, any number of times with the same effect. */
  readonly drop: <Schema extends z.ZodObject, Key>(
    rows: Entity<Schema, Key>,
    keys: readonly Key[],
  ) => Promise<void>;
  /** Removes published outbox rows. */
  readonly forget: (eventIds: readonly EventId[]) => Promise<void>;
}

/** What a store needs of the world. */
export interface StoreDependencies {
  readonly openTable: (prefix: string) => Table;
  readonly now: () => string;
  readonly newEventId: () => EventId;
  /** SHA-256 of a text, as hexadecimal. */
  readonly digest: (text: string) => string;
}

export type StoreFor = (partnership: PartnershipId) => Store;

const trailAttempts = 6;
const droppedAtOnce = 25;

/** Opens stores, each bound to one partnership. */
export const storeFor =
  (world: StoreDependencies): StoreFor =>
  (partnershipId) => {
    const table = world.openTable(partitionPrefix(partnershipId));
    const nowSeconds = (): number => Math.floor(Date.parse(world.now()) / 1000);
    const isLive = (item: Item): boolean => {
      const expiry = item[tableShape.timeToLive];
      return typeof expiry !== "number" || expiry > nowSeconds();
    };

    /** An index holds keys alone: the items themselves, less those that have meanwhile left that place in the list. */
    const wholeItems = async (
      index: IndexName,
      listed: readonly Item[],
    ): Promise<readonly (Item | undefined)[]> => {
      const places = [`${index}pk`, `${index}sk`];
      const items = await table.getAll(listed.map(({ pk, sk }) => ({ pk, sk })));
      return items.map((item, at) =>
        places.every((name) => item?.[name] === listed[at]?.[name]) ? item : undefined,
      );
    };

    const page: Store["page"] = async (list, options) => {
      const kept: z.output<typeof list.entity.schema>[] = [];
      let cursor = options.cursor === undefined ? undefined : decodeCursor(options.cursor);
      do {
        const { items, lastKey } = await table.query(
          queryOf(partnershipId, list, { ...options, from: cursor }),
        );
        const found = list.index ? await wholeItems(list.index, items) : items;
        for (const [index, item] of found.entries()) {
          if (!item || !isLive(item)) continue;
          const row = list.entity.schema.parse(item);
          if (options.where && !options.where(row)) continue;
          kept.push(row);
          if (kept.length === options.limit) {
            const more = index < items.length - 1 || lastKey !== undefined;
            return { items: kept, nextCursor: more ? encodeCursor(sortsOf(list, item)) : null };
          }
        }
        cursor = lastKey && sortsOf(list, lastKey);
      } while (cursor !== undefined);
      return { items: kept, nextCursor: null };
    };

    const lastOf = async (chain: Chain): Promise<AuditEntry | undefined> =>
      (await page(auditOf(chain), { limit: 1, newestFirst: true })).items[0];

    const eventsOf = (action: BusinessAction, at: string): DomainEvent[] =>
      (action.announce ?? []).map(({ type, subject, tell }) => ({
        eventId: world.newEventId(),
        partnershipId,
        type,
        at,
        subject,
        tell: [...tell],
      }));

    const commit: Store["commit"] = async (action) => {
      const at = world.now();
      const { chain, actor, action: name } = action;
      const facts = salted(action.facts ?? {}, world.newEventId);
      const others = [
        ...action.writes,
        ...eventsOf(action, at).map((event) => create(outbox, event)),
        ...(action.answer ? [create(answers, action.answer)] : []),
      ].map((write) => write(partnershipId, nowSeconds()));
      for (let attempt = 0; attempt < trailAttempts; attempt += 1) {
        await pauseBefore(attempt);
        const entry = nextEntry(await lastOf(chain), { chain, at, actor, action: name, facts }, world.digest);
        const failed = await table.transact([
          ...others,
          create(auditEntries, entry)(partnershipId, nowSeconds()),
        ]);
        if (failed === "contended") continue;
        if (failed.length === 0) return "committed";
        if (action.answer && failed.includes(others.length - 1)) return "already-answered";
        if (failed.some((position) => position < others.length)) return "conflict";
      }
      return "conflict";
    };

    return {
      partnershipId,
      page,
      commit,
      async note(write) {
        const { Put } = write(partnershipId, nowSeconds());
        if (!Put) throw new Error("Only a row to be put can be noted");
        return table.putIf(Put);
      },
      async get(rows, key) {
        const item = await table.get(keyOf(partnershipId, rows.place(key)));
        return item && isLive(item) ? rows.schema.parse(item) : undefined;
      },
      async all(list) {
        const rows: z.output<typeof list.entity.schema>[] = [];
        let cursor: string | null | undefined;
        do {
          const next = await page(list, { limit: 1000, cursor: cursor ?? undefined });
          rows.push(...next.items);
          cursor = next.nextCursor;
        } while (cursor !== null);
        return rows;
      },
      stage: (rows, all) => table.put(all.map((row) => itemOf(partnershipId, rows, row))),
      async drop(rows, keys) {
        for (let start = 0; start < keys.length; start += droppedAtOnce)
          await Promise.all(
            keys
              .slice(start, start + droppedAtOnce)
              .map((key) => table.remove(keyOf(partnershipId, rows.place(key)))),
          );
      },
      async forget(eventIds) {
        for (const eventId of eventIds) await table.remove(keyOf(partnershipId, outbox.place({ eventId })));
      },
    };
  };
