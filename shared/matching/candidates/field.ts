import {
  type PeopleColumns,
  peopleColumns,
  type SchoolColumns,
  schoolColumns,
  sortable,
} from "../facts/columns.ts";
import type { MatchRequest } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { addTo, exact, startsOf, whole } from "../problem/cells.ts";
import { isOpen, leastLeft, type Pinned } from "../problem/pins.ts";
import { type ClaimIndex, claimIndex } from "./claims.ts";

/** The facts of a run laid out for looking at many pairs, with what pins have left of everybody's capacity. */
export interface Field {
  readonly roster: Roster;
  readonly pinned: Pinned;
  readonly schools: SchoolColumns;
  readonly people: PeopleColumns;
  /** Claims of those who may be proposed at all: nobody else stands in it. */
  readonly claims: ClaimIndex;
  /** What is so of each person, as bits: see `traits`. */
  readonly traits: Int32Array;
  /** The number of each request's school. */
  readonly asking: Int32Array;
  /** Basis points that the first place of each person costs: the price of the load that they carry. */
  readonly cost: Int32Array;
}

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
  /** Interests or past employments stand in their way somewhere. */
  isBarred: 1 << 26,
  /** Their letter of assurance ends before some request begins. */
  isBrief: 1 << 27,
} as const;

function traitsOf({
  roster,
  pinned,
  schools,
  people,
}: Pick<Field, "roster" | "pinned" | "schools" | "people">) {
  const latest = roster.requests.reduce((last, { window }) => Math.max(last, sortable(window.from)), 0);
  return Int32Array.from(people.school, (school, place) => {
    const isOwed = leastLeft(roster, pinned, place) > 0;
    const isDated = whole(roster.free.start, place) < whole(roster.free.start, place + 1);
    const isBarred = whole(people.barredStart, place) < whole(people.barredStart, place + 1);
    return (
      (whole(people.phases, place) << traits.phases) |
      (whole(schools.phases, school) << traits.homePhases) |
      (whole(people.serves, place) << traits.serves) |
      (whole(people.modes, place) << traits.modes) |
      (isOwed ? traits.isOwed : 0) |
      (isDated ? traits.isDated : 0) |
      (isBarred ? traits.isBarred : 0) |
      (whole(people.assuredUntil, place) < latest ? traits.isBrief : 0)
    );
  });
}

/** Limits of travel, in metres, that part people who travel about as far from those who travel farther. */
const reachSteps = [5_000, 10_000, 20_000, 40_000, 80_000, Number.MAX_VALUE];

/**
 * People in the order of their home schools along the curve, so that neighbours mostly stand together: first
 * those who travel least, so that few who travel far do not make whole rows look as if they did.
 */
function alongTheCurve(people: PeopleColumns, schools: SchoolColumns): Int32Array {
  const schoolCount = schools.rank.length;
  const keyOf = (place: number): number => {
    const step = reachSteps.findIndex((metres) => exact(people.reachMetres, place) <= metres);
    return (
      (step < 0 ? reachSteps.length : step) * schoolCount + whole(schools.rank, whole(people.school, place))
    );
  };
  const keys = Int32Array.from(people.school, (_, place) => keyOf(place));
  const counts = new Int32Array((reachSteps.length + 1) * schoolCount);
  for (const key of keys) addTo(counts, key, 1);
  const next = startsOf(counts);
  const order = new Int32Array(keys.length);
  for (let place = 0; place < order.length; place++) {
    const key = whole(keys, place);
    order[whole(next, key)] = place;
    addTo(next, key, 1);
  }
  return order;
}

/** Lays a run out. */
export function fieldOf(roster: Roster, pinned: Pinned): Field {
  const { rotationCostPerLoad } = roster.input.policy;
  const schools = schoolColumns(roster);
  const people = peopleColumns(roster, schools);
  const order = alongTheCurve(people, schools).filter((place) => isOpen(roster, pinned, place));
  return {
    roster,
    pinned,
    schools,
    people,
    claims: claimIndex(roster, order),
    asking: Int32Array.from(roster.requests, ({ schoolId }) => schools.numberOf.get(schoolId) ?? -1),
    traits: traitsOf({ roster, pinned, schools, people }),
    cost: people.load.map((load, place) => rotationCostPerLoad * (load + whole(pinned.slotsPinned, place))),
  };
}

/** The request at a place of the roster; asking for one that is not there is a bug. */
export function requestAt({ requests }: Roster, at: number): MatchRequest {
  const request = requests[at];
  if (request === undefined) throw new RangeError(`No request stands at place ${at}`);
  return request;
}
