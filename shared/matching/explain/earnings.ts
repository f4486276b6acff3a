import { addTo, exact, whole } from "../problem/cells.ts";
import { pairsByPractitioner, type Problem } from "../problem/problem.ts";
import { somePrices } from "../problem/proofPrices.ts";
import { choiceFor } from "./mostEarned.ts";
import type { Solved } from "./standing.ts";

/** What of somebody's room is set aside for something else. */
export interface Used {
  readonly slots: number;
  readonly halfDays: number;
}

/** Nothing set aside. */
export const noneUsed: Used = { slots: 0, halfDays: 0 };

/** Other prices for some requests. */
export interface PriceShift {
  readonly requests: readonly number[];
  /** What each of them is dearer by; below 0 where it is cheaper. */
  readonly dearer: readonly number[];
}

/** What everybody would earn at the prices that prove a run, if left to choose for themselves. */
export interface Earnings {
  /** The price of each request. */
  readonly requestPrice: Float64Array;
  /** How far the part of each request is from its bound: infinite where no single prices prove it. */
  readonly gap: Float64Array;
  /** The part in which each request stands; -1 where it has no candidate. */
  readonly partOf: Int32Array;
  /** Pairs by practitioner, those worth most first. */
  readonly byPerson: ReturnType<typeof pairsByPractitioner>;
  /** What a pair is worth beyond the prices of its request and group. */
  readonly profitOf: (pair: number) => number;
  /** What the first slot of a practitioner costs, the next one beside what they hold, and the last that they hold. */
  readonly firstCost: (person: number) => number;
  readonly nextCost: (person: number) => number;
  readonly lastCost: (person: number) => number;
  /** Asks something while prices are those of all the shifts: `without` reckons with them, and nothing else does. */
  readonly at: <Answer>(shifts: readonly PriceShift[], act: () => Answer) => Answer;
  /** The most that somebody could earn without a pair and with some room set aside. */
  readonly without: (person: number, pair: number, used: Used) => number;
  /** The most that somebody could earn at the prices that prove the run. */
  readonly all: (person: number) => number;
}

/** The prices that prove a run, by request and group, and how far each request's part is from its bound. */
function pricesOf(solved: Solved) {
  const { problem } = solved.encoded;
  const request = new Float64Array(problem.requestCount);
  const group = new Float64Array(problem.groupLimit.length);
  const gap = new Float64Array(problem.requestCount).fill(Infinity);
  const partOf = new Int32Array(problem.requestCount).fill(-1);
  solved.solution.parts.forEach(({ requests, groups, proof }, x) => {
    const claim = solved.solution.claims[x];
    for (const i of requests) partOf[i] = x;
    const { requestPrice, groupPrice } = somePrices(proof);
    requests.forEach((i, at) => {
      request[i] = exact(requestPrice, at);
      if (proof.kind === "prices" && claim !== undefined) gap[i] = Number(claim.bound - claim.objective);
    });
    groups.forEach((g, at) => (group[g] = exact(groupPrice, at)));
  });
  return { request, group, gap, partOf };
}

/** What each pair is worth beyond the prices of its request and group. */
function profitsAt(solved: Solved, { request, group }: ReturnType<typeof pricesOf>): Float64Array {
  const { problem } = solved.encoded;
  return problem.weight.map((weight, e) => {
    const g = whole(problem.group, e);
    return weight - (exact(request, whole(solved.requestOfPair, e)) + (g < 0 ? 0 : exact(group, g)));
  });
}

/** Pairs by practitioner, those of the greatest profit first. */
function byProfit(problem: Problem, profit: Float64Array): Earnings["byPerson"] {
  const { start, pairs } = pairsByPractitioner(problem);
  for (let j = 0; j < problem.practitionerCount; j++)
    pairs
      .subarray(whole(start, j), whole(start, j + 1))
      .sort((a, b) => exact(profit, b) - exact(profit, a) || a - b);
  return { start, pairs };
}

/** Has some requests dearer, or cheaper, for as long as something is asked. */
function pricesInForce(problem: Problem) {
  const dearer = new Float64Array(problem.requestCount);
  /** How many pairs of each person are worth more to them at the prices in force. */
  const cheaperPairs = new Int32Array(problem.practitionerCount);
  const change = (i: number, by: number): void => {
    const before = exact(dearer, i) < 0 ? 1 : 0;
    dearer[i] = by;
    const more = (by < 0 ? 1 : 0) - before;
    if (more === 0) return;
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      addTo(cheaperPairs, whole(problem.practitioner, e), more);
  };
  const at: Earnings["at"] = (shifts, act) => {
    for (const shift of shifts)
      for (const [x, i] of shift.requests.entries()) change(i, exact(dearer, i) + (shift.dearer[x] ?? 0));
    const answer = act();
    for (const shift of shifts) for (const i of shift.requests) change(i, 0);
    return answer;
  };
  return { dearer, cheaperPairs, at };
}

/** Opens the earnings of a run. */
export function earningsOf(solved: Solved): Earnings {
  const { problem } = solved.encoded;
  const prices = pricesOf(solved);
  const profit = profitsAt(solved, prices);
  const byPerson = byProfit(problem, profit);
  const choice = choiceFor(problem);
  const { dearer, cheaperPairs, at } = pricesInForce(problem);
  const without: Earnings["without"] = (j, pair, used) => {
    const firstSlot = whole(problem.slotStart, j) + used.slots;
    const slots = whole(problem.slotStart, j + 1) - firstSlot;
    choice.begin({ firstSlot, slots, halfDays: whole(problem.dayCapacity, j) - used.halfDays });
    let cheaper = whole(cheaperPairs, j);
    for (let x = whole(byPerson.start, j), end = whole(byPerson.start, j + 1); x < end; x++) {
      const e = whole(byPerson.pairs, x);
      if (cheaper === 0 && !choice.mayGain(exact(profit, e))) break;
      const by = exact(dearer, whole(solved.requestOfPair, e));
      if (by < 0) cheaper--;
      if (e !== pair) choice.add(e, exact(profit, e) - by, whole(problem.need, e));
    }
    return choice.most();
  };
  // Worked out while no other prices are in force.
  const all = Float64Array.from({ length: problem.practitionerCount }, (_, j) => without(j, -1, noneUsed));
  const held = (j: number): number => solved.heldBy[j]?.length ?? 0;
  const costOf = (j: number, slot: number): number =>
    problem.slotCost[whole(problem.slotStart, j) + slot] ?? 0;
  return {
    requestPrice: prices.request,
    gap: prices.gap,
    partOf: prices.partOf,
    byPerson,
    profitOf: (pair) => exact(profit, pair),
    firstCost: (j) => costOf(j, 0),
    nextCost: (j) => costOf(j, held(j)),
    lastCost: (j) => costOf(j, held(j) - 1),
    at,
    without,
    all: (j) => exact(all, j),
  };
}
