import type * as z from "zod";
import { type Entity, keyOf } from "./entity.ts";
import type { Write } from "./store.ts";

/** Removes a row that must still be as it was read. */
export const remove =
  <Schema extends z.ZodObject, Key>(
    rows: Entity<Schema, Key>,
    row: z.output<Schema> & Key & { readonly revision: number },
  ): Write =>
  (partnership) => ({
    Delete: {
      TableName: "",
      Key: keyOf(partnership, rows.place(row)),
      ConditionExpression: "revision = :revision",
      ExpressionAttributeValues: { ":revision": row.revision },
    },
  });
