/** The engine counts fit in basis points; people read points out of 100. */
export const points = (basisPoints: number): number => basisPoints / 100;

/** The same of a fit that may be missing. */
export const pointsOrNone = (basisPoints: number | null): number | null =>
  basisPoints === null ? null : points(basisPoints);
