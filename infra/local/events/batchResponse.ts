import * as z from "zod";

const batchResponse = z
  .object({ batchItemFailures: z.array(z.object({ itemIdentifier: z.string().min(1) })).nullish() })
  .nullish();

/**
 * Which items of a batch failed by the handler's answer, read as Lambda reads it with
 * ReportBatchItemFailures on: nothing or an empty list means none; an answer that is malformed, or names an
 * item that is not in the batch, means all.
 */
export function failedItems(response: unknown, identifiers: readonly string[]): ReadonlySet<string> {
  const parsed = batchResponse.safeParse(response);
  if (!parsed.success) return new Set(identifiers);
  const failed = (parsed.data?.batchItemFailures ?? []).map(({ itemIdentifier }) => itemIdentifier);
  return new Set(failed.every((identifier) => identifiers.includes(identifier)) ? failed : identifiers);
}
