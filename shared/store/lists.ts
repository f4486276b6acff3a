import type * as z from "zod";
import type { PartnershipId } from "../domain/ids.ts";
import { decodeCursor, encodeCursor, sortsOf } from "./cursor.ts";
import { type Entity, keyOf, type List } from "./entity.ts";
import { queryOf } from "./query.ts";
import { rowOf } from "./readRow.ts";
import type { Item, Table } from "./table.ts";
import type { IndexName } from "./tableShape.ts";

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

/** How several rows of one partnership are read at once. */
export interface Lists {
  /** One page and the cursor of the next; `where` is applied before rows are counted. */
  readonly page: <Schema extends z.ZodObject>(
    list: List<Schema>,
    options: PageOptions<z.output<Schema>>,
  ) => Promise<Page<z.output<Schema>>>;
  /** Every row of a list, read to the last page. */
  readonly all: <Schema extends z.ZodObject>(list: List<Schema>) => Promise<z.output<Schema>[]>;
  /** Rows by several keys, in the order of the keys, undefined where there is none. */
  readonly getEach: <Schema extends z.ZodObject, Key>(
    rows: Entity<Schema, Key>,
    keys: readonly Key[],
  ) => Promise<(z.output<Schema> | undefined)[]>;
}

const readAtOnce = 1000;

/** Reads the lists of a partnership from its table, rows past their expiry left out. */
export function openLists(
  table: Table,
  partnershipId: PartnershipId,
  isLive: (item: Item) => boolean,
): Lists {
  const page: Lists["page"] = async (list, options) => {
    const kept: z.output<typeof list.entity.schema>[] = [];
    let cursor = options.cursor === undefined ? undefined : decodeCursor(options.cursor);
    do {
      const { items, lastKey } = await table.query(
        queryOf(partnershipId, list, { ...options, from: cursor }),
      );
      const found = list.index ? await wholeItems(table, list.index, items) : items;
      for (const [index, item] of found.entries()) {
        if (!item || !isLive(item)) continue;
        const row = rowOf(list.entity, item);
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
  return {
    page,
    async getEach(rows, keys) {
      const items = await table.getAll(keys.map((key) => keyOf(partnershipId, rows.place(key))));
      return items.map((item) => (item && isLive(item) ? rowOf(rows, item) : undefined));
    },
    async all(list) {
      const rows: z.output<typeof list.entity.schema>[] = [];
      let cursor: string | null | undefined;
      do {
        const next = await page(list, { limit: readAtOnce, cursor: cursor ?? undefined });
        rows.push(...next.items);
        cursor = next.nextCursor;
      } while (cursor !== null);
      return rows;
    },
  };
}

/** An index holds keys alone: the items themselves, less those that have meanwhile left that place in the list. */
async function wholeItems(
  table: Table,
  index: IndexName,
  listed: readonly Item[],
): Promise<readonly (Item | undefined)[]> {
  const places = [`${index}pk`, `${index}sk`];
  const items = await table.getAll(listed.map(({ pk, sk }) => ({ pk, sk })));
  return items.map((item, at) =>
    places.every((name) => item?.[name] === listed[at]?.[name]) ? item : undefined,
  );
}
