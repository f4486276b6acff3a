import { type SchoolColumns, schoolColumns, sortable } from "../facts/columns.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { once } from "../facts/once.ts";
import type { Roster } from "../facts/roster.ts";
import { weekdayFrom, weekdayTo } from "../facts/weekdays.ts";
import { addTo, startsOf, whole } from "../problem/cells.ts";
import type { Pinned } from "../problem/pins.ts";
import { classesOf, type SchoolClasses } from "./alike.ts";
import { type Claims, claimsOf, marksAt } from "./claimRows.ts";
import { type ClaimIndex, claimIndex } from "./claims.ts";
import { inNumbers, numbersWide, type People, peopleOf } from "./people.ts";
import { type Squares, squaresOf } from "./squares.ts";

/** The facts of a run laid out for looking at many pairs, with what pins have left of everybody's capacity. */
export interface Field {
  readonly roster: Roster;
  readonly pinned: Pinned;
  readonly schools: SchoolColumns;
  readonly classes: SchoolClasses;
  readonly squares: Squares;
  readonly people: People;
  readonly claims: Claims;
  /** Claims of those who may be proposed at all: nobody else stands in it. */
  readonly index: ClaimIndex;
  /** The number of each request's school. */
  readonly asking: Int32Array;
  /** What is read of each date once: a number that sorts as it does, and where weekdays begin and end. */
  readonly dates: ReturnType<typeof datesOnce>;
}

const datesOnce = () => ({
  sortable: once(sortable),
  weekdayFrom: once(weekdayFrom),
  weekdayTo: once(weekdayTo),
});

/** Some places in the order of what is told of each, a number from 0 up to `count`; equal ones stay in their order. */
function inOrderOf(places: Int32Array, count: number, told: (place: number) => number): Int32Array {
  const counts = new Int32Array(count);
  for (const place of places) addTo(counts, told(place), 1);
  const next = startsOf(counts);
  const order = new Int32Array(places.length);
  for (const place of places) {
    const number = told(place);
    order[whole(next, number)] = place;
    addTo(next, number, 1);
  }
  return order;
}

/** Those who may be proposed, with their likes in traits, and of these neighbours by the curve of their schools. */
function standing({ numbers, open }: People, { rank }: SchoolColumns): Int32Array {
  const at = (place: number, which: number): number => whole(numbers, place * numbersWide + which);
  const along = inOrderOf(open, rank.length, (place) => whole(rank, at(place, inNumbers.school)));
  const traits = new Set<number>();
  for (const place of open) traits.add(at(place, inNumbers.traits));
  const numberOf = new Map(
    Array.from(traits, (each): [number, number] => [each, 0]).sort(([a], [b]) => a - b),
  );
  Array.from(numberOf.keys()).forEach((each, number) => numberOf.set(each, number));
  return inOrderOf(along, numberOf.size, (place) => numberOf.get(at(place, inNumbers.traits)) ?? 0);
}

/** Lays a run out. */
export function fieldOf(roster: Roster, pinned: Pinned): Field {
  const schools = schoolColumns(roster);
  const squares = squaresOf(schools, roster.input.policy.distanceZeroMetres);
  const classes = classesOf(schools);
  const people = peopleOf(roster, pinned, { schools, squares, classes });
  const claims = claimsOf(roster);
  for (let place = 0; place < roster.practitioners.length; place++)
    people.numbers[place * numbersWide + inNumbers.marks] = marksAt(claims, place);
  return {
    roster,
    pinned,
    schools,
    classes,
    squares,
    people,
    claims,
    index: claimIndex(claims, standing(people, schools)),
    asking: Int32Array.from(roster.requests, ({ schoolId }) => schools.numberOf.get(schoolId) ?? -1),
    dates: datesOnce(),
  };
}

/** The request at a place of the roster; asking for one that is not there is a bug. */
export function requestAt({ requests }: Roster, at: number): MatchRequest {
  const request = requests[at];
  if (request === undefined) throw new RangeError(`No request stands at place ${at}`);
  return request;
}
