import { reusedCells, whole } from "../problem/cells.ts";
import { type Claims, claimWide, worthIn } from "./claimRows.ts";

/** Everybody with a claim near enough to a code, by number, and what their best one is worth out of 1,000. */
export interface Claimants {
  readonly people: Int32Array;
  readonly per1000: Int32Array;
}

/** Claims of a run by code and by person, for the codes that its requests ask for. */
export interface ClaimIndex {
  /** For a code given by its number, in the order of people's numbers; good until the next call. */
  readonly claimantsOf: (code: number) => Claimants;
  /** What somebody's best claim for a code, given by its number, is worth out of 1,000; -1 without one. */
  readonly worthOf: (code: number, person: number) => number;
}

/** Looks claims up. */
export function claimIndex({ rows: byPerson, byKey, keys, judged }: Claims): ClaimIndex {
  /** What a claim is worth for a code, or -1 when it is not near enough. */
  const worthFor = (code: number, rows: Int32Array, at: number): number => {
    const theirs = whole(rows, at * claimWide);
    for (const { same, near } of judged)
      if (whole(same, code) === whole(same, theirs)) return worthIn(whole(rows, at * claimWide + 1), near);
    return -1;
  };

  const [peopleRoom, worthRoom] = [reusedCells(), reusedCells()];
  const claimantsOf = (code: number): Claimants => {
    const key = whole(keys, code);
    const [from, to] = [whole(byKey.start, key), whole(byKey.start, key + 1)];
    const [people, per1000] = [peopleRoom(to - from), worthRoom(to - from)];
    let [count, last] = [0, -1];
    for (let at = from; at < to; at++) {
      const person = whole(byKey.person, at);
      const worth = worthFor(code, byKey.rows, at);
      // The claims of one person under one key stand side by side.
      if (person === last) per1000[count - 1] = Math.max(whole(per1000, count - 1), worth);
      else {
        people[count] = person;
        per1000[count++] = worth;
        last = person;
      }
    }
    return { people: people.subarray(0, count), per1000: per1000.subarray(0, count) };
  };

  const worthOf = (code: number, person: number): number => {
    let best = -1;
    for (let at = whole(byPerson.start, person); at < whole(byPerson.start, person + 1); at++)
      best = Math.max(best, worthFor(code, byPerson.rows, at));
    return best;
  };

  return { claimantsOf, worthOf };
}
