import { exact, whole } from "../problem/cells.ts";
import { pairsByPractitioner } from "../problem/problem.ts";
import { itemsFor, packerOf } from "../solve/knapsack.ts";
import type { Solved } from "./standing.ts";

/** What of somebody's room is set aside for something else. */
export interface Used {
  readonly slots: number;
  readonly halfDays: number;
}

/** What everybody would earn at the prices that prove a run, if left to choose for themselves. */
export interface Earnings {
  /** The price of each request. */
  readonly requestPrice: Float64Array;
  /** How far the part of each request is from its bound: infinite where no single prices prove it. */
  readonly gap: Float64Array;
  /** The part in which each request stands; -1 where it has no candidate. */
  readonly partOf: Int32Array;
  readonly byPerson: ReturnType<typeof pairsByPractitioner>;
  /** What a pair is worth beyond the prices of its request and group. */
  readonly profitOf: (pair: number) => number;
  /** What the first slot of a practitioner costs. */
  readonly firstCost: (person: number) => number;
  /** The most that somebody could earn without a pair and with some room set aside. */
  readonly without: (person: number, pair: number, used: Used) => number;
  /** The most that somebody could earn. */
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
    if (proof.kind !== "prices" || claim === undefined) return;
    requests.forEach((i, at) => {
      request[i] = exact(proof.requestPrice, at);
      gap[i] = Number(claim.bound - claim.objective);
    });
    groups.forEach((g, at) => (group[g] = exact(proof.groupPrice, at)));
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
  const packer = packerOf(problem);
  const byPerson = pairsByPractitioner(problem);
  const items = itemsFor(problem.weight.length);
  const picked = new Uint8Array(problem.weight.length);
  const without: Earnings["without"] = (j, pair, used) => {
    const firstSlot = whole(problem.slotStart, j) + used.slots;
    const halfDays = whole(problem.dayCapacity, j) - used.halfDays;
    const least = Math.min(0, problem.slotCost[firstSlot] ?? 0);
    items.count = 0;
    for (let x = whole(byPerson.start, j), end = whole(byPerson.start, j + 1); x < end; x++) {
      const e = whole(byPerson.pairs, x);
      if (e === pair || exact(profit, e) <= least || whole(problem.need, e) > halfDays) continue;
      items.pair[items.count] = e;
      items.profit[items.count] = exact(profit, e);
      items.halfDays[items.count++] = whole(problem.need, e);
    }
    const slots = whole(problem.slotStart, j + 1) - firstSlot;
    return packer.pack(items, { firstSlot, slots, halfDays }, picked);
  };
  const none: Used = { slots: 0, halfDays: 0 };
  const freely = new Float64Array(problem.practitionerCount).fill(NaN);
  const all = (j: number): number => {
    if (Number.isNaN(exact(freely, j))) freely[j] = without(j, -1, none);
    return exact(freely, j);
  };
  return {
    requestPrice: request,
    gap,
    partOf,
    byPerson,
    profitOf: (pair) => exact(profit, pair),
    firstCost: (j) => problem.slotCost[whole(problem.slotStart, j)] ?? 0,
    without,
    all,
  };
}
