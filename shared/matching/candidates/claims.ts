import { whole } from "../problem/cells.ts";
import { type Claims, claimWide, worthIn } from "./claimRows.ts";

/** Claims of a run, for the codes that its requests ask for. */
export interface ClaimIndex {
  /** What the claim of a row is worth for a code, given by its number, out of 1,000; -1 when it is not near enough. */
  readonly worthFor: (code: number, rows: Int32Array, row: number) => number;
  /** What the best claim of the person at a place is worth for a code; -1 without one. */
  readonly worthOf: (code: number, person: number) => number;
}

/** Looks claims up. */
export function claimIndex({ byPerson, judged }: Claims): ClaimIndex {
  const worthFor = (code: number, rows: Int32Array, row: number): number => {
    const theirs = whole(rows, row);
    for (const each of judged)
      if (whole(each.same, code) === whole(each.same, theirs)) return worthIn(whole(rows, row + 1), each);
    return -1;
  };
  const worthOf = (code: number, person: number): number => {
    let best = -1;
    for (let at = whole(byPerson.start, person); at < whole(byPerson.start, person + 1); at += claimWide)
      best = Math.max(best, worthFor(code, byPerson.number, at));
    return best;
  };
  return { worthFor, worthOf };
}
