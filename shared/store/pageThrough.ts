import type * as z from "zod";
import { UnreadableCursorError } from "./cursor.ts";
import type { List } from "./entity.ts";
import type { Page } from "./lists.ts";
import type { Store } from "./store.ts";

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

/** One page of several lists read one after the other, as though they were one; its cursor says which it is in. */
export async function pageThrough<Schema extends z.ZodObject>(
  store: Store,
  parts: readonly Part<Schema>[],
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): Promise<Page<z.output<Schema>>> {
  const items: z.output<Schema>[] = [];
  let at = positionAt(cursor, parts.length);
  for (let part = parts[at.part]; part; part = parts[at.part]) {
    if (items.length === limit) return { items, nextCursor: `${at.part}_${at.cursor ?? ""}` };
    const read = await store.page(part.list, {
      limit: limit - items.length,
      cursor: at.cursor,
      ...(part.where ? { where: part.where } : {}),
      ...(part.newestFirst ? { newestFirst: true } : {}),
    });
    items.push(...read.items);
    at =
      read.nextCursor === null
        ? { part: at.part + 1, cursor: undefined }
        : { part: at.part, cursor: read.nextCursor };
  }
  return { items, nextCursor: null };
}
