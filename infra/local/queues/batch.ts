import { Refusal } from "./errors.ts";

/**
 * Runs every entry of a batch and answers as SQS does: refused entries fail alone, the batch as a whole only
 * when it is empty, above ten entries, or its ids are malformed or repeated.
 */
export function answerBatch<Entry extends { readonly Id: string }>(
  entries: readonly Entry[],
  run: (entry: Entry) => object,
): object {
  checkBatch(entries);
  const successful: object[] = [];
  const failed: object[] = [];
  for (const entry of entries) {
    try {
      successful.push({ Id: entry.Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failed.push({ Id: entry.Id, Code: error.queryCode, Message: error.message, SenderFault: true });
    }
  }
  return { Successful: successful, Failed: failed };
}

function checkBatch(entries: readonly { readonly Id: string }[]): void {
  if (entries.length === 0)
    throw new Refusal("EmptyBatchRequest", "There should be at least one entry in the request.");
  if (entries.length > 10)
    throw new Refusal(
      "TooManyEntriesInBatchRequest",
      `Maximum number of entries per request are 10. You have sent ${entries.length}.`,
    );
  for (const { Id } of entries)
    if (!/^[\w-]{1,80}$/.test(Id))
      throw new Refusal("InvalidBatchEntryId", "A batch entry id has 1 to 80 letters, digits, - or _.");
  if (new Set(entries.map(({ Id }) => Id)).size < entries.length)
    throw new Refusal("BatchEntryIdsNotDistinct", "Two or more batch entries have the same Id.");
}
