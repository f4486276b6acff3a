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

/**
 * Moves a place that was given up, with others that make room for each other, to pairs above a level, everybody
 * staying within their days and slots, and no slot costing more than the one it gave up; says whether it could.
 */
function moverOf(holding: Holding): (given: number, level: number) => boolean {
  const { problem, levelOf, taken, owner, daysLeft, groupLeft } = holding;
  const back = pairsByPractitioner(problem);
  const [asked, seen] = [new Int32Array(problem.requestCount), new Int32Array(problem.practitionerCount)];
  // For each request the pair that it gives up, and the pair for which it does.
  const [gives, madeRoomFor] = [new Int32Array(problem.requestCount), new Int32Array(problem.requestCount)];
  const queue = new Int32Array(problem.requestCount);
  let [round, count] = [0, 0];
  const ask = (i: number, pair: number, forPair: number): void => {
    asked[i] = round;
    gives[i] = pair;
    madeRoomFor[i] = forPair;
    queue[count++] = i;
  };

  const follow = (last: number): void => {
    for (let e = last; ;) {
      const i = whole(owner, e);
      put(holding, e, 1);
      if (whole(madeRoomFor, i) < 0) return;
      put(holding, whole(gives, i), -1);
      e = whole(madeRoomFor, i);
    }
  };

  /** Asks all whom a practitioner serves to make room for a pair. */
  const askAround = (e: number): void => {
    const j = whole(problem.practitioner, e);
    const short = whole(problem.need, e) - whole(daysLeft, j);
    for (let x = whole(back.start, j); x < whole(back.start, j + 1); x++) {
      const other = whole(back.pairs, x);
      const i = whole(owner, other);
      if (mark(taken, other) === 1 && whole(asked, i) !== round && whole(problem.need, other) >= short)
        ask(i, other, e);
    }
  };

  return (given, level) => {
    [round, count] = [round + 1, 0];
    const freed = nextCost(holding, whole(problem.practitioner, given));
    ask(whole(owner, given), given, -1);
    for (let at = 0; at < count; at++) {
      const i = whole(queue, at);
      const leaves = whole(madeRoomFor, i) < 0 ? -1 : whole(problem.group, whole(gives, i));
      for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
        const [j, g] = [whole(problem.practitioner, e), whole(problem.group, e)];
        if (mark(taken, e) === 1 || whole(levelOf, e) <= level || whole(seen, j) === round) continue;
        if (g >= 0 && whole(groupLeft, g) < (g === leaves ? 0 : 1)) continue;
        if (whole(problem.need, e) > whole(problem.dayCapacity, j)) continue;
        seen[j] = round;
        if (whole(problem.need, e) <= whole(daysLeft, j) && nextCost(holding, j) <= freed) {
          follow(e);
          return true;
        }
        askAround(e);
      }
    }
    return false;
  };
}

/**
 * Makes an answer fairer within its days by chains of exchanges, worst places first: each leaves every request
 * as many people as it has and takes from the places at a level without adding any at it or below. Proves nothing.
 */
export function exchanged(problem: Problem, levelOf: Int32Array, answer: Uint8Array): Uint8Array {
  const holding = holdingOf(problem, levelOf, answer);
  const move = moverOf(holding);
  const { taken } = holding;
  for (let pass = 0, hasMoved = true; pass < passes && hasMoved; pass++) {
    hasMoved = false;
    const held = Int32Array.from(taken.keys()).filter((e) => taken[e] === 1);
    for (const e of held.sort((a, b) => whole(levelOf, a) - whole(levelOf, b) || a - b)) {
      if (mark(taken, e) === 0) continue;
      put(holding, e, -1);
      if (move(e, whole(levelOf, e))) hasMoved = true;
      else put(holding, e, 1);
    }
  }
  return taken;
}
