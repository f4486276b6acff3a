import type * as z from "zod";
import type { PartnershipId } from "../domain/ids.ts";
import { startKey } from "./cursor.ts";
import { type List, partitionPrefix } from "./entity.ts";

interface QueryOptions {
  readonly limit: number;
  readonly where?: unknown;
  readonly newestFirst?: boolean;
  readonly from: readonly string[] | undefined;
}

/** What the table is asked for one page of a list, from the place where the last one ended. */
export function queryOf<Schema extends z.ZodObject>(
  partnershipId: PartnershipId,
  list: List<Schema>,
  options: QueryOptions,
) {
  const [pk, sk] = list.index ? [`${list.index}pk`, `${list.index}sk`] : ["pk", "sk"];
  const partition = `${partitionPrefix(partnershipId)}${list.partition}`;
  const begins = list.sortPrefix === undefined ? "" : " AND begins_with(#sk, :prefix)";
  const start = options.from && startKey(list, partition, options.from);
  return {
    ...(list.index ? { IndexName: list.index } : { ConsistentRead: true }),
    KeyConditionExpression: `#pk = :partition${begins}`,
    ExpressionAttributeNames: { "#pk": pk, ...(begins ? { "#sk": sk } : {}) },
    ExpressionAttributeValues: { ":partition": partition, ...(begins ? { ":prefix": list.sortPrefix } : {}) },
    // A filter may leave little of what is read, so more is read at once.
    Limit: options.where ? Math.max(options.limit, 200) : options.limit,
    ScanIndexForward: options.newestFirst !== true,
    ...(start ? { ExclusiveStartKey: start } : {}),
  };
}
