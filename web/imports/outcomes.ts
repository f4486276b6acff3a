type Change = "added" | "changed" | "unchanged";

/** What becomes of a row, in a word for the table and in the sentence above it. */
const inWords: Readonly<Record<Change, { readonly alone: string; readonly counted: string }>> = {
  added: { alone: "New", counted: "new" },
  changed: { alone: "Changed", counted: "changed" },
  unchanged: { alone: "As it was", counted: "as they were" },
};

export const changeInWords = (change: Change): string => inWords[change].alone;

/** How many rows become what: 3 new, 1 changed, 2 as they were. */
export const summed = (changes: readonly Change[]): string =>
  `${(["added", "changed", "unchanged"] as const)
    .map((each) => [changes.filter((change) => change === each).length, inWords[each].counted] as const)
    .filter(([count]) => count > 0)
    .map(([count, words]) => `${count} ${words}`)
    .join(", ")}.`;
