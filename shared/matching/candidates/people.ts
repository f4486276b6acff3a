import { bits, modeBit, phaseBit, type SchoolColumns } from "./schools.ts";
import { sortable } from "../facts/dates.ts";
import type { MatchPractitioner } from "../facts/facts.ts";
import { once } from "../facts/once.ts";
import { noSpans } from "../facts/weekdays.ts";
import type { Roster } from "../facts/roster.ts";
import { exact, sharedCells, whole } from "../problem/cells.ts";
import { leastLeft, type Pinned } from "../problem/pins.ts";
import { modes } from "../../domain/vocabulary.ts";
import { servesMode } from "../rules/capacityRules.ts";
import { inMetres, inNumbers, metresWide, numbersWide, rowBytes, type Rows, rowsIn, traits } from "./rows.ts";
import { type Squares, squareOf } from "./squares.ts";

/** Everybody by place in the roster; the rows of those who may not be proposed are never looked at. */
export interface People extends Rows {
  /** The square in which each is looked for; -1 where their home is not known. */
  readonly square: Int32Array;
}

/** The reach of who travels any way. */
const anyWay = 2 ** 31 - 1;

/** Tells the traits of people that do not depend on the run, by phases and modes. */
function lastingTraits(): (person: MatchPractitioner) => number {
  const servedBy = once((chosen: number) => {
    const values = modes.filter((mode) => (chosen & modeBit(mode)) !== 0);
    return bits(
      modes.filter((mode) => servesMode(values, mode)),
      modeBit,
    );
  });
  return ({ phases, modes: values }) => {
    const chosen = bits(values, modeBit);
    return (
      (bits(phases, phaseBit) << traits.phases) |
      (servedBy(chosen) << traits.serves) |
      (chosen << traits.modes)
    );
  };
}

/** What people are put in rows of. */
interface PeopleFacts {
  readonly roster: Roster;
  readonly pinned: Pinned;
  readonly schools: SchoolColumns;
  readonly squares: Squares;
}

/** Puts people in rows one by one; marks of their claims are left to be filled in. */
export function peopleReading({ roster, pinned, schools, squares }: PeopleFacts) {
  const count = roster.practitioners.length;
  const { metres, numbers } = rowsIn(new Float64Array(new SharedArrayBuffer(count * rowBytes)));
  const [lasting, square] = [lastingTraits(), sharedCells(count)];

  /** Writes where somebody lives and how far they travel; tells whether they roam. */
  const writePlace = ({ travelLimitMetres }: MatchPractitioner, place: number): boolean => {
    const home = whole(roster.homeNumber, place);
    const [east, north] = [exact(schools.eastMetres, home), exact(schools.northMetres, home)];
    const reach = east + north >= 0 ? (travelLimitMetres ?? Infinity) : Infinity;
    square[place] = squareOf(squares, { east, north, reach });
    metres[place * metresWide + inMetres.east] = east;
    metres[place * metresWide + inMetres.north] = north;
    // Ways are whole metres.
    numbers[place * numbersWide + inNumbers.reach] = Math.floor(Math.min(reach, anyWay));
    numbers[place * numbersWide + inNumbers.school] = home;
    return reach > squares.farthestMetres;
  };

  const read = (person: MatchPractitioner, place: number, designationMarks: number): void => {
    const [row, isRoaming] = [place * numbersWide, writePlace(person, place)];
    const { loadSlots: load, assuranceValidUntil: until } = person;
    const free = whole(roster.free.row, place);
    numbers[row + inNumbers.place] = place;
    numbers[row + inNumbers.halfDays] = whole(pinned.halfDaysLeft, place);
    numbers[row + inNumbers.traits] =
      lasting(person) |
      designationMarks |
      (whole(schools.phases, whole(roster.homeNumber, place)) << traits.homePhases) |
      (leastLeft(roster, pinned, place) > 0 ? traits.isOwed : 0) |
      (free === noSpans ? 0 : traits.isDated) |
      (isRoaming ? traits.isRoaming : 0);
    numbers[row + inNumbers.free] = free;
    numbers[row + inNumbers.load] = load;
    numbers[row + inNumbers.cost] =
      roster.input.policy.rotationCostPerLoad * (load + whole(pinned.slotsPinned, place));
    numbers[row + inNumbers.assuredUntil] = until === null ? 0 : sortable(until);
  };

  return {
    people: { metres, numbers, square } satisfies People,
    read,
  };
}
