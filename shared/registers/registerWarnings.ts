/** A kind of gap in a file, how many rows have it, and the first row that does. */
export type RegisterWarning = {
  readonly column: string;
  readonly message: string;
  readonly count: number;
  readonly firstRow: number;
};

/** Counts gaps by column and message, in the order in which each was first met. */
export function gatherWarnings() {
  const gathered = new Map<string, RegisterWarning>();
  return {
    warn: (gap: { readonly column: string; readonly message: string }, row: number): void => {
      const key = `${gap.column} ${gap.message}`;
      const known = gathered.get(key);
      gathered.set(key, known ? { ...known, count: known.count + 1 } : { ...gap, count: 1, firstRow: row });
    },
    all: (): readonly RegisterWarning[] => [...gathered.values()],
  };
}
