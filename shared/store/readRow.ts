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
export function rowOf<Schema extends z.ZodObject>(rows: Kind<Schema>, item: Item): z.output<Schema> {
  const read = readRow(rows, item);
  if (read.kind === "unreadable") throw new UnreadableRowError(read.where);
  return read.row;
}

type Item = Readonly<Record<string, unknown>>;
type Kind<Schema extends z.ZodObject> = Pick<Entity<Schema, never>, "rowType" | "schema">;

/** The row that an item of the table holds, or which it is where its schema does not take it. */
export function readRow<Schema extends z.ZodObject>(
  rows: Kind<Schema>,
  item: Item,
):
  | { readonly kind: "read"; readonly row: z.output<Schema> }
  | { readonly kind: "unreadable"; readonly where: string } {
  const read = rows.schema.safeParse(item);
  if (read.success) return { kind: "read", row: read.data };
  // What a caller chose as a key for repeats may be any words.
  const key = String(item["sk"]).replace(/^KEY#.*/s, "KEY#");
  const fields = read.error.issues.map(({ path }) => path.map(String).join(".")).join(" ");
  return { kind: "unreadable", where: `${rows.rowType} ${String(item["pk"])} ${key}: ${fields}` };
}

const Found = z.looseObject({});

/** A kind of row whose items are left as the table holds them, for whoever must get past one that cannot be read. */
export const rowsAsFound = <Key>({
  rowType,
  place,
}: Pick<Entity<z.ZodObject, Key>, "rowType" | "place">): Entity<typeof Found, Key> =>
  entity(rowType, { schema: Found, place });

/** The same for a list. */
export const asFound = (list: List<z.ZodObject>): List<typeof Found> => ({
  ...list,
  entity: rowsAsFound(list.entity),
});
