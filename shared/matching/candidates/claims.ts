import { once } from "../facts/once.ts";
import { whole } from "../problem/cells.ts";
import { type Claims, claimWide, worthIn } from "./claimRows.ts";

/** By number of the code claimed, where the part of a claim's worth begins that counts; -1 for codes that are not near enough. */
export type Nearness = Int32Array;

/** What the claim of a row is worth for a code so near, out of 1,000; -1 when it is not near enough. */
export function worthFor(near: Nearness, rows: Int32Array, row: number): number {
  const shift = whole(near, whole(rows, row));
  return shift < 0 ? -1 : worthIn(whole(rows, row + 1), shift);
}

/** Claims of a run, for the codes that its requests ask for. */
export interface ClaimIndex {
  /** How near all codes are to one, given by its number. */
  readonly nearTo: (code: number) => Nearness;
  /** What the best claim of the person at a place is worth for a code; -1 without one. */
  readonly worthOf: (near: Nearness, person: number) => number;
}

/** Looks claims up. */
export function claimIndex({ byPerson: { start, number }, judged, keys }: Claims): ClaimIndex {
  const nearTo = once((code: number) =>
    keys.map(
      (_, theirs) => judged.find(({ same }) => whole(same, code) === whole(same, theirs))?.shift ?? -1,
    ),
  );
  const worthOf = (near: Nearness, person: number): number => {
    let best = -1;
    for (let at = whole(start, person); at < whole(start, person + 1); at += claimWide)
      best = Math.max(best, worthFor(near, number, at));
    return best;
  };
  return { nearTo, worthOf };
}
