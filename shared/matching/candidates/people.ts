import { modeBit, phaseBit, type SchoolColumns, sortable } from "../facts/columns.ts";
import type { MatchPractitioner } from "../facts/facts.ts";
import { once } from "../facts/once.ts";
import { noSpans } from "../facts/weekdays.ts";
import type { Roster } from "../facts/roster.ts";
import { addTo, exact, sharedCells, startsOf, whole } from "../problem/cells.ts";
import { isOpen, leastLeft, type Pinned } from "../problem/pins.ts";
import { modes } from "../../domain/vocabulary.ts";
import { servesMode } from "../rules/capacityRules.ts";
import { inMetres, inNumbers, metresWide, numbersWide, rowBytes, type Rows, rowsIn, traits } from "./rows.ts";
import { type Squares, squareOf } from "./squares.ts";

/** Those who may be proposed at all, by number: whoever lives in one square of the map has numbers side by side. */
export interface People extends Rows {
  readonly count: number;
  /** The square in which each is looked for; -1 where their home is not known. */
  readonly square: Int32Array;
  /** The last day of the letter of assurance, as a number that sorts as the date does; 0 when there is none. */
  readonly assuredUntil: Int32Array;
}

/** The reach of who travels any way. */
const anyWay = 2 ** 31 - 1;

const masked = <Value>(values: readonly Value[], bit: (value: Value) => number): number => {
  let mask = 0;
  for (const value of values) mask |= bit(value);
  return mask;
};

/** Tells the traits of people that do not depend on the run, by phases and modes. */
function lastingTraits(): (person: MatchPractitioner) => number {
  const servedBy = once((chosen: number) => {
    const values = modes.filter((mode) => (chosen & modeBit(mode)) !== 0);
    return masked(
      modes.filter((mode) => servesMode(values, mode)),
      modeBit,
    );
  });
  return ({ phases, modes: values }) => {
    const chosen = masked(values, modeBit);
    return (
      (masked(phases, phaseBit) << traits.phases) |
      (servedBy(chosen) << traits.serves) |
      (chosen << traits.modes)
    );
  };
}

/** What people are put in rows of. */
interface Ground {
  readonly roster: Roster;
  readonly pinned: Pinned;
  readonly schools: SchoolColumns;
  readonly squares: Squares;
}

/** Numbers those who may be proposed, square by square. */
function numbered({ roster, pinned, schools, squares }: Ground) {
  const { practitioners, homeNumber } = roster;
  const at = new Int32Array(practitioners.length).fill(-2);
  const counts = new Int32Array(squares.count + 1);
  practitioners.forEach(({ travelLimitMetres }, place) => {
    if (!isOpen(roster, pinned, place)) return;
    const home = whole(homeNumber, place);
    const [east, north] = [exact(schools.eastMetres, home), exact(schools.northMetres, home)];
    const square = squareOf(squares, { east, north, reach: travelLimitMetres ?? Infinity });
    at[place] = square;
    addTo(counts, square + 1, 1);
  });
  const next = startsOf(counts);
  const numberAt = new Int32Array(practitioners.length).fill(-1);
  const square = sharedCells(whole(next, counts.length));
  for (let place = 0; place < at.length; place++) {
    const theirs = whole(at, place);
    if (theirs < -1) continue;
    const number = whole(next, theirs + 1);
    addTo(next, theirs + 1, 1);
    numberAt[place] = number;
    square[number] = theirs;
  }
  return { count: square.length, numberAt, square };
}

/** Writes where somebody lives and how far they travel into their row; tells whether they roam. */
function writePlace({ metres, numbers }: Rows, { schools, squares }: Ground, stand: Stand): boolean {
  const { person, number, home } = stand;
  const [east, north] = [exact(schools.eastMetres, home), exact(schools.northMetres, home)];
  const reach = east + north >= 0 ? (person.travelLimitMetres ?? Infinity) : Infinity;
  metres[number * metresWide + inMetres.east] = east;
  metres[number * metresWide + inMetres.north] = north;
  // Ways are whole metres.
  numbers[number * numbersWide + inNumbers.reach] = Math.floor(Math.min(reach, anyWay));
  return reach > squares.farthestMetres;
}

/** Writes what somebody can take on into their row. */
function writeCapacity({ numbers }: Rows, { roster, pinned }: Ground, stand: Stand): void {
  const { person, place, number, home } = stand;
  const row = number * numbersWide;
  const load = person.loadSlots;
  numbers[row + inNumbers.number] = number;
  numbers[row + inNumbers.halfDays] = whole(pinned.halfDaysLeft, place);
  numbers[row + inNumbers.school] = home;
  numbers[row + inNumbers.free] = whole(roster.free.row, place);
  numbers[row + inNumbers.load] = load;
  numbers[row + inNumbers.cost] =
    roster.input.policy.rotationCostPerLoad * (load + whole(pinned.slotsPinned, place));
  numbers[row + inNumbers.place] = place;
}

/** Somebody who may be proposed. */
interface Stand {
  readonly person: MatchPractitioner;
  readonly place: number;
  readonly number: number;
  readonly home: number;
}

/** Those who may be proposed, and the number of whoever stands at a place of the roster; -1 for who may not be. */
interface Numbered {
  readonly people: People;
  readonly numberAt: Int32Array;
}

/** Puts those who may be proposed in rows; marks of their claims are left to be filled in. */
export function peopleOf(ground: Ground): Numbered {
  const { roster, pinned, schools } = ground;
  const { count, numberAt, square } = numbered(ground);
  const rows = rowsIn(new Float64Array(new SharedArrayBuffer(count * rowBytes)));
  const assuredUntil = sharedCells(count);
  const sortableOf = once(sortable);
  const latest = roster.requests.reduce((last, { window }) => Math.max(last, sortableOf(window.from)), 0);
  const traitsFor = lastingTraits();
  roster.practitioners.forEach((person, place) => {
    const number = whole(numberAt, place);
    if (number < 0) return;
    const home = whole(roster.homeNumber, place);
    const until = person.assuranceValidUntil === null ? 0 : sortableOf(person.assuranceValidUntil);
    const stand = { person, place, number, home };
    const isRoaming = writePlace(rows, ground, stand);
    writeCapacity(rows, ground, stand);
    assuredUntil[number] = until;
    rows.numbers[number * numbersWide + inNumbers.traits] =
      traitsFor(person) |
      (whole(schools.phases, home) << traits.homePhases) |
      (leastLeft(roster, pinned, place) > 0 ? traits.isOwed : 0) |
      (whole(roster.free.row, place) === noSpans ? 0 : traits.isDated) |
      (until < latest ? traits.isBrief : 0) |
      (isRoaming ? traits.isRoaming : 0);
  });
  return { people: { ...rows, count, square, assuredUntil }, numberAt };
}
