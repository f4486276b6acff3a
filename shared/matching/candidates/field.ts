import { type PeopleColumns, peopleColumns, type SchoolColumns, schoolColumns } from "../facts/columns.ts";
import type { MatchRequest } from "../facts/facts.ts";
import type { Roster } from "../facts/roster.ts";
import { addTo, startsOf, whole } from "../problem/cells.ts";
import type { Pinned } from "../problem/pins.ts";
import { type ClaimIndex, claimIndex } from "./claims.ts";

/** The facts of a run laid out for looking at many pairs, with what pins have left of everybody's capacity. */
export interface Field {
  readonly roster: Roster;
  readonly pinned: Pinned;
  readonly schools: SchoolColumns;
  readonly people: PeopleColumns;
  readonly claims: ClaimIndex;
  /** 1 for people to whom nobody may be denied: they stay candidates wherever they qualify. */
  readonly isOpen: Uint8Array;
  /** Basis points that the first place of each person costs: the price of the load that they carry. */
  readonly cost: Int32Array;
}

/** People in the order of their home schools along the curve, so that neighbours mostly stand together. */
function alongTheCurve(people: PeopleColumns, schools: SchoolColumns): Int32Array {
  const counts = new Int32Array(schools.rank.length);
  for (const school of people.school) addTo(counts, whole(schools.rank, school), 1);
  const next = startsOf(counts);
  const order = new Int32Array(people.school.length);
  for (let place = 0; place < order.length; place++) {
    const rank = whole(schools.rank, whole(people.school, place));
    order[whole(next, rank)] = place;
    addTo(next, rank, 1);
  }
  return order;
}

/** Lays a run out. */
export function fieldOf(roster: Roster, pinned: Pinned): Field {
  const { today, policy } = roster.input;
  const schools = schoolColumns(roster.input.schools);
  const people = peopleColumns(roster, schools);
  return {
    roster,
    pinned,
    schools,
    people,
    claims: claimIndex(roster, alongTheCurve(people, schools)),
    isOpen: Uint8Array.from(roster.practitioners, (person, place) => {
      const isAssured = person.assuranceValidUntil !== null && person.assuranceValidUntil >= today;
      const isSound = isAssured && !person.parked && roster.homes[place]?.inCategoryOfConcern === false;
      return isSound && whole(pinned.slotsLeft, place) > 0 ? 1 : 0;
    }),
    cost: Int32Array.from(
      roster.practitioners,
      ({ loadSlots }, place) => policy.rotationCostPerLoad * (loadSlots + whole(pinned.slotsPinned, place)),
    ),
  };
}

/** The request at a place of the roster; asking for one that is not there is a bug. */
export function requestAt({ requests }: Roster, at: number): MatchRequest {
  const request = requests[at];
  if (request === undefined) throw new RangeError(`No request stands at place ${at}`);
  return request;
}
