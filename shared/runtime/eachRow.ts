import type * as z from "zod";
import type { List } from "../store/entity.ts";
import { asFound, rowOf } from "../store/readRow.ts";
import type { Store } from "../store/store.ts";
import { eachByItself } from "./eachByItself.ts";

/** Deals with every row of a list by itself: one that cannot be read keeps no other from its turn either. */
export const eachRow = async <Schema extends z.ZodObject>(
  store: Pick<Store, "all">,
  list: List<Schema>,
  deal: (row: z.output<Schema>) => Promise<unknown>,
): Promise<void> =>
  eachByItself(await store.all(asFound(list)), async (item) => deal(rowOf(list.entity, item)));
