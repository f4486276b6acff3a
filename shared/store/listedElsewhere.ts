import type * as z from "zod";
import type { Entity, List } from "./entity.ts";
import type { ReadPart } from "./pageThrough.ts";
import type { Reads } from "./reads.ts";
import { type AllAlsoListed, allAlsoListed } from "./rows/alsoListed.ts";
import type { Store } from "./store.ts";

/** Whether every row there is surely stands in the lists of its own; until then they are read of all. */
export const isAllListed = async (store: Reads, of: AllAlsoListed["of"]): Promise<boolean> =>
  (await store.get(allAlsoListed, { of }))?.againAt !== undefined;

interface Elsewhere<Keys extends z.ZodObject, Schema extends z.ZodObject> {
  /** The list that holds their keys. */
  readonly list: List<Keys>;
  readonly rows: Entity<Schema, z.output<Keys>>;
  readonly where: (row: z.output<Schema>) => boolean;
}

/** Pages of rows by a list of keys. */
export const listedElsewhere = <Keys extends z.ZodObject, Schema extends z.ZodObject>(
  store: Store,
  { list, rows, where }: Elsewhere<Keys, Schema>,
): ReadPart<z.output<Schema>> => ({
  async read({ limit, cursor: from }) {
    const items: z.output<Schema>[] = [];
    let cursor = from;
    for (;;) {
      const page = await store.page(list, { limit: limit - items.length, cursor });
      const found = await store.getEach(rows, page.items);
      items.push(...found.filter((each) => each !== undefined).filter(where));
      if (page.nextCursor === null || items.length === limit) return { items, nextCursor: page.nextCursor };
      cursor = page.nextCursor;
    }
  },
});
