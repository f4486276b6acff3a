import { addTo, sharedCells, startsOf, whole } from "../problem/cells.ts";
import { classesOf, type SchoolClasses } from "./alike.ts";
import { type ClaimsByPerson, codeIn } from "./claimed.ts";
import { bitsOf } from "./crowd.ts";
import { foldedMarks, markClaims } from "./codeMarks.ts";
import { manyPlaces } from "./keeper.ts";
import type { People } from "./people.ts";
import type { SchoolColumns } from "./schools.ts";
import { inNumbers, numbersWide, rowBytes, type Rows, rowsIn, traits } from "./rows.ts";

/** Everybody, and what they claim: what crowds are gathered from. */
export interface Everybody {
  readonly people: People;
  readonly claims: ClaimsByPerson;
  /** By number of a code, the number of the key that it shares with those near enough to it. */
  readonly keys: Int32Array;
  readonly schools: SchoolColumns;
}

/**
 * Who claims what: those who claim a key of expertise and are owed no places, in the order of the roster, one key after
 * the other. Those of key `k` stand from `start[k]` up to `start[k + 1]`.
 */
export interface Crowds {
  readonly start: Int32Array;
  /** Copies of their rows: who is looked at for one request stands side by side. */
  readonly rows: Rows;
  /** What is looked at of many of them, beside each: of those whose home is not known the square is -1. */
  readonly traits: Int32Array;
  readonly square: Int32Array;
  /** Marks of what they claim, folded. */
  readonly marks: Int32Array;
  /** The half-days that they have and the class of their home school: see `daysIn` and `classIn`. */
  readonly bits: Int32Array;
  /** Claims of key `k` stand from `claimStart[k]` on; by claim, where among all its claimant stands. */
  readonly claimStart: Int32Array;
  readonly claims: Int32Array;
  readonly claimant: Int32Array;
  /** Places of those to whom the run owes places, by key from `owedStart[k]` on. */
  readonly owedStart: Int32Array;
  readonly owed: Int32Array;
}

const isOwed = ({ numbers }: People, place: number): boolean =>
  (whole(numbers, place * numbersWide + inNumbers.traits) & traits.isOwed) !== 0;

/** Whether a claim is the first of its key by somebody whose claims begin there. */
function isFirst({ claims: { number }, keys }: Everybody, from: number, at: number): boolean {
  const key = whole(keys, codeIn(whole(number, at)));
  for (let before = from; before < at; before++)
    if (whole(keys, codeIn(whole(number, before))) === key) return false;
  return true;
}

/** Where those of each key, their claims and those who are owed places begin. */
function startsByKey(everybody: Everybody) {
  const { people, claims, keys } = everybody;
  const counts = (): Int32Array => new Int32Array(keys.length);
  const [members, claimCount, owed] = [counts(), counts(), counts()];
  for (let place = 0; place < people.square.length; place++) {
    const [from, to] = [whole(claims.start, place), whole(claims.start, place + 1)];
    const theirs = from < to && isOwed(people, place) ? owed : members;
    for (let at = from; at < to; at++) {
      const key = whole(keys, codeIn(whole(claims.number, at)));
      if (isFirst(everybody, from, at)) addTo(theirs, key, 1);
      if (theirs === members) addTo(claimCount, key, 1);
    }
  }
  return { start: startsOf(members), claimStart: startsOf(claimCount), owedStart: startsOf(owed) };
}

/** Room for so many, which threads may share. */
const roomFor = (count: number) => ({
  rows: rowsIn(new Float64Array(new SharedArrayBuffer(count * rowBytes))),
  traits: sharedCells(count),
  square: sharedCells(count),
  marks: sharedCells(count),
  bits: sharedCells(count),
});

/** A place among the crowds, and by what the classes of schools are told. */
interface Taking {
  readonly crowds: ReturnType<typeof roomFor>;
  readonly to: number;
  readonly classOf: Int32Array;
}

/** Copies somebody to a place among the crowds. */
function takeIn({ numbers, square }: People, place: number, { crowds, to, classOf }: Taking): void {
  const [from, row] = [place * numbersWide, to * numbersWide];
  for (let x = 0; x < numbersWide; x++) crowds.rows.numbers[row + x] = numbers[from + x] ?? 0;
  crowds.traits[to] = whole(numbers, from + inNumbers.traits);
  crowds.square[to] = whole(square, place);
  crowds.marks[to] = foldedMarks(numbers, from);
  crowds.bits[to] = bitsOf(
    whole(classOf, whole(numbers, from + inNumbers.school)),
    whole(numbers, from + inNumbers.halfDays),
  );
}

const lastOf = (cells: Int32Array): number => whole(cells, cells.length - 1);

/** Takes the next place of a key. */
function takeNext(next: Int32Array, key: number): number {
  const at = whole(next, key);
  next[key] = at + 1;
  return at;
}

/** Gathers crowds in one pass over everybody, with the class of each school. */
function crowdsOf(everybody: Everybody, classOf: Int32Array): Crowds {
  const { people, claims, keys } = everybody;
  const { start, claimStart, owedStart } = startsByKey(everybody);
  if (people.square.length > manyPlaces)
    throw new RangeError(`${people.square.length} people are more than ${manyPlaces}, who can be told apart`);
  const crowds = roomFor(lastOf(start));
  const claimed = sharedCells(lastOf(claimStart));
  const [claimant, owed] = [sharedCells(lastOf(claimStart)), sharedCells(lastOf(owedStart))];
  const [next, nextClaim, nextOwed] = [start.slice(), claimStart.slice(), owedStart.slice()];
  for (let place = 0; place < people.square.length; place++) {
    const [from, to] = [whole(claims.start, place), whole(claims.start, place + 1)];
    if (from === to) continue;
    markClaims(people, place, { claims, keys });
    const isInCrowds = !isOwed(people, place);
    for (let at = from; at < to; at++) {
      const key = whole(keys, codeIn(whole(claims.number, at)));
      if (isFirst(everybody, from, at)) {
        if (isInCrowds) takeIn(people, place, { crowds, to: takeNext(next, key), classOf });
        else owed[takeNext(nextOwed, key)] = place;
      }
      if (!isInCrowds) continue;
      const claim = takeNext(nextClaim, key);
      claimant[claim] = whole(next, key) - 1;
      claimed[claim] = whole(claims.number, at);
    }
  }
  return { start, ...crowds, claimStart, claims: claimed, claimant, owedStart, owed };
}

/** What is gathered from columns alone, and so by any thread. */
export interface Gathered {
  readonly classes: SchoolClasses;
  readonly crowds: Crowds;
}

export function gatheredFrom(everybody: Everybody): Gathered {
  const classes = classesOf(everybody.schools);
  return { classes, crowds: crowdsOf(everybody, classes.of) };
}

/** Begins to gather, here or elsewhere, and tells how to have it once it is wanted. */
export type Gather = (everybody: Everybody) => () => Gathered;

export const gatherAtOnce: Gather = (everybody) => {
  const gathered = gatheredFrom(everybody);
  return () => gathered;
};
