import { addTo, startsOf, whole } from "../problem/cells.ts";
import { claimPer1000, keyAt, levelReached, nearEnough, nearestFirst } from "../fit/expertise.ts";
import type { ExpertiseNearness } from "../../domain/matchingPolicy.ts";
import type { Roster } from "../facts/roster.ts";

/** Everybody with a claim near enough to a code, and what their best one is worth out of 1,000. */
export interface Claimants {
  readonly people: Int32Array;
  readonly per1000: Int32Array;
}

/** Claims of a run by code and by person, for the codes that its requests ask for. */
export interface ClaimIndex {
  /** In the order of people that the index was given. */
  readonly claimantsOf: (code: string) => Claimants;
  /** The number of a code that a request asks for or somebody claims. */
  readonly numberOf: (code: string) => number;
  /** What somebody's best claim for a code, given by its number, is worth out of 1,000; 0 without one. */
  readonly worthOf: (code: number, place: number) => number;
  /** A mark of the codes near enough to a code: who lacks it among theirs claims nothing near. */
  readonly markOf: (code: string) => number;
  /** The marks of each person's claims together, by place. */
  readonly marks: Int32Array;
}

type ByNearness = Readonly<Record<ExpertiseNearness, Int32Array>>;

/** Codes by number, and by number the keys that a code shares with those near it. */
interface Codes {
  readonly numberOf: ReadonlyMap<string, number>;
  readonly keys: ByNearness;
}

function codesOf(roster: Roster): Codes {
  const numberOf = new Map<string, number>();
  const note = (code: string): void => {
    if (!numberOf.has(code)) numberOf.set(code, numberOf.size);
  };
  for (const { codes } of roster.requests) {
    note(codes.primary);
    codes.secondary.forEach(note);
  }
  for (const { claims } of roster.practitioners) for (const { code } of claims) note(code);
  const keysAt = (near: ExpertiseNearness): Int32Array => {
    const known = new Map<string, number>();
    return Int32Array.from(numberOf.keys(), (code) => {
      const key = keyAt(near, code);
      const number = known.get(key) ?? known.size;
      known.set(key, number);
      return number;
    });
  };
  return {
    numberOf,
    keys: { exact: keysAt("exact"), sibling: keysAt("sibling"), family: keysAt("family") },
  };
}

/** Claims that may be proposed, in columns: whose, of which code, and worth what when asked for as near as that. */
interface ClaimColumns {
  /** Claims of place `p` are `start[p]` up to `start[p + 1]`. */
  readonly start: Int32Array;
  readonly code: Int32Array;
  readonly worth: ByNearness;
}

function claimColumns({ practitioners, claimContext: context }: Roster, { numberOf }: Codes): ClaimColumns {
  const counted = practitioners.map(({ claims }) =>
    claims.filter((claim) => levelReached(claim, context.policy)),
  );
  const start = startsOf(Int32Array.from(counted, ({ length }) => length));
  const column = (): Int32Array => new Int32Array(whole(start, practitioners.length));
  const code = column();
  const worth = { exact: column(), sibling: column(), family: column() };
  let at = 0;
  for (const claims of counted)
    for (const claim of claims) {
      code[at] = numberOf.get(claim.code) ?? -1;
      for (const near of nearestFirst) worth[near][at] = claimPer1000(claim, near, context);
      at++;
    }
  return { start, code, worth };
}

/** For each key, the claims of codes that share it, people standing in the order given. */
function claimsByKey(claims: ClaimColumns, keys: Int32Array, order: Int32Array) {
  const counts = new Int32Array(keys.length);
  for (const place of order)
    for (let at = whole(claims.start, place); at < whole(claims.start, place + 1); at++)
      addTo(counts, whole(keys, whole(claims.code, at)), 1);
  const start = startsOf(counts);
  const next = start.slice();
  const size = whole(start, counts.length);
  const [claim, person] = [new Int32Array(size), new Int32Array(size)];
  for (const place of order)
    for (let at = whole(claims.start, place); at < whole(claims.start, place + 1); at++) {
      const key = whole(keys, whole(claims.code, at));
      claim[whole(next, key)] = at;
      person[whole(next, key)] = place;
      addTo(next, key, 1);
    }
  return { start, claim, person };
}

/** Marks are bits of one word, shared by keys where there are more keys than bits. */
const markCount = 31;

/** Indexes the claims of a run. */
export function claimIndex(roster: Roster, order: Int32Array): ClaimIndex {
  const { policy } = roster.input;
  const codes = codesOf(roster);
  const claims = claimColumns(roster, codes);
  const keys = codes.keys[policy.nearestExpertise];
  const byKey = claimsByKey(claims, keys, order);
  const numberOf = (code: string): number => codes.numberOf.get(code) ?? -1;
  const judged = nearestFirst
    .filter((near) => nearEnough(near, policy))
    .map((near) => ({ keys: codes.keys[near], worth: claims.worth[near] }));

  /** What claim `at` is worth for a code, or -1 when it is not near enough. */
  const worthFor = (code: number, at: number): number => {
    for (const { keys: same, worth } of judged)
      if (whole(same, code) === whole(same, whole(claims.code, at))) return whole(worth, at);
    return -1;
  };

  const claimantsOf = (text: string): Claimants => {
    const code = numberOf(text);
    const key = whole(keys, code);
    const [from, to] = [whole(byKey.start, key), whole(byKey.start, key + 1)];
    const [people, per1000] = [new Int32Array(to - from), new Int32Array(to - from)];
    let [count, last] = [0, -1];
    for (let at = from; at < to; at++) {
      const place = whole(byKey.person, at);
      const worth = worthFor(code, whole(byKey.claim, at));
      // The claims of one person under one key stand side by side.
      if (place === last) per1000[count - 1] = Math.max(whole(per1000, count - 1), worth);
      else [people[count], per1000[count++], last] = [place, worth, place];
    }
    return { people: people.subarray(0, count), per1000: per1000.subarray(0, count) };
  };

  const worthOf = (code: number, place: number): number => {
    let best = 0;
    for (let at = whole(claims.start, place); at < whole(claims.start, place + 1); at++)
      best = Math.max(best, worthFor(code, at));
    return best;
  };

  const marks = Int32Array.from(roster.practitioners, (_, place) => {
    let mask = 0;
    for (let at = whole(claims.start, place); at < whole(claims.start, place + 1); at++)
      mask |= 1 << (whole(keys, whole(claims.code, at)) % markCount);
    return mask;
  });
  return {
    claimantsOf,
    numberOf,
    worthOf,
    markOf: (code) => 1 << (whole(keys, numberOf(code)) % markCount),
    marks,
  };
}
