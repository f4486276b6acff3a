import { modeBit, phaseBit } from "../facts/columns.ts";
import type { FitWeights, MatchRequest } from "../facts/facts.ts";
import { weightsFor } from "../facts/policy.ts";
import { besideOthers } from "../fit/expertise.ts";
import { basisPoints, phasePer1000, rotationPer1000, workingStylePer1000 } from "../fit/fit.ts";
import { addTo, startsOf, whole } from "../problem/cells.ts";
import { type Crowd, crowdOf } from "./crowd.ts";
import { type Field, traits } from "./field.ts";
import { type Shelf, shelfOf } from "./shelf.ts";

/** Those who could serve one kind of request: of one code, phase, mode and set of weights. */
export interface Kind {
  readonly crowd: Crowd;
  readonly shelf: Shelf;
  /** Members of the crowd to whom the run owes places, who stand on no shelf, and the most that each could be worth. */
  readonly owed: readonly number[];
  readonly owedMost: readonly number[];
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

/** People whose most lies within as many basis points of each other may stand in one row. */
const stepOfMost = 300;

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

function gathered(cells: Int32Array, order: Int32Array): Int32Array {
  const taken = new Int32Array(order.length);
  for (let at = 0; at < order.length; at++) taken[at] = whole(cells, whole(order, at));
  return taken;
}

function kindAmong(field: Field, crowd: Crowd, request: MatchRequest): Kind {
  const needed = (phaseBit(request.phase) << traits.phases) | (modeBit(request.mode) << traits.serves);
  const most = mostOf(crowd, weightsFor(field.roster.input.policy, request), request);
  const [members, bounds] = [new Int32Array(crowd.people.length), new Int32Array(crowd.people.length)];
  const [owed, owedMost]: [number[], number[]] = [[], []];
  let count = 0;
  for (let at = 0; at < crowd.people.length; at++) {
    const theirs = whole(crowd.traits, at);
    // A claim below -0- is not near enough to the code.
    if ((theirs & needed) !== needed || whole(crowd.per1000, at) < 0) continue;
    if ((theirs & traits.isOwed) !== 0) {
      owed.push(at);
      owedMost.push(most(at));
      continue;
    }
    members[count] = at;
    bounds[count++] = most(at);
  }
  // Neighbours stand together among people worth about as much; where nobody travels only the worth counts.
  const order = greatestFirst(bounds.subarray(0, count), request.mode === "remote" ? null : stepOfMost);
  const shelf = shelfOf(crowd, gathered(members, order), gathered(bounds, order));
  return { crowd, shelf, owed, owedMost };
}

/** Finds the kind of a request; the last one found is kept, so that requests of one kind should come together. */
export function kindsOf(field: Field): (request: MatchRequest) => Kind {
  let [code, crowd]: [string | null, Crowd | null] = [null, null];
  let [name, kind]: [string | null, Kind | null] = [null, null];
  return (request) => {
    if (code !== request.codes.primary || crowd === null) {
      code = request.codes.primary;
      crowd = crowdOf(field, field.claims.claimantsOf(code));
    }
    if (name !== kindName(field, request) || kind === null) {
      name = kindName(field, request);
      kind = kindAmong(field, crowd, request);
    }
    return kind;
  };
}
