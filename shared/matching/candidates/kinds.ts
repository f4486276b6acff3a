import { modeBit, phaseBit } from "../facts/columns.ts";
import type { FitWeights, MatchRequest } from "../facts/facts.ts";
import { weightsFor } from "../facts/policy.ts";
import { besideOthers } from "../fit/expertise.ts";
import { basisPoints, phasePer1000, rotationPer1000, workingStylePer1000 } from "../fit/fit.ts";
import { addTo, exact, startsOf, whole } from "../problem/cells.ts";
import { type Crowd, crowdOf } from "./crowd.ts";
import { type Field, traits } from "./field.ts";
import { type Shelf, shelfOf } from "./shelf.ts";

/** Those who could serve one kind of request: of one code, phase, mode and set of weights. */
export interface Kind {
  readonly crowd: Crowd;
  readonly shelf: Shelf;
  /** Those to whom the run owes places stand by themselves. */
  readonly owed: Shelf;
}

/** Requests of one kind have one name, and those of one code follow each other in the order of these names. */
export function kindName({ roster }: Field, request: MatchRequest): string {
  const { codes, phase, mode, routePolicy } = request;
  const weights = routePolicy in roster.input.policy.weightsByRoute ? routePolicy : "";
  return `${codes.primary} ${phase} ${mode} ${weights} ${codes.secondary.length > 0}`;
}

/** The basis points of expertise that a claim earns by itself. */
export const expertiseAlone = (weights: FitWeights, per1000: number, others: number): number =>
  basisPoints(weights.expertise, others === 0 ? per1000 : besideOthers(per1000, 0, others));

/** The most that each of a crowd could be worth to the kind but for distance, context and other codes. */
function mostOf(crowd: Crowd, weights: FitWeights, request: MatchRequest): (at: number) => number {
  const isAtHome = phaseBit(request.phase) << traits.homePhases;
  const isByChoice = modeBit(request.mode) << traits.modes;
  const others = request.codes.secondary.length;
  return (at) => {
    const theirs = whole(crowd.traits, at);
    return (
      expertiseAlone(weights, whole(crowd.per1000, at), others) +
      basisPoints(weights.phase, phasePer1000(true, (theirs & isAtHome) !== 0)) +
      basisPoints(weights.workingStyle, workingStylePer1000((theirs & isByChoice) !== 0)) +
      basisPoints(weights.rotation, rotationPer1000(whole(crowd.load, at))) +
      ((theirs & traits.isDated) === 0 ? 0 : basisPoints(weights.availability, 1000)) -
      whole(crowd.cost, at)
    );
  };
}

/** People who travel within limits stand in one row if their most lies within so many basis points of each other. */
const stepOfMost = 2_000;

/**
 * Positions of values by steps of so much, the greatest first, and in their order within a step; without a step
 * by about as many as there are values.
 */
function greatestFirst(values: Int32Array, stepWanted: number | null): Int32Array {
  let [most, least] = [-(2 ** 31), 2 ** 31 - 1];
  for (const value of values) {
    if (value > most) most = value;
    if (value < least) least = value;
  }
  const order = new Int32Array(values.length);
  if (order.length === 0) return order;
  const step = stepWanted ?? Math.max(1, Math.ceil((most - least) / order.length));
  const steps = new Int32Array(values.length);
  const counts = new Int32Array(Math.floor((most - least) / step) + 1);
  for (let at = 0; at < steps.length; at++) {
    const each = Math.floor((most - whole(values, at)) / step);
    steps[at] = each;
    addTo(counts, each, 1);
  }
  const next = startsOf(counts);
  for (let at = 0; at < order.length; at++) {
    const each = whole(steps, at);
    order[whole(next, each)] = at;
    addTo(next, each, 1);
  }
  return order;
}

/**
 * The order in which people stand: neighbours together among people worth about as much, but by their worth
 * alone from the position on from which nobody's travel has a limit.
 */
function inRows(most: Int32Array, limited: number): Int32Array {
  const near = greatestFirst(most.subarray(0, limited), stepOfMost);
  const far = greatestFirst(most.subarray(limited), null);
  const order = new Int32Array(most.length);
  order.set(near);
  for (let at = 0; at < far.length; at++) order[limited + at] = limited + whole(far, at);
  return order;
}

function gathered(cells: Int32Array, order: Int32Array): Int32Array {
  const taken = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) taken[at] = whole(cells, whole(order, at));
  return taken;
}

function kindAmong(field: Field, crowd: Crowd, request: MatchRequest): Kind {
  const needed = (phaseBit(request.phase) << traits.phases) | (modeBit(request.mode) << traits.serves);
  const most = mostOf(crowd, weightsFor(field.roster.input.policy, request), request);
  const [members, bounds] = [new Int32Array(crowd.people.length), new Int32Array(crowd.people.length)];
  const owed: number[] = [];
  let [count, limited] = [0, 0];
  for (let at = 0; at < crowd.people.length; at++) {
    const theirs = whole(crowd.traits, at);
    // A claim below -0- is not near enough to the code.
    if ((theirs & needed) !== needed || whole(crowd.per1000, at) < 0) continue;
    if ((theirs & traits.isOwed) !== 0) {
      owed.push(at);
      continue;
    }
    members[count] = at;
    bounds[count++] = most(at);
    // Those who travel without a limit come last.
    if (exact(crowd.reachMetres, at) < Infinity) limited = count;
  }
  const order = inRows(bounds.subarray(0, count), request.mode === "remote" ? 0 : limited);
  return {
    crowd,
    shelf: shelfOf(crowd, gathered(members, order), gathered(bounds, order)),
    owed: shelfOf(crowd, Int32Array.from(owed), Int32Array.from(owed, most)),
  };
}

/** Lays the kind of a request out; the last crowd is kept, so that kinds of one code should come together. */
export function kindsOf(field: Field): (request: MatchRequest) => Kind {
  let [code, crowd]: [string | null, Crowd | null] = [null, null];
  return (request) => {
    if (code !== request.codes.primary || crowd === null) {
      code = request.codes.primary;
      crowd = crowdOf(field, field.claims.claimantsOf(code));
    }
    return kindAmong(field, crowd, request);
  };
}
