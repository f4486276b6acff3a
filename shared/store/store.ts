import type * as z from "zod";
import { type Actor, type AuditEntry, type Chain, nextEntry } from "../domain/audit.ts";
import { salted } from "../domain/discreet.ts";
import type { DomainEvent, EventSubject, EventType, Recipient } from "../domain/events.ts";
import type { EventId, PartnershipId } from "../domain/ids.ts";
import { pauseBefore } from "./batches.ts";
import { type Entity, itemOf, keyOf, partitionPrefix } from "./entity.ts";
import { type Lists, openLists } from "./lists.ts";
import { rowOf } from "./readRow.ts";
import { answers, auditEntries, auditOf, outbox } from "./rows/trail.ts";
import type { Item, Table, TransactItem } from "./table.ts";
import { tableShape } from "./tableShape.ts";

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

/** All that can be read and written of one partnership; no method names another. */
export interface Store extends Lists {
  readonly partnershipId: PartnershipId;
  readonly get: <Schema extends z.ZodObject, Key>(
    rows: Entity<Schema, Key>,
    key: Key,
  ) => Promise<z.output<Schema> | undefined>;
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
    const lists = openLists(table, partnershipId, isLive);
    const lastOf = async (chain: Chain): Promise<AuditEntry | undefined> =>
      (await lists.page(auditOf(chain), { limit: 1, newestFirst: true })).items[0];

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
      ...lists,
      commit,
      async note(write) {
        const { Put } = write(partnershipId, nowSeconds());
        if (!Put) throw new Error("Only a row to be put can be noted");
        return table.putIf(Put);
      },
      async get(rows, key) {
        const item = await table.get(keyOf(partnershipId, rows.place(key)));
        return item && isLive(item) ? rowOf(rows, item) : undefined;
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
