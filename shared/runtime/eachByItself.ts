/**
 * Deals with one after the other, or with some at once, and with the rest also where some fail: what went wrong is raised
 * at the end, so that one row that cannot be dealt with keeps none of the others waiting.
 */
export async function eachByItself<Each>(
  all: Iterable<Each>,
  deal: (each: Each) => Promise<unknown>,
  { atOnce = 1 } = {},
): Promise<void> {
  const failed: unknown[] = [];
  const left = [...all].values();
  const lane = async (): Promise<void> => {
    for (const each of left) {
      try {
        await deal(each);
      } catch (error) {
        failed.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  if (failed.length > 0) throw new AggregateError(failed, `${failed.length} could not be dealt with`);
}
