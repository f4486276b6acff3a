/**
 * Deals with one after the other, and with the rest also where some fail: what went wrong is raised at the end, so that
 * one row that cannot be dealt with keeps none of the others waiting.
 */
export async function eachByItself<Each>(
  all: Iterable<Each>,
  deal: (each: Each) => Promise<unknown>,
): Promise<void> {
  const failed: unknown[] = [];
  for (const each of all) {
    try {
      await deal(each);
    } catch (error) {
      failed.push(error);
    }
  }
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} could not be dealt with`);
}
