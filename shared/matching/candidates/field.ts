import { type SchoolColumns, schoolColumns } from "../facts/columns.ts";
import type { MatchRequest } from "../facts/facts.ts";
import type { ClosedDays } from "../facts/openDays.ts";
import type { Roster } from "../facts/roster.ts";
import type { Spans } from "../facts/weekdays.ts";
import type { Pinned } from "../problem/pins.ts";
import { classesOf, type SchoolClasses } from "./alike.ts";
import { type Barred, barredAt } from "./barred.ts";
import { type Claims, claimsOf } from "./claimRows.ts";
import { writeMarks } from "./codeMarks.ts";
import { holdersOf } from "./holders.ts";
import type { Lists } from "./lists.ts";
import { type People, peopleOf } from "./people.ts";
import { type Requests, requestsOf } from "./requests.ts";
import { type Squares, squaresOf } from "./squares.ts";
import { supportedOfLate } from "./tied.ts";

/** The facts of a run as columns, with what pins have left of everybody's capacity: plain data that threads may share. */
export interface Ground {
  /** How many places the roster has. */
  readonly places: number;
  readonly schools: SchoolColumns;
  readonly classes: SchoolClasses;
  readonly squares: Squares;
  readonly people: People;
  readonly barred: Barred;
  /** By person the numbers of the designations held, of those that are required. */
  readonly holders: Lists;
  readonly claims: Claims;
  readonly requests: Requests;
  /** By school the schools that its people have supported of late. */
  readonly supported: Lists;
  readonly free: Spans;
  readonly closures: ClosedDays;
}

/** A run laid out for looking at many pairs. */
export interface Field {
  readonly roster: Roster;
  readonly pinned: Pinned;
  readonly ground: Ground;
}

/** Lays a run out. */
export function fieldOf(roster: Roster, pinned: Pinned): Field {
  const schools = schoolColumns(roster);
  const squares = squaresOf(schools, roster.input.policy.distanceZeroMetres);
  const { people, numberAt } = peopleOf({ roster, pinned, schools, squares });
  const { claims, codeNumber } = claimsOf(roster, { count: people.count, numberAt });
  writeMarks(people, claims);
  const requests = requestsOf({ roster, pinned, schools, codeNumber, numberAt });
  const { start, from, to } = roster.free;
  const { first, words, closed } = roster.closures;
  const ground = {
    places: numberAt.length,
    schools,
    classes: classesOf(schools),
    squares,
    people,
    barred: barredAt(roster, numberAt),
    holders: holdersOf(roster, requests.designations, numberAt),
    claims,
    requests,
    supported: supportedOfLate(roster),
    free: { start, from, to },
    closures: { first, words, closed },
  };
  return { roster, pinned, ground };
}

/** The request at a place of the roster; asking for one that is not there is a bug. */
export function requestAt({ requests }: Roster, at: number): MatchRequest {
  const request = requests[at];
  if (request === undefined) throw new RangeError(`No request stands at place ${at}`);
  return request;
}
