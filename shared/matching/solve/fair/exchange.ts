import { addTo, exact, mark, whole } from "../../problem/cells.ts";
import { pairsByPractitioner, type Problem, requestOfPairs } from "../../problem/problem.ts";

/** Passes over all levels: what is moved in one may make room for another move in the next. */
const passes = 3;

/** An answer within its days, with what is left to everybody. */
interface Holding {
  readonly problem: Problem;
  readonly levelOf: Int32Array;
  readonly taken: Uint8Array;
  readonly owner: Int32Array;
  readonly daysLeft: Int32Array;
  readonly load: Int32Array;
  readonly groupLeft: Int32Array;
}

function holdingOf(problem: Problem, levelOf: Int32Array, answer: Uint8Array): Holding {
  const holding: Holding = {
    problem,
    levelOf,
    taken: answer.slice().fill(0),
    owner: requestOfPairs(problem),
    daysLeft: problem.dayCapacity.slice(),
    load: new Int32Array(problem.practitionerCount),
    groupLeft: problem.groupLimit.slice(),
  };
  answer.forEach((chosen, e) => chosen === 1 && put(holding, e, 1));
  return holding;
}

/** Takes a pair (1) or gives it up (-1). */
function put({ problem, taken, daysLeft, load, groupLeft }: Holding, e: number, by: 1 | -1): void {
  const j = whole(problem.practitioner, e);
  const g = whole(problem.group, e);
  taken[e] = by === 1 ? 1 : 0;
  addTo(daysLeft, j, -by * whole(problem.need, e));
  addTo(load, j, by);
  if (g >= 0) addTo(groupLeft, g, -by);
}

/** Cost of a practitioner's next slot, infinite when there is none. */
function nextCost({ problem, load }: Holding, j: number): number {
  const slot = whole(problem.slotStart, j) + whole(load, j);
  return slot < whole(problem.slotStart, j + 1) ? exact(problem.slotCost, slot) : Infinity;
}

/** A look for somebody with room: requests asked in this round to give up a pair, each for the sake of another pair. */
interface Looking {
  readonly holding: Holding;
  readonly back: ReturnType<typeof pairsByPractitioner>;
  /** The round in which each request was asked, and each practitioner looked at, last. */
  readonly asked: Int32Array;
  readonly seen: Int32Array;
  /** For each request the pair that it gives up, and the pair for which it does. */
  readonly gives: Int32Array;
  readonly madeRoomFor: Int32Array;
  readonly queue: Int32Array;
  round: number;
  count: number;
}

/** Has a request give up one pair for the sake of another, -1 where it has been given up. */
function ask(looking: Looking, pair: number, forPair: number): void {
  const { holding, asked, gives, madeRoomFor, queue, round } = looking;
  const i = whole(holding.owner, pair);
  asked[i] = round;
  gives[i] = pair;
  madeRoomFor[i] = forPair;
  queue[looking.count++] = i;
}

/** Asks all whom a practitioner serves to make room for a pair. */
function askAround(looking: Looking, e: number): void {
  const { holding, back, asked, round } = looking;
  const { problem, owner, taken, daysLeft } = holding;
  const j = whole(problem.practitioner, e);
  const short = whole(problem.need, e) - whole(daysLeft, j);
  for (let x = whole(back.start, j); x < whole(back.start, j + 1); x++) {
    const other = whole(back.pairs, x);
    const isAsked = whole(asked, whole(owner, other)) === round;
    if (mark(taken, other) === 1 && !isAsked && whole(problem.need, other) >= short) ask(looking, other, e);
  }
}

/** Makes all changes that led to a pair. */
function follow({ holding, gives, madeRoomFor }: Looking, last: number): void {
  for (let e = last; ;) {
    const i = whole(holding.owner, e);
    put(holding, e, 1);
    if (whole(madeRoomFor, i) < 0) return;
    put(holding, whole(gives, i), -1);
    e = whole(madeRoomFor, i);
  }
}

/**
 * Moves a place that was given up, with others that make room for each other, to pairs above a level, everybody
 * staying within their days and slots, and no slot costing more than the one it gave up; says whether it could.
 */
function moved(looking: Looking, given: number, level: number): boolean {
  const { holding, seen, gives, madeRoomFor, queue } = looking;
  const { problem, levelOf, taken, daysLeft, groupLeft } = holding;
  const round = ++looking.round;
  looking.count = 0;
  const freed = nextCost(holding, whole(problem.practitioner, given));
  ask(looking, given, -1);
  for (let at = 0; at < looking.count; at++) {
    const i = whole(queue, at);
    const leaves = whole(madeRoomFor, i) < 0 ? -1 : whole(problem.group, whole(gives, i));
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      const [j, g] = [whole(problem.practitioner, e), whole(problem.group, e)];
      if (mark(taken, e) === 1 || whole(levelOf, e) <= level || whole(seen, j) === round) continue;
      if (g >= 0 && whole(groupLeft, g) < (g === leaves ? 0 : 1)) continue;
      if (whole(problem.need, e) > whole(problem.dayCapacity, j)) continue;
      seen[j] = round;
      if (whole(problem.need, e) <= whole(daysLeft, j) && nextCost(holding, j) <= freed) {
        follow(looking, e);
        return true;
      }
      askAround(looking, e);
    }
  }
  return false;
}

/** A look that has asked nobody yet. */
function lookOver(holding: Holding): Looking {
  const { problem } = holding;
  const forRequests = (): Int32Array => new Int32Array(problem.requestCount);
  return {
    holding,
    back: pairsByPractitioner(problem),
    asked: forRequests(),
    seen: new Int32Array(problem.practitionerCount),
    gives: forRequests(),
    madeRoomFor: forRequests(),
    queue: forRequests(),
    round: 0,
    count: 0,
  };
}

/**
 * Makes an answer fairer within its days by chains of exchanges, worst places first: each leaves every request
 * as many people as it has and takes from the places at a level without adding any at it or below. Proves nothing.
 */
export function exchanged(problem: Problem, levelOf: Int32Array, answer: Uint8Array): Uint8Array {
  const holding = holdingOf(problem, levelOf, answer);
  const looking = lookOver(holding);
  const { taken } = holding;
  for (let pass = 0, hasMoved = true; pass < passes && hasMoved; pass++) {
    hasMoved = false;
    const held = Int32Array.from(taken.keys()).filter((e) => taken[e] === 1);
    for (const e of held.sort((a, b) => whole(levelOf, a) - whole(levelOf, b) || a - b)) {
      if (mark(taken, e) === 0) continue;
      put(holding, e, -1);
      if (moved(looking, e, whole(levelOf, e))) hasMoved = true;
      else put(holding, e, 1);
    }
  }
  return taken;
}
