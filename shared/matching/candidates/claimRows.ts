import type { ExpertiseNearness } from "../../domain/runs/matchingPolicy.ts";
import type { ExpertiseClaim } from "../facts/facts.ts";
import { onceBy } from "../facts/once.ts";
import type { Roster } from "../facts/roster.ts";
import { claimPer1000, isRecent, keyAt, levelReached, nearEnough, nearestFirst } from "../fit/expertise.ts";
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

/** The claims of each who may be proposed, by place of person, each a row of `claimWide` numbers. */
export type ClaimsByPerson = Lists;

/** What is claimed, and how near codes are to each other. */
export interface Claims {
  readonly byPerson: ClaimsByPerson;
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
    byPerson: list.lists,
    /** The keys of all codes noted so far: one that is noted later changes none of them. */
    keys: () => keysAt(policy.nearestExpertise, numberOf.keys()),
    claims: (): Claims => {
      const [byPerson, keys] = [list.lists(), keysAt(policy.nearestExpertise, numberOf.keys())];
      const judged = nearestFirst
        .filter((near) => nearEnough(near, policy))
        .map((near) => ({ shift: shifts[near], same: keysAt(near, numberOf.keys()) }));
      return { byPerson, keys, judged };
    },
  };
}
