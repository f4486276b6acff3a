import type { Crosswalk } from "../../domain/people/expertise.ts";

/** One code as the data files write it: `group` holds its siblings, `words` is a comma-separated list. */
export type CodeEntry = {
  readonly code: string;
  readonly group: string;
  readonly title: string;
  readonly words: string;
  readonly crosswalk?: Crosswalk;
};

/** One family as the data files write it; its crosswalk is the default of every code in it. */
export type FamilyEntry = {
  readonly family: string;
  readonly title: string;
  readonly crosswalk: Crosswalk;
  readonly codes: readonly CodeEntry[];
};
