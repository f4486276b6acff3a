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

/** Bits for the grade of a claim: there are twice as many grades as levels, and no more than these tell apart. */
const gradeBits = 3;

/** A claim that may be proposed, in one number: its code and its grade, by which it is worth something. */
const claimOf = (code: number, grade: number): number => (code << gradeBits) | grade;
export const codeIn = (claim: number): number => claim >> gradeBits;
export const gradeIn = (claim: number): number => claim & ((1 << gradeBits) - 1);

/** More than any claim of so many codes. */
export const claimCount = (codes: number): number => codes << gradeBits;

/** How near a code may be: what claims are worth for codes so near, out of 1,000 by grade, and by number of a code the key shared with them. */
interface Judged {
  readonly per1000: readonly number[];
  readonly same: Int32Array;
}

/** Grades claims: one grade for each level practised of late, another where it was not; -1 below the least level. */
function grading({ claimContext: context }: Roster) {
  const first: ExpertiseClaim[] = [];
  const gradeOf = (claim: ExpertiseClaim): number =>
    levelReached(claim, context.policy) ? first.push(claim) - 1 : -1;
  const levelOf = ({ level }: ExpertiseClaim) => level;
  const [ofLate, others] = [onceBy(levelOf, gradeOf), onceBy(levelOf, gradeOf)];
  return {
    gradeOf: (claim: ExpertiseClaim): number => (isRecent(claim, context) ? ofLate(claim) : others(claim)),
    per1000: (near: ExpertiseNearness): readonly number[] =>
      first.map((claim) => claimPer1000(claim, near, context)),
  };
}

/** The claims of each who may be proposed, by place of person: see `codeIn`. */
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
  const [list, { gradeOf, per1000 }] = [listing(roster.practitioners.length), grading(roster)];
  return {
    note,
    read: (claims: readonly ExpertiseClaim[]): void => {
      for (const claim of claims) {
        const grade = gradeOf(claim);
        if (grade >= 0) list.add(claimOf(note(claim.code), grade));
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
        .map((near) => ({ per1000: per1000(near), same: keysAt(near, numberOf.keys()) }));
      return { byPerson, keys, judged };
    },
  };
}
