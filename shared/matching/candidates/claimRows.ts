import type { ExpertiseNearness } from "../../domain/runs/matchingPolicy.ts";
import type { ExpertiseClaim } from "../facts/facts.ts";
import { onceBy } from "../facts/once.ts";
import type { Roster } from "../facts/roster.ts";
import { claimPer1000, isRecent, keyAt, levelReached, nearEnough, nearestFirst } from "../fit/expertise.ts";
import { addTo, sharedCells, startsOf, whole } from "../problem/cells.ts";
import { type Lists, listing } from "./lists.ts";

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

/** What a claim is worth, out of 1,000, by where the part of its worth begins. */
export const worthIn = (worths: number, shift: number): number => (worths >>> shift) & 1023;

/** How near a code may be: where its part of a claim's worth begins, and by number of a code the key shared with codes so near. */
interface Judged {
  readonly shift: number;
  readonly same: Int32Array;
}

/** Tells what claims are worth, of each level once those practised of late and once the others; -1 below the least level. */
function worthsBy({ claimContext: context }: Roster): (claim: ExpertiseClaim) => number {
  const judged = nearestFirst.filter((near) => nearEnough(near, context.policy));
  const levelOf = ({ level }: ExpertiseClaim) => level;
  const worthsOf = (claim: ExpertiseClaim): number =>
    levelReached(claim, context.policy)
      ? judged.reduce((all, near) => all | (claimPer1000(claim, near, context) << shifts[near]), 0)
      : -1;
  const [ofLate, others] = [onceBy(levelOf, worthsOf), onceBy(levelOf, worthsOf)];
  return (claim) => (isRecent(claim, context) ? ofLate(claim) : others(claim));
}

/** For each key, copies of the claims of codes that share it, with whose they are, by place of person. */
interface ClaimsByKey {
  readonly start: Int32Array;
  readonly person: Int32Array;
  readonly rows: Int32Array;
}

function claimsByKey({ start: from, number: claims }: Lists, keys: Int32Array): ClaimsByKey {
  const counts = new Int32Array(keys.length);
  for (let at = 0; at < claims.length; at += claimWide) addTo(counts, whole(keys, whole(claims, at)), 1);
  const start = startsOf(counts);
  const next = start.slice();
  const [rows, person] = [sharedCells(claims.length), sharedCells(claims.length / claimWide)];
  for (let place = 0; place + 1 < from.length; place++)
    for (let at = whole(from, place); at < whole(from, place + 1); at += claimWide) {
      const key = whole(keys, whole(claims, at));
      const to = whole(next, key);
      next[key] = to + 1;
      person[to] = place;
      rows[to * claimWide] = whole(claims, at);
      rows[to * claimWide + 1] = whole(claims, at + 1);
    }
  return { start, person, rows };
}

/** The claims of those who may be proposed, each a row of `claimWide` numbers, by place of person and by key. */
export interface Claims {
  readonly byPerson: Lists;
  readonly byKey: ClaimsByKey;
  /** By number of a code, the number of the key that it shares with those near enough to it. */
  readonly keys: Int32Array;
  /** How near a code may be, the nearest first. */
  readonly judged: readonly Judged[];
}

/** Reads the claims of one person after the other, by place, and numbers all codes that it is told of. */
export function claimsReading(roster: Roster) {
  const { policy } = roster.input;
  const { numberOf, note } = numbering();
  const [list, worthsOf] = [listing(roster.practitioners.length), worthsBy(roster)];
  return {
    note,
    read: (claims: readonly ExpertiseClaim[]): void => {
      for (const claim of claims) {
        const worths = worthsOf(claim);
        if (worths < 0) continue;
        list.add(note(claim.code));
        list.add(worths);
      }
      list.end();
    },
    claims: (): Claims => {
      const [byPerson, keys] = [list.lists(), keysAt(policy.nearestExpertise, numberOf.keys())];
      const judged = nearestFirst
        .filter((near) => nearEnough(near, policy))
        .map((near) => ({ shift: shifts[near], same: keysAt(near, numberOf.keys()) }));
      return { byPerson, byKey: claimsByKey(byPerson, keys), keys, judged };
    },
  };
}
