import { published } from "../../shared/domain/outcomes/published.ts";

/** The counts of one list as a reader is told them. */
export type Told = (counts: readonly number[]) => readonly (number | string)[];

export const asCounted: Told = (counts) => counts;

/** What stands in place of a count that is not published. */
const heldBack = "held back";

/** As they may be published: small ones are held back. */
export const asPublished: Told = (counts) => published(counts).map((count) => count ?? heldBack);

/** The sum of counts, unless one of them is held back. */
export const totalOf = (counts: readonly number[], shown: Told): number | undefined =>
  shown(counts).includes(heldBack) ? undefined : counts.reduce((sum, count) => sum + count, 0);
