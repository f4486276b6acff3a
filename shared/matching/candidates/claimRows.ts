import type { ExpertiseNearness } from "../../domain/matchingPolicy.ts";
import type { MatchPolicy } from "../facts/facts.ts";
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

/** Claims that may be proposed, each a row of so many numbers: of which code, and worth what when asked for as near as that. */
export const claimWide = 4;
export const nearColumns = { exact: 1, sibling: 2, family: 3 } as const satisfies Record<
  ExpertiseNearness,
  number
>;

export interface ClaimRows {
  /** Claims of place `p` are `start[p]` up to `start[p + 1]`. */
  readonly start: Int32Array;
  readonly rows: Int32Array;
}

function claimRows({ practitioners, claimContext: context }: Roster, { numberOf }: Codes): ClaimRows {
  const start = new Int32Array(practitioners.length + 1);
  const size = practitioners.reduce((sum, { claims }) => sum + claims.length, 0);
  const rows = new Int32Array(size * claimWide);
  const judged = nearestFirst.filter((near) => nearEnough(near, context.policy));
  let count = 0;
  practitioners.forEach(({ claims }, place) => {
    for (const claim of claims) {
      if (!levelReached(claim, context.policy)) continue;
      const row = count++ * claimWide;
      rows[row] = numberOf.get(claim.code) ?? -1;
      for (const near of judged) rows[row + nearColumns[near]] = claimPer1000(claim, near, context);
    }
    start[place + 1] = count;
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
