import type { FitWeights } from "../facts/facts.ts";
import { besideOthers } from "../fit/expertise.ts";
import { basisPoints, rotationPer1000 } from "../fit/fit.ts";
import { reusedCells, reusedExact, whole } from "../problem/cells.ts";
import type { Field } from "./field.ts";
import { inNumbers, metresWide, numbersWide, type Rows, rowsIn, traits } from "./people.ts";

/** Those who claim a code, by place, in the order of the claim index. */
export interface Crowd {
  readonly people: Int32Array;
  /** Their rows, gathered from those of everybody, with the place of each in the last number. */
  readonly rows: Rows;
  /** Where people of other traits begin, with their traits, and the end. */
  readonly runs: readonly Run[];
  /** What is looked at of many of them, beside each. */
  readonly traits: Int32Array;
  readonly square: Int32Array;
  readonly marks: Int32Array;
  readonly schoolClass: Int32Array;
  /** The basis points that each earns whatever the phase, the mode and the place, less what their first place costs. */
  readonly everywhere: (weights: FitWeights, hasOthers: boolean) => Everywhere;
}

interface Everywhere {
  /** `never` for whose claim is not near enough. */
  readonly earned: Int32Array;
  /** The same of anybody, by what their claim is worth and by their row. */
  readonly earnedBy: ReturnType<typeof everywhereBy>;
}

/** People of the same traits, from one up to another. */
interface Run {
  readonly traits: number;
  readonly from: number;
  readonly to: number;
}

/** What somebody is worth who cannot serve. */
export const never = -(2 ** 31);

/** The basis points of expertise that a claim earns by itself, beside other codes or without any. */
export const expertiseAlone = (weights: FitWeights, per1000: number, hasOthers: boolean): number =>
  basisPoints(weights.expertise, hasOthers ? besideOthers(per1000, 0, 1) : per1000);

/** Tells what people earn everywhere, by what their claim is worth and where their row begins. */
function everywhereBy(weights: FitWeights, hasOthers: boolean) {
  const byClaim = Int32Array.from(upTo(1000), (each) => expertiseAlone(weights, each, hasOthers));
  const byLoad = Int32Array.from(upTo(200), (load) => basisPoints(weights.rotation, rotationPer1000(load)));
  const dated = basisPoints(weights.availability, 1000);
  return (claim: number, numbers: Int32Array, row: number): number =>
    whole(byClaim, claim) +
    whole(byLoad, whole(numbers, row + inNumbers.load)) +
    ((whole(numbers, row + inNumbers.traits) & traits.isDated) === 0 ? 0 : dated) -
    whole(numbers, row + inNumbers.cost);
}
const upTo = (most: number): readonly number[] => Array.from({ length: most + 1 }, (_, each) => each);

/** Copies the rows of some people, in the order in which their places are given. */
function copyRows(from: Rows, places: Int32Array, to: Rows): void {
  for (let at = 0; at < places.length; at++) {
    const [old, now] = [whole(places, at) * numbersWide, at * numbersWide];
    for (let x = 0; x < numbersWide; x++) to.numbers[now + x] = whole(from.numbers, old + x);
  }
}

/** Gathers crowds; what is gathered of one is good until the next. */
export function crowdsOf({ index, people: everybody }: Field): (code: string) => Crowd {
  const earningBy = onceFor(everywhereBy);
  const [rowsRoom, columnRooms] = [reusedExact(), new Map<number, (count: number) => Int32Array>()];
  return (code) => {
    const { people, per1000 } = index.claimantsOf(code);
    const rows = rowsIn(rowsRoom(people.length * metresWide));
    copyRows(everybody, people, rows);
    const column = (which: number): Int32Array => {
      const room = columnRooms.get(which) ?? reusedCells();
      columnRooms.set(which, room);
      const cells = room(people.length);
      for (let at = 0; at < cells.length; at++) cells[at] = whole(rows.numbers, at * numbersWide + which);
      return cells;
    };
    const theirs = column(inNumbers.traits);
    return {
      people,
      rows,
      runs: runsOf(theirs),
      traits: theirs,
      square: column(inNumbers.square),
      marks: column(inNumbers.marks),
      schoolClass: column(inNumbers.schoolClass),
      everywhere: onceFor((weights, hasOthers) => earnedOf(rows, per1000, earningBy(weights, hasOthers))),
    };
  };
}

/** What is worked out once for weights that everywhere earn the same, beside other codes or without any. */
function onceFor<Known>(workOut: (weights: FitWeights, hasOthers: boolean) => Known) {
  const known = new Map<string, Known>();
  return (weights: FitWeights, hasOthers: boolean): Known => {
    const name = `${weights.expertise} ${weights.availability} ${weights.rotation} ${hasOthers}`;
    const found = known.get(name) ?? workOut(weights, hasOthers);
    known.set(name, found);
    return found;
  };
}

function earnedOf({ numbers }: Rows, per1000: Int32Array, earnedBy: Everywhere["earnedBy"]): Everywhere {
  const earned = new Int32Array(per1000.length);
  for (let at = 0; at < earned.length; at++) {
    const claim = whole(per1000, at);
    // A claim below 0 is not near enough to the code.
    earned[at] = claim < 0 ? never : earnedBy(claim, numbers, at * numbersWide);
  }
  return { earned, earnedBy };
}

function runsOf(theirs: Int32Array): readonly Run[] {
  const runs: Run[] = [];
  for (let from = 0, to = 0; from < theirs.length; from = to) {
    const now = whole(theirs, from);
    while (to < theirs.length && theirs[to] === now) to++;
    runs.push({ traits: now, from, to });
  }
  return runs;
}
