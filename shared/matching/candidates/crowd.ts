import { once } from "../facts/once.ts";
import { reusedCells, whole } from "../problem/cells.ts";
import type { ClaimIndex } from "./claims.ts";
import type { Ground } from "./field.ts";
import type { Points } from "./points.ts";
import { inNumbers, metresWide, numbersWide, type Rows, rowsIn, traits } from "./rows.ts";

/** Those who claim a key of expertise and are owed no places, in the order of the roster. */
export interface Crowd {
  readonly count: number;
  /** Gathered from those of everybody. */
  readonly rows: Rows;
  /** What is looked at of many of them, beside each: of those whose home is not known the square is -1. */
  readonly traits: Int32Array;
  readonly square: Int32Array;
  /** Marks of what they claim, folded. */
  readonly marks: Int32Array;
  /** The half-days that they have and the class of their home school: see `daysIn` and `classIn`. */
  readonly bits: Int32Array;
  /** Places of those to whom the run owes places. */
  readonly owed: Int32Array;
  /** What the claim of each is worth for a code of the key, given by its number; good until the next call. */
  readonly beside: (code: number) => Claimants;
}

/** A crowd beside one code. */
export interface Claimants {
  /** What the best claim of each is worth, out of 1,000. */
  readonly claim: Int32Array;
  /** What each earns anyhow: whatever the phase, the mode and the place, less what their first place costs. */
  readonly anyhow: (points: Points) => Int32Array;
}

/** Classes of schools and shares out of 1,000 are below 2 to this; half-days fill what is left of a number. */
const fieldBits = 10;
const fieldMask = (1 << fieldBits) - 1;
const mostDaysCounted = (1 << (31 - 2 * fieldBits)) - 1;
export const daysCounted = (halfDays: number): number => Math.min(halfDays, mostDaysCounted);

/** The class of a school, what a claim is worth and how many half-days somebody has, so far as they are counted, in one number. */
export const classIn = (bits: number): number => bits & fieldMask;
export const claimIn = (bits: number): number => (bits >> fieldBits) & fieldMask;
export const daysIn = (bits: number): number => bits >> (2 * fieldBits);
export const withClaim = (bits: number, claim: number): number => bits | (claim << fieldBits);
export const bitsOf = (schoolClass: number, halfDays: number): number =>
  schoolClass | (daysCounted(halfDays) << (2 * fieldBits));

/** Tells what somebody earns anyhow, by what their claim is worth and where their row begins. */
export const anyhowBy =
  (numbers: Int32Array, { expertise, rotation, availability }: Points) =>
  (claim: number, row: number): number =>
    whole(expertise, claim) +
    whole(rotation, whole(numbers, row + inNumbers.load)) +
    ((whole(numbers, row + inNumbers.traits) & traits.isDated) === 0 ? 0 : whole(availability, 1000)) -
    whole(numbers, row + inNumbers.cost);

/** From where to where what belongs to a key stands: nothing does where only requests name it. */
const rangeOf = (start: Int32Array, key: number): readonly [number, number] =>
  key + 1 < start.length ? [whole(start, key), whole(start, key + 1)] : [0, 0];

/** Looks crowds up by the number of their key. */
export function crowdsBy({ crowds }: Ground, index: ClaimIndex): (key: number) => Crowd {
  const claimRoom = reusedCells();
  const earnedRoom = once<Points, ReturnType<typeof reusedCells>>(() => reusedCells());
  return (key) => {
    const [first, end] = rangeOf(crowds.start, key);
    const [firstClaim, endOfClaims] = rangeOf(crowds.claimStart, key);
    const count = end - first;
    const part = (cells: Int32Array): Int32Array => cells.subarray(first, end);
    const rows = rowsIn(crowds.rows.metres.subarray(first * metresWide, end * metresWide));

    const beside = (code: number): Claimants => {
      const [claim, near] = [claimRoom(count).fill(0), index.nearTo(code)];
      for (let x = firstClaim; x < endOfClaims; x++) {
        const of = whole(crowds.claimant, x) - first;
        claim[of] = Math.max(whole(claim, of), whole(near, whole(crowds.claims, x)));
      }
      const anyhow = once((points: Points) => {
        const [earned, earns] = [earnedRoom(points)(count), anyhowBy(rows.numbers, points)];
        for (let x = 0; x < count; x++) earned[x] = earns(whole(claim, x), x * numbersWide);
        return earned;
      });
      return { claim, anyhow };
    };
    return {
      count,
      rows,
      traits: part(crowds.traits),
      square: part(crowds.square),
      marks: part(crowds.marks),
      bits: part(crowds.bits),
      owed: crowds.owed.subarray(...rangeOf(crowds.owedStart, key)),
      beside,
    };
  };
}
