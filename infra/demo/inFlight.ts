/** Calls that may be under way at once where their order does not matter. */
const callsInFlight = 8;

/** Does something with each item, a few at once; results in the order of the items. The first failure ends it. */
export async function forEachInFlight<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
  atOnce: number = callsInFlight,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return results;
}
