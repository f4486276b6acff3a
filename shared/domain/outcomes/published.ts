/** A count below this may point at one school or person: it is not published. */
export const leastPublished = 5;

const isSmall = (count: number): boolean => count > 0 && count < leastPublished;

/**
 * Counts of one list as they may be published, null where one is held back: each small one, and where one alone is, the
 * smallest of the others, as a total would tell it.
 */
export function published(counts: readonly number[]): (number | null)[] {
  const others = counts.filter((count) => count >= leastPublished);
  const isAlone = counts.filter(isSmall).length === 1;
  const beside = isAlone ? counts.indexOf(Math.min(...others)) : -1;
  return counts.map((count, place) => (isSmall(count) || place === beside ? null : count));
}
