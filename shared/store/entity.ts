import type * as z from "zod";
import type { PartnershipId } from "../domain/ids.ts";
import type { IndexName } from "./tableShape.ts";

/** A key inside a partnership: the store puts the partnership before the partition. */
export interface Place {
  readonly partition: string;
  readonly sort: string;
}

/** Where a row also stands, for the lists that read it. */
export type Listings = Partial<Record<IndexName, Place>>;

/** One kind of row: its schema, its key and its listings. */
export interface Entity<Schema extends z.ZodObject, Key> {
  readonly rowType: string;
  readonly schema: Schema;
  readonly place: (key: Key) => Place;
  readonly listings: (row: z.output<Schema>) => Listings;
  /** When the row may be removed, in epoch seconds; rows past it are never returned. */
  readonly expiresAtSeconds: (row: z.output<Schema>) => number | undefined;
}

interface EntityOptions<Schema extends z.ZodObject, Key> {
  readonly schema: Schema;
  readonly place: (key: Key) => Place;
  readonly listings?: (row: z.output<Schema>) => Listings;
  readonly expiresAtSeconds?: (row: z.output<Schema>) => number | undefined;
}

/** Declares a kind of row. */
export const entity = <Schema extends z.ZodObject, Key>(
  rowType: string,
  options: EntityOptions<Schema, Key>,
): Entity<Schema, Key> => ({
  rowType,
  listings: () => ({}),
  expiresAtSeconds: () => undefined,
  ...options,
});

/** A list of rows that one query reads, in the order of its sort key. */
export interface List<Schema extends z.ZodObject> {
  readonly entity: Entity<Schema, never>;
  readonly index: IndexName | undefined;
  readonly partition: string;
  readonly sortPrefix: string | undefined;
}

/** A list over the table itself or over one of its indexes. */
export const listOf = <Schema extends z.ZodObject>(
  rows: Entity<Schema, never>,
  where: { readonly index?: IndexName; readonly partition: string; readonly sortPrefix?: string },
): List<Schema> => ({
  entity: rows,
  index: where.index,
  partition: where.partition,
  sortPrefix: where.sortPrefix,
});

/** The prefix of every partition of a partnership, on the table and on every index. */
export const partitionPrefix = (partnership: PartnershipId): string => `P#${partnership}#`;

const placed = (prefix: string, place: Place, keys: readonly [string, string]): Record<string, string> => ({
  [keys[0]]: `${prefix}${place.partition}`,
  [keys[1]]: place.sort,
});

/** The table key of a row. */
export const keyOf = (partnership: PartnershipId, place: Place): Record<string, string> =>
  placed(partitionPrefix(partnership), place, ["pk", "sk"]);

/** The whole item as DynamoDB holds it: row, key, listings, row type and expiry. */
export function itemOf<Schema extends z.ZodObject, Key>(
  partnership: PartnershipId,
  rows: Entity<Schema, Key>,
  row: z.output<Schema> & Key,
): Record<string, unknown> {
  const prefix = partitionPrefix(partnership);
  const listings = Object.entries(rows.listings(row)).map(([index, place]) =>
    placed(prefix, place, [`${index}pk`, `${index}sk`]),
  );
  const expiresAtSeconds = rows.expiresAtSeconds(row);
  return Object.assign(
    { ...rows.schema.parse(row), rowType: rows.rowType },
    keyOf(partnership, rows.place(row)),
    ...listings,
    expiresAtSeconds === undefined ? {} : { expiresAtSeconds },
  );
}
