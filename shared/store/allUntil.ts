import type * as z from "zod";
import type { List } from "./entity.ts";
import type { Store } from "./store.ts";

const readAtOnce = 100;

/** The rows of a list before the first that is past what is looked for, in the order of the list; what comes after is not read. */
export async function allUntil<Schema extends z.ZodObject>(
  store: Pick<Store, "page">,
  list: List<Schema>,
  isPast: (row: z.output<Schema>) => boolean,
): Promise<z.output<Schema>[]> {
  const found: z.output<Schema>[] = [];
  let cursor: string | null | undefined;
  do {
    const page = await store.page(list, { limit: readAtOnce, cursor: cursor ?? undefined });
    const end = page.items.findIndex(isPast);
    if (end >= 0) return [...found, ...page.items.slice(0, end)];
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}
