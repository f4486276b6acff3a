import type * as z from "zod";
import { type ShownFrom, shownFrom } from "../../shared/domain/tasks/waiting.ts";
import type { Entity } from "../../shared/store/entity.ts";
import { asFound, readRow, rowsAsFound } from "../../shared/store/readRow.ts";
import type { Reads } from "../../shared/store/reads.ts";

interface ReadingPast {
  /** Leave out each row that this release cannot read. */
  readonly reads: Reads;
  /** Those that were left out so far, by which they are, and of what kind. */
  readonly unread: ReadonlyMap<string, ShownFrom>;
}

const kindOf = (rowType: string): ShownFrom => shownFrom.find((kind) => kind === rowType) ?? "other";

/** Reads past what cannot be read, for what is only shown: nothing may be decided or written by such reads. */
export function readingPast(store: Reads): ReadingPast {
  const unread = new Map<string, ShownFrom>();
  function readable<Schema extends z.ZodObject>(
    rows: Pick<Entity<Schema, never>, "rowType" | "schema">,
    item: Readonly<Record<string, unknown>> | undefined,
  ): z.output<Schema> | undefined {
    if (!item) return undefined;
    const read = readRow(rows, item);
    if (read.kind === "read") return read.row;
    unread.set(read.where, kindOf(rows.rowType));
    return undefined;
  }
  return {
    unread,
    reads: {
      get: async (rows, key) => readable(rows, await store.get(rowsAsFound(rows), key)),
      getEach: async (rows, keys) =>
        (await store.getEach(rowsAsFound(rows), keys)).map((item) => readable(rows, item)),
      async all(list) {
        const items = await store.all(asFound(list));
        return items.map((item) => readable(list.entity, item)).filter((row) => row !== undefined);
      },
    },
  };
}
