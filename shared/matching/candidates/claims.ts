import { nearEnough, nearestFirst } from "../fit/expertise.ts";
import { addTo, reusedCells, startsOf, whole } from "../problem/cells.ts";
import { type ClaimRows, type Claims, claimWide, codeAt, worthIn } from "./claimRows.ts";

/** Everybody with a claim near enough to a code, and what their best one is worth out of 1,000. */
export interface Claimants {
  readonly people: Int32Array;
  readonly per1000: Int32Array;
}

/** Claims of a run by code and by person, for the codes that its requests ask for. */
export interface ClaimIndex {
  /** In the order of people that the index was given; good until the next call. */
  readonly claimantsOf: (code: string) => Claimants;
  /** The number of a code that a request asks for or somebody claims. */
  readonly numberOf: (code: string) => number;
  /** What somebody's best claim for a code, given by its number, is worth out of 1,000; -1 without one. */
  readonly worthOf: (code: number, place: number) => number;
}

/** For each key, the claims of codes that share it, people standing in the order given. */
function claimsByKey(claims: ClaimRows, keys: Int32Array, order: Int32Array) {
  const counts = new Int32Array(keys.length);
  for (const place of order)
    for (let at = whole(claims.start, place); at < whole(claims.start, place + 1); at++)
      addTo(counts, whole(keys, codeAt(claims, at)), 1);
  const start = startsOf(counts);
  const next = start.slice();
  const size = whole(start, counts.length);
  const [claim, person] = [new Int32Array(size), new Int32Array(size)];
  for (const place of order)
    for (let at = whole(claims.start, place); at < whole(claims.start, place + 1); at++) {
      const key = whole(keys, codeAt(claims, at));
      claim[whole(next, key)] = at;
      person[whole(next, key)] = place;
      addTo(next, key, 1);
    }
  return { start, claim, person };
}

/** Indexes the claims of a run. */
export function claimIndex({ codes, claims, keys, policy }: Claims, order: Int32Array): ClaimIndex {
  const byKey = claimsByKey(claims, keys, order);
  const numberOf = (code: string): number => codes.numberOf.get(code) ?? -1;
  const judged = nearestFirst
    .filter((near) => nearEnough(near, policy))
    .map((near) => ({ same: codes.keys[near], near }));

  /** What claim `at` is worth for a code, or -1 when it is not near enough. */
  const worthFor = (code: number, at: number): number => {
    const theirs = codeAt(claims, at);
    for (const { same, near } of judged)
      if (whole(same, code) === whole(same, theirs))
        return worthIn(whole(claims.rows, at * claimWide + 1), near);
    return -1;
  };

  const [peopleRoom, worthRoom] = [reusedCells(), reusedCells()];
  const claimantsOf = (text: string): Claimants => {
    const code = numberOf(text);
    const key = whole(keys, code);
    const [from, to] = [whole(byKey.start, key), whole(byKey.start, key + 1)];
    const [people, per1000] = [peopleRoom(to - from), worthRoom(to - from)];
    let [count, last] = [0, -1];
    for (let at = from; at < to; at++) {
      const place = whole(byKey.person, at);
      const worth = worthFor(code, whole(byKey.claim, at));
      // The claims of one person under one key stand side by side.
      if (place === last) per1000[count - 1] = Math.max(whole(per1000, count - 1), worth);
      else {
        people[count] = place;
        per1000[count++] = worth;
        last = place;
      }
    }
    return { people: people.subarray(0, count), per1000: per1000.subarray(0, count) };
  };

  const worthOf = (code: number, place: number): number => {
    let best = -1;
    for (let at = whole(claims.start, place); at < whole(claims.start, place + 1); at++)
      best = Math.max(best, worthFor(code, at));
    return best;
  };

  return { claimantsOf, numberOf, worthOf };
}
