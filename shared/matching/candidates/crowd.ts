import { once } from "../facts/once.ts";
import { reusedCells, reusedExact, whole } from "../problem/cells.ts";
import { foldedMarks } from "./codeMarks.ts";
import type { ClaimIndex } from "./claims.ts";
import type { Ground } from "./field.ts";
import type { Points } from "./points.ts";
import { inNumbers, metresWide, numbersWide, type Rows, rowsIn, traits } from "./rows.ts";

/** Those who claim a code near enough and are owed no places, whoever lives in one square of the map side by side. */
export interface Crowd {
  readonly count: number;
  /** Gathered from those of everybody. */
  readonly rows: Rows;
  /** What the claim of each is worth, out of 1,000. */
  readonly claim: Int32Array;
  /** What is looked at of many of them, beside each: of those whose home is not known the square is -1. */
  readonly traits: Int32Array;
  readonly square: Int32Array;
  /** Marks of what they claim, folded. */
  readonly marks: Int32Array;
  readonly schoolClass: Int32Array;
  /** What each earns anyhow: whatever the phase, the mode and the place, less what their first place costs. */
  readonly anyhow: (points: Points) => Int32Array;
  /** Numbers of those to whom the run owes places. */
  readonly owed: readonly number[];
}

/** Tells what somebody earns anyhow, by what their claim is worth and where their row begins. */
export const anyhowBy =
  (numbers: Int32Array, { expertise, rotation, availability }: Points) =>
  (claim: number, row: number): number =>
    whole(expertise, claim) +
    whole(rotation, whole(numbers, row + inNumbers.load)) +
    ((whole(numbers, row + inNumbers.traits) & traits.isDated) === 0 ? 0 : whole(availability, 1000)) -
    whole(numbers, row + inNumbers.cost);

/** Gathers crowds; what is gathered of one is good until the next. */
export function crowdsOf({ people, classes }: Ground, index: ClaimIndex): (code: number) => Crowd {
  const rowsRoom = reusedExact();
  const [claimRoom, traitsRoom, squareRoom] = [reusedCells(), reusedCells(), reusedCells()];
  const [marksRoom, classRoom] = [reusedCells(), reusedCells()];
  return (code) => {
    const claimants = index.claimantsOf(code);
    const most = claimants.people.length;
    const rows = rowsIn(rowsRoom(most * metresWide));
    const { numbers } = rows;
    const claim = claimRoom(most);
    const columns = { traits: traitsRoom(most), square: squareRoom(most) };
    const [marks, schoolClass] = [marksRoom(most), classRoom(most)];
    const owed: number[] = [];
    let count = 0;
    for (let at = 0; at < most; at++) {
      const number = whole(claimants.people, at);
      const from = number * numbersWide;
      const theirs = whole(people.numbers, from + inNumbers.traits);
      // A claim below 0 is not near enough to the code.
      if (whole(claimants.per1000, at) < 0) continue;
      if ((theirs & traits.isOwed) !== 0) {
        owed.push(number);
        continue;
      }
      const to = count * numbersWide;
      for (let x = 0; x < numbersWide; x++) numbers[to + x] = whole(people.numbers, from + x);
      claim[count] = whole(claimants.per1000, at);
      columns.traits[count] = theirs;
      columns.square[count] = whole(people.square, number);
      marks[count] = foldedMarks(numbers, to);
      schoolClass[count] = whole(classes.of, whole(numbers, to + inNumbers.school));
      count++;
    }
    const anyhow = once((points: Points) => {
      const earned = new Int32Array(count);
      const earns = anyhowBy(numbers, points);
      for (let at = 0; at < count; at++) earned[at] = earns(whole(claim, at), at * numbersWide);
      return earned;
    });
    return { count, rows, claim, ...columns, marks, schoolClass, anyhow, owed };
  };
}
