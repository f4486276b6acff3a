import { once } from "../facts/once.ts";
import { whole } from "../problem/cells.ts";
import { claimCount, type Claims, codeIn, gradeIn } from "./claimed.ts";

/** By claim what it is worth for one code, out of 1,000; -1 where it is not near enough. */
export type Nearness = Int32Array;

/** Claims of a run, for the codes that its requests ask for. */
export interface ClaimIndex {
  /** What all claims are worth for one code, given by its number. */
  readonly nearTo: (code: number) => Nearness;
  /** What the best claim of the person at a place is worth for a code; -1 without one. */
  readonly worthOf: (near: Nearness, person: number) => number;
}

/** Looks claims up. */
export function claimIndex({ byPerson: { start, number }, judged, keys }: Claims): ClaimIndex {
  const nearTo = once((code: number) => {
    const claims = new Int32Array(claimCount(keys.length));
    return claims.map((_, claim) => {
      const theirs = codeIn(claim);
      const near = judged.find(({ same }) => whole(same, code) === whole(same, theirs));
      return near?.per1000[gradeIn(claim)] ?? -1;
    });
  });
  const worthOf = (near: Nearness, person: number): number => {
    let best = -1;
    for (let at = whole(start, person); at < whole(start, person + 1); at++)
      best = Math.max(best, whole(near, whole(number, at)));
    return best;
  };
  return { nearTo, worthOf };
}
