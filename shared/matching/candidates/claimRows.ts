import type { ExpertiseNearness } from "../../domain/matchingPolicy.ts";
import type { ExpertiseClaim, MatchPolicy } from "../facts/facts.ts";
import { once } from "../facts/once.ts";
import type { Roster } from "../facts/roster.ts";
import { claimPer1000, keyAt, levelReached, nearEnough, nearestFirst } from "../fit/expertise.ts";
import { whole } from "../problem/cells.ts";

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

/** Claims that may be proposed, each a row of two numbers: the code, and what the claim is worth for codes so near. */
export const claimWide = 2;
const shifts = { exact: 0, sibling: 10, family: 20 } as const satisfies Record<ExpertiseNearness, number>;

/** What a claim is worth for a code so near, out of 1,000. */
export const worthIn = (worths: number, near: ExpertiseNearness): number => (worths >>> shifts[near]) & 1023;

export interface ClaimRows {
  /** Claims of place `p` are `start[p]` up to `start[p + 1]`. */
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

function claimRows(roster: Roster, { numberOf }: Codes): ClaimRows {
  const { practitioners } = roster;
  const start = new Int32Array(practitioners.length + 1);
  const rows = new Int32Array(practitioners.reduce((sum, { claims }) => sum + claims.length * claimWide, 0));
  const worthsOf = worthsBy(roster);
  let size = 0;
  practitioners.forEach(({ claims }, place) => {
    for (const claim of claims) {
      const worths = worthsOf(claim);
      if (worths < 0) continue;
      rows[size++] = numberOf.get(claim.code) ?? -1;
      rows[size++] = worths;
    }
    start[place + 1] = size / claimWide;
  });
  return { start, rows };
}

/** The code of a claim, by number. */
export const codeAt = ({ rows }: ClaimRows, claim: number): number => whole(rows, claim * claimWide);

/** The claims of a run by person. */
export interface Claims {
  readonly codes: Codes;
  readonly claims: ClaimRows;
  readonly policy: MatchPolicy;
  /** By number of a code, the number of the key that it shares with those near enough to it. */
  readonly keys: Int32Array;
}

/** Reads the claims of a run. */
export function claimsOf(roster: Roster): Claims {
  const { policy } = roster.input;
  const codes = codesOf(roster);
  return { codes, claims: claimRows(roster, codes), policy, keys: codes.keys[policy.nearestExpertise] };
}

/** Marks are bits of one word, shared by keys where there are more keys than bits. */
const markCount = 31;

/** A mark of the codes near enough to a code: who lacks it among theirs claims nothing near. */
export const markOf = ({ codes, keys }: Claims, code: string): number =>
  1 << (whole(keys, codes.numberOf.get(code) ?? -1) % markCount);

/** The marks of all that somebody claims. */
export function marksAt({ claims, keys }: Claims, place: number): number {
  let mask = 0;
  for (let at = whole(claims.start, place); at < whole(claims.start, place + 1); at++)
    mask |= 1 << (whole(keys, codeAt(claims, at)) % markCount);
  return mask;
}
