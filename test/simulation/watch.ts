import { hearersOf } from "../../shared/runtime/publish.ts";
import { outbox } from "../../shared/store/rows/trail.ts";
import type { Item, Table, TransactItem } from "../../shared/store/table.ts";
import type { DomainEvent } from "../../shared/domain/events.ts";
import type { OfferState } from "../../shared/domain/offers/offer.ts";
import { type Queues, takenAs } from "./queues.ts";

/** What was seen of the table while everything went on. */
export interface Watch {
  readonly table: Table;
  readonly violations: string[];
  /** Every event that was ever written, by its id. */
  readonly events: ReadonlyMap<string, DomainEvent>;
}

/** States that an offer never leaves. */
const ends: ReadonlySet<unknown> = new Set<OfferState>(["declined", "expired", "withdrawn", "superseded"]);

const keyOf = ({ pk, sk }: Item): Item => ({ pk, sk });
const isOf = (rowType: string) => (item: Item) => item["rowType"] === rowType;
const putsOf = (items: readonly TransactItem[]): Item[] =>
  items.flatMap(({ Put }) => (Put?.Item ? [Put.Item] : []));

interface Watched {
  readonly table: Table;
  readonly taken: Queues["taken"];
  /** Told of each event as its outbox row appears, as the change stream tells it. */
  readonly appeared: (event: DomainEvent) => void;
}

/** Watches what is written: no step is undone, each leaves its trace and its news, and no news is forgotten untold. */
export function watching({ table, taken, appeared }: Watched): Watch {
  const violations: string[] = [];
  const events = new Map<string, DomainEvent>();
  const lookAt = async (items: readonly Item[]): Promise<void> => {
    const before = await table.getAll(items.map(keyOf));
    const moved = items.filter((item, at) => isOf("offer")(item) && before[at]?.["state"] !== item["state"]);
    for (const [at, item] of items.entries()) {
      if (isOf("audit")(item) && before[at]) violations.push("a step of the trail was written over");
      if (isOf("offer")(item) && ends.has(before[at]?.["state"]) && item["state"] !== before[at]?.["state"])
        violations.push(`an offer that was ${String(before[at]?.["state"])} became ${String(item["state"])}`);
    }
    if (moved.length > 0 && items.filter(isOf("audit")).length !== 1)
      violations.push("an offer moved without leaving one step in the trail");
    if (moved.length > 0 && !items.some(isOf("outbox"))) violations.push("an offer moved and nobody is told");
  };
  const wrote = (items: readonly Item[]): void => {
    for (const item of items.filter(isOf("outbox"))) {
      const event = outbox.schema.parse(item);
      events.set(event.eventId, event);
      appeared(event);
    }
  };
  const forgotten = ({ pk, sk }: Item): void => {
    if (!String(pk).endsWith("#OUTBOX")) return;
    const event = events.get(String(sk));
    for (const queue of event ? hearersOf(event.type) : [])
      if (!taken.has(takenAs(queue, String(sk))))
        violations.push(`${event?.type} was forgotten before ${queue} had it`);
  };
  return {
    violations,
    events,
    table: {
      ...table,
      async transact(items) {
        const puts = putsOf(items);
        const before = violations.length;
        await lookAt(puts);
        const failed = await table.transact(items);
        // What was refused has not happened.
        if (failed === "contended" || failed.length > 0) violations.length = before;
        else wrote(puts);
        return failed;
      },
      async putIf(put) {
        const item = put.Item ?? {};
        const isDone = await table.putIf(put);
        if (isDone) wrote([item]);
        return isDone;
      },
      async put(items) {
        await lookAt(items);
        await table.put(items);
        wrote(items);
      },
      async remove(key) {
        forgotten(key);
        await table.remove(key);
      },
    },
  };
}
