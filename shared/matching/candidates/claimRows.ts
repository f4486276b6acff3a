import type { ExpertiseNearness } from "../../domain/matchingPolicy.ts";
import type { ExpertiseClaim } from "../facts/facts.ts";
import { once } from "../facts/once.ts";
import type { Roster } from "../facts/roster.ts";
import { claimPer1000, keyAt, levelReached, nearEnough, nearestFirst } from "../fit/expertise.ts";
import { addTo, sharedCells, startsOf, whole } from "../problem/cells.ts";

/** Numbers codes in the order in which they are met. */
const numbering = () => {
  const numberOf = new Map<string, number>();
  return {
    numberOf,
    note: (code: string): number => {
      const found = numberOf.get(code) ?? numberOf.size;
      if (found === numberOf.size) numberOf.set(code, found);
      return found;
    },
  };
};

/** The number of the key of each code, in the order of the codes. */
function keysAt(near: ExpertiseNearness, codes: Iterable<string>): Int32Array {
  const { note } = numbering();
  return Int32Array.from(codes, (code) => note(keyAt(near, code)));
}

/** Claims that may be proposed, each a row of two numbers: the code, and what the claim is worth for codes so near. */
export const claimWide = 2;
const shifts = { exact: 0, sibling: 10, family: 20 } as const satisfies Record<ExpertiseNearness, number>;

/** What a claim is worth for a code so near, out of 1,000. */
export const worthIn = (worths: number, near: ExpertiseNearness): number => (worths >>> shifts[near]) & 1023;

/** Rows of claims: those of person number `n` are `start[n]` up to `start[n + 1]`. */
export interface ClaimRows {
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

/** Tells what claims are worth, each level and year once; -1 below the least level. */
function worthsBy({ claimContext: context }: Roster): (claim: ExpertiseClaim) => number {
  const judged = nearestFirst.filter((near) => nearEnough(near, context.policy));
  const byLevel = once((level: ExpertiseClaim["level"]) =>
    once((lastPractisedYear: number | null) => {
      const claim = { code: "", level, lastPractisedYear, endorsed: false };
      if (!levelReached(claim, context.policy)) return -1;
      return judged.reduce((all, near) => all | (claimPer1000(claim, near, context) << shifts[near]), 0);
    }),
  );
  return ({ level, lastPractisedYear }) => byLevel(level)(lastPractisedYear);
}

/** How many may be proposed, and the number of whoever stands at a place of the roster; -1 for who may not be. */
interface Numbered {
  readonly count: number;
  readonly numberAt: Int32Array;
}

/** Reads the claims of people in the order of their places, noting codes, and counts those of each. */
function claimsByPlace(roster: Roster, { count, numberAt }: Numbered, note: (code: string) => number) {
  const { practitioners } = roster;
  const [counts, worthsOf] = [new Int32Array(count), worthsBy(roster)];
  const rows = new Int32Array(practitioners.reduce((sum, { claims }) => sum + claims.length * claimWide, 0));
  let size = 0;
  practitioners.forEach(({ claims }, place) => {
    const number = whole(numberAt, place);
    if (number < 0) return;
    for (const claim of claims) {
      const worths = worthsOf(claim);
      if (worths < 0) continue;
      rows[size++] = note(claim.code);
      rows[size++] = worths;
      addTo(counts, number, 1);
    }
  });
  return { counts, rows };
}

/** Puts claims in the order of people's numbers. */
function claimRows({ numberAt }: Numbered, counts: Int32Array, byPlace: Int32Array): ClaimRows {
  const start = startsOf(counts);
  const rows = sharedCells(whole(start, counts.length) * claimWide);
  let from = 0;
  for (let place = 0; place < numberAt.length; place++) {
    const number = whole(numberAt, place);
    if (number < 0) continue;
    const wide = whole(counts, number) * claimWide;
    const to = whole(start, number) * claimWide;
    for (let x = 0; x < wide; x++) rows[to + x] = whole(byPlace, from + x);
    from += wide;
  }
  return { start, rows };
}

/** The code of a claim, by number. */
export const codeAt = ({ rows }: ClaimRows, claim: number): number => whole(rows, claim * claimWide);

/** For each key, copies of the claims of codes that share it, with whose they are, people in the order of their numbers. */
interface ClaimsByKey {
  readonly start: Int32Array;
  readonly person: Int32Array;
  readonly rows: Int32Array;
}

function claimsByKey(claims: ClaimRows, keys: Int32Array): ClaimsByKey {
  const counts = new Int32Array(keys.length);
  const size = claims.rows.length / claimWide;
  for (let at = 0; at < size; at++) addTo(counts, whole(keys, codeAt(claims, at)), 1);
  const start = startsOf(counts);
  const next = start.slice();
  const [rows, person] = [sharedCells(size * claimWide), sharedCells(size)];
  for (let number = 0; number + 1 < claims.start.length; number++)
    for (let at = whole(claims.start, number); at < whole(claims.start, number + 1); at++) {
      const key = whole(keys, codeAt(claims, at));
      const to = whole(next, key);
      next[key] = to + 1;
      person[to] = number;
      rows[to * claimWide] = codeAt(claims, at);
      rows[to * claimWide + 1] = whole(claims.rows, at * claimWide + 1);
    }
  return { start, person, rows };
}

/** The claims of those who may be proposed, by person and by key. */
export interface Claims {
  readonly rows: ClaimRows;
  readonly byKey: ClaimsByKey;
  /** By number of a code, the number of the key that it shares with those near enough to it. */
  readonly keys: Int32Array;
  /** How near a code may be, the nearest first, with the keys that codes so near have in common. */
  readonly judged: readonly { readonly near: ExpertiseNearness; readonly same: Int32Array }[];
}

/** Reads the claims of a run, and numbers all codes that are claimed or asked for. */
export function claimsOf(
  roster: Roster,
  people: Numbered,
): { claims: Claims; codeNumber: ReadonlyMap<string, number> } {
  const { policy } = roster.input;
  const { numberOf: codeNumber, note } = numbering();
  for (const { codes } of roster.requests) {
    note(codes.primary);
    codes.secondary.forEach(note);
  }
  const { counts, rows: byPlace } = claimsByPlace(roster, people, note);
  const [rows, keys] = [
    claimRows(people, counts, byPlace),
    keysAt(policy.nearestExpertise, codeNumber.keys()),
  ];
  const judged = nearestFirst
    .filter((near) => nearEnough(near, policy))
    .map((near) => ({ near, same: keysAt(near, codeNumber.keys()) }));
  return { claims: { rows, byKey: claimsByKey(rows, keys), keys, judged }, codeNumber };
}
