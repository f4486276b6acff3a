/** Of so many rows what is read of each is looked at before any is read. */
const rowsAhead = 64;

/** What was looked at ahead of all, so that looking is never taken for nothing and left out. */
let looked = 0;

/**
 * Reads rows one after the other, and looks at some of them ahead in a loop so short that a processor fetches what
 * belongs to several from memory at once, where reading would wait for each.
 */
export function readAhead<Row>(
  rows: readonly Row[],
  look: (row: Row) => number,
  read: (row: Row, place: number) => void,
): void {
  let ahead = 0;
  rows.forEach((row, place) => {
    if (place === ahead) {
      ahead = Math.min(rows.length, place + rowsAhead);
      for (let at = place; at < ahead; at++) {
        const next = rows[at];
        if (next !== undefined) looked += look(next);
      }
    }
    read(row, place);
  });
}
