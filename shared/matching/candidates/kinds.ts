import { modeBit, phaseBit } from "../facts/columns.ts";
import type { MatchRequest } from "../facts/facts.ts";
import { weightsFor } from "../facts/policy.ts";
import { besideOthers } from "../fit/expertise.ts";
import { basisPoints, phasePer1000, rotationPer1000, workingStylePer1000 } from "../fit/fit.ts";
import { exact, mark, whole } from "../problem/cells.ts";
import type { Claimants } from "./claims.ts";
import { leastLeft } from "../problem/pins.ts";
import type { Field } from "./field.ts";
import { type Shelf, shelfOf } from "./shelf.ts";

/** Those who could serve one kind of request: of one code, phase, mode and set of weights. */
export interface Kind {
  /** People whose least load is not reached: each is a candidate wherever they qualify. */
  readonly owed: Claimants;
  readonly shelf: Shelf;
  /** What each person's claim for the primary code is worth out of 1,000, in the order of the shelf. */
  readonly per1000: Int32Array;
}

/** Requests of one kind have one text, and those of one code follow each other in the order of these texts. */
export function kindName({ roster }: Field, request: MatchRequest): string {
  const { codes, phase, mode, routePolicy } = request;
  const weights = routePolicy in roster.input.policy.weightsByRoute ? routePolicy : "";
  return [codes.primary, phase, mode, weights, codes.secondary.length > 0].join(" ");
}

/** The most that each claimant could be worth to a request of the kind, but for distance, context and other codes. */
function mostOf(field: Field, request: MatchRequest): (place: number, per1000: number) => number {
  const { people, schools, roster } = field;
  const weights = weightsFor(roster.input.policy, request);
  const [phase, mode] = [phaseBit(request.phase), modeBit(request.mode)];
  const others = request.codes.secondary.length;
  return (place, per1000) => {
    const isAtHome = (whole(schools.phases, whole(people.school, place)) & phase) !== 0;
    const isByChoice = (whole(people.modes, place) & mode) !== 0;
    const isDated = whole(roster.free.start, place) < whole(roster.free.start, place + 1);
    return (
      basisPoints(weights.expertise, others === 0 ? per1000 : besideOthers(per1000, 0, 1)) +
      basisPoints(weights.phase, phasePer1000(true, isAtHome)) +
      basisPoints(weights.workingStyle, workingStylePer1000(isByChoice)) +
      basisPoints(weights.rotation, rotationPer1000(whole(people.load, place))) +
      (isDated ? basisPoints(weights.availability, 1000) : 0) -
      whole(field.cost, place)
    );
  };
}

/** Positions of values, greatest value first and equal ones in their order. */
function greatestFirst(values: Int32Array): Int32Array {
  // One number holds value and position, which sorts faster than comparing does.
  const keys = new Float64Array(values.length);
  for (let at = 0; at < keys.length; at++) keys[at] = at - whole(values, at) * keys.length;
  keys.sort();
  const order = new Int32Array(keys.length);
  for (let at = 0; at < order.length; at++) {
    const position = exact(keys, at) % keys.length;
    order[at] = position < 0 ? position + keys.length : position;
  }
  return order;
}

function gathered(cells: Int32Array, order: Int32Array): Int32Array {
  const taken = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) taken[at] = whole(cells, whole(order, at));
  return taken;
}

function metresOf(cells: Float64Array, people: Int32Array): Float64Array {
  const metres = new Float64Array(people.length);
  for (let at = 0; at < people.length; at++) metres[at] = exact(cells, whole(people, at));
  return metres;
}

interface Shortlist extends Claimants {
  readonly most: Int32Array;
}

/** Those claimants whom the kind's phase and mode suit, and who may be proposed at all. */
function shortlistOf(field: Field, { people, per1000 }: Claimants, request: MatchRequest) {
  const [phase, mode] = [phaseBit(request.phase), modeBit(request.mode)];
  const column = (): Int32Array => new Int32Array(people.length);
  const listed = { people: column(), per1000: column(), most: column() };
  const owed: { people: number[]; per1000: number[] } = { people: [], per1000: [] };
  const most = mostOf(field, request);
  let count = 0;
  people.forEach((place, at) => {
    const worth = whole(per1000, at);
    if (mark(field.isOpen, place) === 0 || (whole(field.people.phases, place) & phase) === 0) return;
    if ((whole(field.people.serves, place) & mode) === 0 || worth < 0) return;
    if (leastLeft(field.roster, field.pinned, place) > 0) {
      owed.people.push(place);
      owed.per1000.push(worth);
      return;
    }
    listed.people[count] = place;
    listed.per1000[count] = worth;
    listed.most[count++] = most(place, worth);
  });
  return {
    owed: { people: Int32Array.from(owed.people), per1000: Int32Array.from(owed.per1000) },
    listed: {
      people: listed.people.subarray(0, count),
      per1000: listed.per1000.subarray(0, count),
      most: listed.most.subarray(0, count),
    },
  };
}

const inOrder = ({ people, per1000, most }: Shortlist, order: Int32Array): Shortlist => ({
  people: gathered(people, order),
  per1000: gathered(per1000, order),
  most: gathered(most, order),
});

function kindAmong(field: Field, claimants: Claimants, request: MatchRequest): Kind {
  const { owed, listed } = shortlistOf(field, claimants, request);
  // Where nobody travels the best stand together instead of neighbours.
  const found = request.mode === "remote" ? inOrder(listed, greatestFirst(listed.most)) : listed;
  const shelf = shelfOf({
    people: found.people,
    most: found.most,
    marks: gathered(field.claims.marks, found.people),
    eastMetres: metresOf(field.people.eastMetres, found.people),
    northMetres: metresOf(field.people.northMetres, found.people),
    reachMetres: metresOf(field.people.reachMetres, found.people),
  });
  return { owed, shelf, per1000: found.per1000 };
}

/** Finds the kind of a request; the last one found is kept, so that requests of one kind should come together. */
export function kindsOf(field: Field): (request: MatchRequest) => Kind {
  let [code, claimants]: [string | null, Claimants | null] = [null, null];
  let [name, kind]: [string | null, Kind | null] = [null, null];
  return (request) => {
    if (code !== request.codes.primary || claimants === null) {
      code = request.codes.primary;
      claimants = field.claims.claimantsOf(code);
    }
    if (name !== kindName(field, request) || kind === null) {
      name = kindName(field, request);
      kind = kindAmong(field, claimants, request);
    }
    return kind;
  };
}
