import type * as z from "zod";
import { type Entity, keyOf } from "./entity.ts";
import type { Write } from "./store.ts";

/** Demands that a row is not there, and leaves it so. */
export const absent =
  <Schema extends z.ZodObject, Key>(rows: Entity<Schema, Key>, key: Key): Write =>
  (partnership) => ({
    ConditionCheck: {
      TableName: "",
      Key: keyOf(partnership, rows.place(key)),
      ConditionExpression: "attribute_not_exists(pk)",
    },
  });
