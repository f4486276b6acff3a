import { sha256 } from "../../shared/runtime/identity.ts";

type Item = Readonly<Record<string, string | null | undefined>>;

/** What tells one thing of a list from others of it: all that it says. */
export const itemKey = (item: Item): string =>
  sha256(
    JSON.stringify(
      Object.entries(item)
        .filter(([, value]) => value !== undefined)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  ).slice(0, 16);

/** A list with one more thing, once: as it is where the same is in it, so that a form sent twice adds nothing more. */
export const withOnce = <Held extends Item, Added extends Item>(
  all: readonly Held[],
  added: Added,
): readonly (Held | Added)[] =>
  all.some((each) => itemKey(each) === itemKey(added)) ? all : [...all, added];
