import type * as z from "zod";
import { UnreadableCursorError } from "./cursor.ts";
import type { List } from "./entity.ts";
import type { Page } from "./lists.ts";
import type { Store } from "./store.ts";

interface Asked {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Reads pages by itself, where rows are reached by more than one query. */
export interface ReadPart<Row> {
  readonly read: (asked: Asked) => Promise<Page<Row>>;
}

/** One of several lists, and which of its rows count. */
export interface Part<Schema extends z.ZodObject> {
  readonly list: List<Schema>;
  readonly where?: ((row: z.output<Schema>) => boolean) | undefined;
  readonly newestFirst?: boolean;
}

interface Position {
  readonly part: number;
  readonly cursor: string | undefined;
}

const positionAt = (cursor: string | undefined, parts: number): Position => {
  if (cursor === undefined) return { part: 0, cursor: undefined };
  const [, part, rest] = /^(\d)_([A-Za-z0-9_-]*)$/.exec(cursor) ?? [];
  if (part === undefined || Number(part) >= parts)
    throw new UnreadableCursorError("The cursor is not one that this list gave");
  return { part: Number(part), cursor: rest === "" ? undefined : rest };
};

const pageOf = <Schema extends z.ZodObject>(
  store: Store,
  { list, where, newestFirst }: Part<Schema>,
  asked: Asked,
): Promise<Page<z.output<Schema>>> =>
  store.page(list, { ...asked, ...(where ? { where } : {}), ...(newestFirst ? { newestFirst } : {}) });

/** One page of several lists read one after the other, as though they were one; its cursor says which it is in. */
export async function pageThrough<Schema extends z.ZodObject>(
  store: Store,
  parts: readonly (Part<Schema> | ReadPart<z.output<Schema>>)[],
  { limit, cursor }: Asked,
): Promise<Page<z.output<Schema>>> {
  const items: z.output<Schema>[] = [];
  let at = positionAt(cursor, parts.length);
  for (let part = parts[at.part]; part; part = parts[at.part]) {
    if (items.length === limit) return { items, nextCursor: `${at.part}_${at.cursor ?? ""}` };
    const asked = { limit: limit - items.length, cursor: at.cursor };
    const read = await ("read" in part ? part.read(asked) : pageOf(store, part, asked));
    items.push(...read.items);
    at =
      read.nextCursor === null
        ? { part: at.part + 1, cursor: undefined }
        : { part: at.part, cursor: read.nextCursor };
  }
  return { items, nextCursor: null };
}
