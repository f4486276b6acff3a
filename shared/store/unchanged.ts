import type * as z from "zod";
import { type Entity, keyOf } from "./entity.ts";
import type { Write } from "./store.ts";

/** Demands that a row is still as it was read, and leaves it so. */
export const unchanged =
  <Schema extends z.ZodObject, Key>(
    rows: Entity<Schema, Key>,
    row: z.output<Schema> & Key & { readonly revision: number },
  ): Write =>
  (partnership) => ({
    ConditionCheck: {
      TableName: "",
      Key: keyOf(partnership, rows.place(row)),
      ConditionExpression: "revision = :revision",
      ExpressionAttributeValues: { ":revision": row.revision },
    },
  });
