import { type SchoolColumns, schoolColumns } from "./schools.ts";
import { readAhead } from "../facts/ahead.ts";
import type { MatchPractitioner, MatchRequest } from "../facts/facts.ts";
import type { ClosedDays } from "../facts/openDays.ts";
import type { Roster } from "../facts/roster.ts";
import type { Spans } from "../facts/weekdays.ts";
import { openIn, type Pinned } from "../problem/pins.ts";
import { type Barred, barredReading } from "./barred.ts";
import { type Claims, claimsReading } from "./claimed.ts";
import { type Gather, gatherAtOnce, type Gathered } from "./crowds.ts";
import { holdersReading } from "./holders.ts";
import type { Lists } from "./lists.ts";
import { type People, peopleReading } from "./people.ts";
import type { Requests } from "./requestRows.ts";
import { requestsOf } from "./requests.ts";
import { type Squares, squaresOf } from "./squares.ts";
import { supportedOfLate } from "./tied.ts";

/** The facts of a run as columns, with what pins have left of everybody's capacity: plain data that threads may share. */
export interface Columns {
  readonly schools: SchoolColumns;
  readonly squares: Squares;
  readonly people: People;
  readonly barred: Barred;
  /** By place of person the numbers of the designations held. */
  readonly holders: Lists;
  /** How many designations anybody holds or asks for. */
  readonly designationCount: number;
  readonly claims: Claims;
  readonly requests: Requests;
  /** By school the schools that its people have supported of late. */
  readonly supported: Lists;
  readonly free: Spans;
  readonly closures: ClosedDays;
}

/** The same with what is gathered from them. */
export interface Ground extends Columns, Gathered {}

/** A run laid out for looking at many pairs. */
export interface Field {
  readonly roster: Roster;
  readonly pinned: Pinned;
  readonly columns: Columns;
  /** Waits for what is gathered elsewhere. */
  readonly ground: () => Ground;
}

/** Looks at what is told of somebody, wherever it lies. */
function lookAtPerson(person: MatchPractitioner): number {
  const { claims, phases, designations, formerEmployers, declaredInterests } = person;
  let size = phases.length + designations.length;
  for (const { level } of claims) size += level.length;
  for (const { schoolId } of formerEmployers) size += schoolId.length;
  for (const { schoolId } of declaredInterests) size += schoolId.length;
  return size;
}

/** Reads everybody once, as many ways as there are columns: who may not be proposed is passed over. */
function readPeople(
  { roster, pinned }: Pick<Field, "roster" | "pinned">,
  schools: SchoolColumns,
  squares: Squares,
) {
  const [rows, claims] = [peopleReading({ roster, pinned, schools, squares }), claimsReading(roster)];
  const [barred, holders] = [barredReading(roster), holdersReading(roster)];
  const isOpen = openIn(roster, pinned);
  const read = (person: MatchPractitioner, place: number): void => {
    const isToBeRead = isOpen(place);
    claims.read(isToBeRead ? person.claims : []);
    const marks = holders.read(isToBeRead ? person.designations : []);
    if (!isToBeRead) return;
    rows.read(person, place, marks);
    barred.read(person, place);
  };
  readAhead(roster.practitioners, lookAtPerson, read);
  return { rows, claims, barred, holders };
}

/** Lays a run out; what is gathered may be gathered elsewhere until it is wanted. */
export function fieldOf(roster: Roster, pinned: Pinned, gather: Gather = gatherAtOnce): Field {
  const schools = schoolColumns(roster);
  const squares = squaresOf(schools, roster.input.policy.distanceZeroMetres);
  const read = readPeople({ roster, pinned }, schools, squares);
  const { people } = read.rows;
  const gathered = gather({
    people,
    claims: read.claims.byPerson(),
    keys: read.claims.keys(),
    schools,
  });
  const requests = requestsOf({
    roster,
    pinned,
    schools,
    codeNumber: read.claims.note,
    designationNumber: read.holders.note,
  });
  const claims = read.claims.claims();
  const { start, from, to } = roster.free;
  const { first, words, closed } = roster.closures;
  const columns: Columns = {
    schools,
    squares,
    people,
    barred: read.barred.barred(),
    holders: read.holders.holders(),
    designationCount: read.holders.count(),
    claims,
    requests,
    supported: supportedOfLate(roster),
    free: { start, from, to },
    closures: { first, words, closed },
  };
  let ground: Ground | null = null;
  return { roster, pinned, columns, ground: () => (ground ??= { ...columns, ...gathered() }) };
}

/** The request at a place of the roster; asking for one that is not there is a bug. */
export function requestAt({ requests }: Roster, at: number): MatchRequest {
  const request = requests[at];
  if (request === undefined) throw new RangeError(`No request stands at place ${at}`);
  return request;
}
