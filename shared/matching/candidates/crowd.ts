import { once } from "../facts/once.ts";
import { reusedCells, reusedExact, whole } from "../problem/cells.ts";
import { claimWide } from "./claimRows.ts";
import { type ClaimIndex, worthFor } from "./claims.ts";
import { foldedMarks } from "./codeMarks.ts";
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
  readonly owed: readonly number[];
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
const bitsOf = (schoolClass: number, halfDays: number): number =>
  schoolClass | (daysCounted(halfDays) << (2 * fieldBits));

/** Tells what somebody earns anyhow, by what their claim is worth and where their row begins. */
export const anyhowBy =
  (numbers: Int32Array, { expertise, rotation, availability }: Points) =>
  (claim: number, row: number): number =>
    whole(expertise, claim) +
    whole(rotation, whole(numbers, row + inNumbers.load)) +
    ((whole(numbers, row + inNumbers.traits) & traits.isDated) === 0 ? 0 : whole(availability, 1000)) -
    whole(numbers, row + inNumbers.cost);

/** Columns of a crowd, used again for the next. */
function columnsFor() {
  const rowsRoom = reusedExact();
  const [traitsRoom, squareRoom, marksRoom, bitsRoom] = [
    reusedCells(),
    reusedCells(),
    reusedCells(),
    reusedCells(),
  ];
  return (count: number) => ({
    rows: rowsIn(rowsRoom(count * metresWide)),
    traits: traitsRoom(count),
    square: squareRoom(count),
    marks: marksRoom(count),
    bits: bitsRoom(count),
  });
}

/** Gathers crowds by the number of their key; what is gathered of one is good until the next. */
export function crowdsOf({ people, classes, claims }: Ground, index: ClaimIndex): (key: number) => Crowd {
  const [{ byKey }, { numbers: everybody }] = [claims, people];
  const [columnsOf, memberRoom, claimRoom] = [columnsFor(), reusedCells(), reusedCells()];
  const earnedRoom = once<Points, ReturnType<typeof reusedCells>>(() => reusedCells());
  return (key) => {
    const [first, end] = [whole(byKey.start, key), whole(byKey.start, key + 1)];
    const columns = columnsOf(end - first);
    const { numbers } = columns.rows;
    const owed: number[] = [];
    let count = 0;

    /** Takes somebody in and tells where they stand; -1 for whom the run owes places. */
    const takeIn = (person: number): number => {
      const [from, to] = [person * numbersWide, count * numbersWide];
      const theirs = whole(everybody, from + inNumbers.traits);
      if ((theirs & traits.isOwed) !== 0) {
        owed.push(person);
        return -1;
      }
      for (let x = 0; x < numbersWide; x++) numbers[to + x] = everybody[from + x] ?? 0;
      columns.traits[count] = theirs;
      columns.square[count] = whole(people.square, person);
      columns.marks[count] = foldedMarks(numbers, to);
      columns.bits[count] = bitsOf(
        whole(classes.of, whole(numbers, to + inNumbers.school)),
        whole(numbers, to + inNumbers.halfDays),
      );
      return count++;
    };

    /** Whose each claim of the key is; the claims of one person stand side by side. */
    const member = memberRoom(end - first);
    for (let at = first, last = -1; at < end; at++) {
      const person = whole(byKey.person, at);
      member[at - first] = person === last ? whole(member, at - first - 1) : takeIn(person);
      last = person;
    }

    const beside = (code: number): Claimants => {
      const [claim, near] = [claimRoom(count).fill(0), index.nearTo(code)];
      for (let at = first; at < end; at++) {
        const of = whole(member, at - first);
        if (of < 0) continue;
        claim[of] = Math.max(whole(claim, of), worthFor(near, byKey.rows, at * claimWide));
      }
      const anyhow = once((points: Points) => {
        const [earned, earns] = [earnedRoom(points)(count), anyhowBy(numbers, points)];
        for (let at = 0; at < count; at++) earned[at] = earns(whole(claim, at), at * numbersWide);
        return earned;
      });
      return { claim, anyhow };
    };
    return { count, ...columns, owed, beside };
  };
}
