import * as z from "zod";
import { type Entity, entity, type List } from "./entity.ts";

/** Raised for a row that this release cannot read: says which it is and which fields are at fault, never what they hold. */
export class UnreadableRowError extends Error {
  override readonly name = "UnreadableRowError";
  readonly where: string;

  constructor(where: string) {
    super(`This release cannot read ${where}`);
    this.where = where;
  }
}

/** The row that an item of the table holds; raises UnreadableRowError where its schema does not take it. */
export function rowOf<Schema extends z.ZodObject>(
  rows: Pick<Entity<Schema, never>, "rowType" | "schema">,
  item: Readonly<Record<string, unknown>>,
): z.output<Schema> {
  const read = rows.schema.safeParse(item);
  if (read.success) return read.data;
  // What a caller chose as a key for repeats may be any words.
  const key = String(item["sk"]).replace(/^KEY#.*/s, "KEY#");
  const fields = read.error.issues.map(({ path }) => path.map(String).join(".")).join(" ");
  throw new UnreadableRowError(`${rows.rowType} ${String(item["pk"])} ${key}: ${fields}`);
}

const Found = z.looseObject({});

/** A list whose rows are left as the table holds them, for whoever must get past one that cannot be read. */
export const asFound = (list: List<z.ZodObject>): List<typeof Found> => ({
  ...list,
  entity: entity(list.entity.rowType, { schema: Found, place: list.entity.place }),
});
