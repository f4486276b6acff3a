/** How many marks are looked at first: as few as a processor keeps at hand. */
const nearMarks = 1024;

/** Marks for things of one sort that are taken back all at once; that something is not marked is mostly told at hand. */
export function marksFor(count: number) {
  const [cells, near] = [new Int32Array(count), new Int32Array(nearMarks)];
  let now = 0;
  return {
    clear: () => void now++,
    add: (at: number) => {
      if (at < 0) return;
      cells[at] = now;
      near[at % nearMarks] = now;
    },
    has: (at: number) => near[at % nearMarks] === now && cells[at] === now,
  };
}
