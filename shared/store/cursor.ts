import type * as z from "zod";
import type { List } from "./entity.ts";

/**
 * A cursor holds sort keys and, for an index, the table partition less its prefix: never a partnership,
 * which comes from the session, so that a cursor taken elsewhere can reach nothing.
 */
export function sortsOf(list: List<z.ZodObject>, item: Record<string, unknown>): readonly string[] {
  const text = (name: string): string => String(item[name]);
  if (!list.index) return [text("sk")];
  const tablePartition = text("pk").split("#").slice(2).join("#");
  return [text(`${list.index}sk`), tablePartition, text("sk")];
}

/** The key after which a list goes on; raises UnreadableCursorError where no row of the list could have it. */
export function startKey(list: List<z.ZodObject>, partition: string, from: readonly string[]) {
  const [first = "", tablePartition = "", sk = ""] = from;
  const isKey = (text: string): boolean => text !== "" && Buffer.byteLength(text) <= largestSortKeyBytes;
  const fits = from.length === (list.index ? 3 : 1) && from.every(isKey);
  if (!fits || !first.startsWith(list.sortPrefix ?? "")) throw unreadableCursor();
  if (!list.index) return { pk: partition, sk: first };
  const prefix = partition.slice(0, partition.length - list.partition.length);
  return {
    pk: `${prefix}${tablePartition}`,
    sk,
    [`${list.index}pk`]: partition,
    [`${list.index}sk`]: first,
  };
}

/** The cursor of the place that a row has in a list. */
export const encodeCursor = (sorts: readonly string[]): string =>
  Buffer.from(JSON.stringify(sorts)).toString("base64url");

/** Raised for a cursor that this service did not make. */
export class UnreadableCursorError extends Error {
  override readonly name = "UnreadableCursorError";
}

const largestSortKeyBytes = 1024;
const unreadableCursor = (): Error => new UnreadableCursorError("The cursor is not one that a list gave");

/** The place a cursor stands for; raises UnreadableCursorError for one that this service did not make. */
export function decodeCursor(cursor: string): readonly string[] {
  try {
    const sorts: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString());
    if (Array.isArray(sorts) && sorts.length > 0 && sorts.every((each) => typeof each === "string"))
      return sorts;
  } catch {
    // Falls through to the one error there is for any unreadable cursor.
  }
  throw unreadableCursor();
}
