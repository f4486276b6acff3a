import { modeBit, phaseBit, type SchoolColumns, sortable } from "../facts/columns.ts";
import type { MatchPractitioner } from "../facts/facts.ts";
import { once } from "../facts/once.ts";
import { noSpans } from "../facts/weekdays.ts";
import type { Roster } from "../facts/roster.ts";
import { exact, whole } from "../problem/cells.ts";
import { isOpen, leastLeft, type Pinned } from "../problem/pins.ts";
import { modes } from "../../domain/vocabulary.ts";
import { servesMode } from "../rules/capacityRules.ts";
import type { SchoolClasses } from "./alike.ts";
import { type Barred, barredAt } from "./barred.ts";
import { type Squares, squareOf } from "./squares.ts";

/**
 * What is looked at of people, a row of 64 bytes for each, so that who is looked at is fetched from memory once: a
 * row is eight numbers of metres, of which `inMetres` names some, or sixteen whole numbers, of which `inNumbers`
 * names those that lie elsewhere.
 */
export interface Rows {
  readonly metres: Float64Array;
  readonly numbers: Int32Array;
}

/** Rows in memory for eight numbers of each. */
export const rowsIn = (metres: Float64Array): Rows => ({
  metres,
  numbers: new Int32Array(metres.buffer, metres.byteOffset, 2 * metres.length),
});

/** The practitioners of a run, by place in the roster. */
export interface People extends Rows {
  /** The last day of the letter of assurance as a number that sorts as the date does; 0 when there is none. */
  readonly assuredUntil: Int32Array;
  readonly barred: Barred;
  /** Places of those who may be proposed at all. */
  readonly open: Int32Array;
}

/** Numbers in a row of metres, and in a row of whole numbers. */
export const [metresWide, numbersWide] = [8, 16];

/** Where the home school is, NaN where that is not known, and how far they travel, Infinity where nothing limits it. */
export const inMetres = { east: 0, north: 1, reach: 2 } as const;

export const inNumbers = {
  halfDays: 6,
  /** The number of the home school. */
  school: 7,
  /** Bits: see `traits`. */
  traits: 8,
  /** The row of the spans of days on which they are free. */
  free: 9,
  load: 10,
  /** Basis points that their first place costs: the price of the load that they carry. */
  cost: 11,
  /** The square of the map in which they are looked for; -1 where their home is not known. */
  square: 12,
  /** The class of the home school. */
  schoolClass: 13,
  /** Marks of what they claim. */
  marks: 14,
  /** Their place in the roster. */
  place: 15,
} as const;

/** Where the traits of a person stand among their bits: masks of phases and modes by their first bit, or one bit. */
export const traits = {
  /** Phases that the person works in, and phases of the home school. */
  phases: 0,
  homePhases: 8,
  /** Modes in which the person can serve, and modes by choice. */
  serves: 16,
  modes: 20,
  /** The run owes them places: they stay candidates wherever they qualify. */
  isOwed: 1 << 24,
  /** They gave dates of availability. */
  isDated: 1 << 25,
  /** Their letter of assurance ends before some request begins. */
  isBrief: 1 << 26,
  /** They may come from farther away than people are looked for by the map. */
  isRoaming: 1 << 27,
} as const;

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

/** What people are put in rows beside. */
interface Ground {
  readonly schools: SchoolColumns;
  readonly squares: Squares;
  readonly classes: SchoolClasses;
}

/** Writes where somebody lives and travels into their row; tells whether they roam. */
function writePlace({ metres, numbers }: Rows, { schools, squares, classes }: Ground, stand: Stand): boolean {
  const { person, place, home } = stand;
  const [east, north] = [exact(schools.eastMetres, home), exact(schools.northMetres, home)];
  const reach = east + north >= 0 ? (person.travelLimitMetres ?? Infinity) : Infinity;
  const [row, wide] = [place * numbersWide, place * metresWide];
  metres[wide + inMetres.east] = east;
  metres[wide + inMetres.north] = north;
  metres[wide + inMetres.reach] = reach;
  numbers[row + inNumbers.place] = place;
  numbers[row + inNumbers.school] = home;
  numbers[row + inNumbers.schoolClass] = whole(classes.of, home);
  numbers[row + inNumbers.square] = squareOf(squares, { east, north, reach });
  return reach > squares.farthestMetres;
}

/** Writes what somebody can take on into their row. */
function writeCapacity({ numbers }: Rows, { free, input }: Roster, stand: Stand): void {
  const { place, pinned } = stand;
  const row = place * numbersWide;
  const { loadSlots: load } = stand.person;
  numbers[row + inNumbers.halfDays] = whole(pinned.halfDaysLeft, place);
  numbers[row + inNumbers.free] = whole(free.row, place);
  numbers[row + inNumbers.load] = load;
  numbers[row + inNumbers.cost] =
    input.policy.rotationCostPerLoad * (load + whole(pinned.slotsPinned, place));
}

/** One practitioner of a run. */
interface Stand {
  readonly person: MatchPractitioner;
  readonly place: number;
  readonly home: number;
  readonly pinned: Pinned;
}

/** Puts practitioners in rows; marks of their claims are left to be filled in. */
export function peopleOf(roster: Roster, pinned: Pinned, ground: Ground): People {
  const { practitioners, homeNumber, requests, free } = roster;
  const rows = rowsIn(new Float64Array(practitioners.length * metresWide));
  const [assuredUntil, open] = [new Int32Array(practitioners.length), new Int32Array(practitioners.length)];
  const [traitsFor, sortableOnce] = [lastingTraits(), once(sortable)];
  const latest = requests.reduce((last, { window }) => Math.max(last, sortableOnce(window.from)), 0);
  let openCount = 0;
  practitioners.forEach((person, place) => {
    const home = whole(homeNumber, place);
    const until = person.assuranceValidUntil === null ? 0 : sortableOnce(person.assuranceValidUntil);
    const stand = { person, place, home, pinned };
    const isRoaming = writePlace(rows, ground, stand);
    writeCapacity(rows, roster, stand);
    rows.numbers[place * numbersWide + inNumbers.traits] =
      traitsFor(person) |
      (whole(ground.schools.phases, home) << traits.homePhases) |
      (leastLeft(roster, pinned, place) > 0 ? traits.isOwed : 0) |
      (whole(free.row, place) === noSpans ? 0 : traits.isDated) |
      (until < latest ? traits.isBrief : 0) |
      (isRoaming ? traits.isRoaming : 0);
    assuredUntil[place] = until;
    if (isOpen(roster, pinned, place)) open[openCount++] = place;
  });
  return { ...rows, assuredUntil, barred: barredAt(roster), open: open.slice(0, openCount) };
}
