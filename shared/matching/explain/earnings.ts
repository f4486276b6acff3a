import { exact, whole } from "../problem/cells.ts";
import type { ProofCase } from "../certificate/proof.ts";
import { pairsByPractitioner } from "../problem/problem.ts";
import { loadsOf } from "../problem/answer.ts";
import { choiceFor } from "./mostEarned.ts";
import type { Solved } from "./standing.ts";

/** What of somebody's room is set aside for something else. */
export interface Used {
  readonly slots: number;
  readonly halfDays: number;
}

/** Other prices for some requests. */
export interface PriceShift {
  readonly requests: readonly number[];
  /** What each of them is dearer by; below 0 where it is cheaper. */
  readonly dearer: readonly number[];
  /** The most that any of them is cheaper by; 0 where none is. */
  readonly mostCheaper: number;
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
  /** What somebody could earn at most beside one more pair, its slot paid for, if half days had no end. */
  readonly mostBeside: (person: number) => number;
}

/** Prices of one case of a proof; of several cases none proves the whole. */
const somePrices = (proof: ProofCase): Extract<ProofCase, { kind: "prices" }> =>
  proof.kind === "prices" ? proof : somePrices(proof.without);

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

/** Opens the earnings of a run. What was worked out once is kept. */
export function earningsOf(solved: Solved): Earnings {
  const { problem } = solved.encoded;
  const { request, group, gap, partOf } = pricesOf(solved);
  const profit = new Float64Array(problem.weight.length);
  for (let e = 0; e < profit.length; e++) {
    const g = whole(problem.group, e);
    const asked = exact(request, whole(solved.requestOfPair, e)) + (g < 0 ? 0 : exact(group, g));
    profit[e] = exact(problem.weight, e) - asked;
  }
  const choice = choiceFor(problem);
  const byPerson = pairsByPractitioner(problem);
  const byProfit = (a: number, b: number): number => exact(profit, b) - exact(profit, a) || a - b;
  for (let j = 0; j < problem.practitionerCount; j++)
    byPerson.pairs.subarray(whole(byPerson.start, j), whole(byPerson.start, j + 1)).sort(byProfit);
  const load = loadsOf(problem, solved.solution.taken);
  const slotCost = (j: number, slot: number): number =>
    problem.slotCost[whole(problem.slotStart, j) + slot] ?? 0;
  const dearer = new Float64Array(problem.requestCount);
  let mostCheaper = 0;
  const at: Earnings["at"] = (shifts, act) => {
    for (const shift of shifts) {
      mostCheaper += shift.mostCheaper;
      shift.requests.forEach((i, x) => (dearer[i] = exact(dearer, i) + (shift.dearer[x] ?? 0)));
    }
    const answer = act();
    mostCheaper = 0;
    for (const shift of shifts) for (const i of shift.requests) dearer[i] = 0;
    return answer;
  };
  const without: Earnings["without"] = (j, pair, used) => {
    const firstSlot = whole(problem.slotStart, j) + used.slots;
    const halfDays = whole(problem.dayCapacity, j) - used.halfDays;
    const least = Math.min(0, problem.slotCost[firstSlot] ?? 0);
    choice.clear();
    for (let x = whole(byPerson.start, j), end = whole(byPerson.start, j + 1); x < end; x++) {
      const e = whole(byPerson.pairs, x);
      if (exact(profit, e) + mostCheaper <= least) break;
      if (e === pair || whole(problem.need, e) > halfDays) continue;
      const earned = exact(profit, e) - exact(dearer, whole(solved.requestOfPair, e));
      if (earned > least) choice.add(e, earned, whole(problem.need, e));
    }
    const slots = whole(problem.slotStart, j + 1) - firstSlot;
    return choice.most({ firstSlot, slots, halfDays });
  };
  const none: Used = { slots: 0, halfDays: 0 };
  const freely = new Float64Array(problem.practitionerCount).fill(NaN);
  const all = (j: number): number => {
    if (Number.isNaN(exact(freely, j))) freely[j] = without(j, -1, none);
    return exact(freely, j);
  };
  const mostBeside = (j: number): number => {
    const first = whole(byPerson.start, j);
    let [most, sum] = [-Infinity, 0];
    for (let s = whole(problem.slotStart, j), x = first; s < whole(problem.slotStart, j + 1); s++, x++) {
      sum -= exact(problem.slotCost, s);
      most = Math.max(most, sum);
      sum += Math.max(0, profit[whole(byPerson.pairs, x)] ?? 0);
    }
    return most;
  };
  return {
    requestPrice: request,
    gap,
    partOf,
    byPerson,
    profitOf: (pair) => exact(profit, pair),
    firstCost: (j) => slotCost(j, 0),
    nextCost: (j) => slotCost(j, whole(load, j)),
    lastCost: (j) => slotCost(j, whole(load, j) - 1),
    at,
    without,
    all,
    mostBeside,
  };
}
