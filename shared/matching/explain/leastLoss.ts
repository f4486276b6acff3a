import { exact, whole } from "../problem/cells.ts";
import { pairsByPractitioner } from "../problem/problem.ts";
import { itemsFor, packerOf } from "../solve/knapsack.ts";
import type { Solved } from "./standing.ts";

/** The prices that prove a run, by request and group, and how far each request's part is from its bound. */
function pricesOf(solved: Solved) {
  const { problem } = solved.encoded;
  const request = new Float64Array(problem.requestCount);
  const group = new Float64Array(problem.groupLimit.length);
  const gap = new Float64Array(problem.requestCount).fill(Infinity);
  solved.solution.parts.forEach(({ requests, groups, proof }, x) => {
    const claim = solved.solution.claims[x];
    if (proof.kind !== "prices" || claim === undefined) return;
    requests.forEach((i, at) => {
      request[i] = exact(proof.requestPrice, at);
      gap[i] = Number(claim.bound - claim.objective);
    });
    groups.forEach((g, at) => (group[g] = exact(proof.groupPrice, at)));
  });
  return { request, group, gap };
}

/**
 * Finds what the objective loses at least when a pair is forced, by the prices that prove the run: the bound
 * falls by what its practitioner could have earned more without it and, where the request wants nobody else, by
 * what all others would earn less without the request. They prove nothing where the answer may be further than
 * `most` from the best.
 */
export function leastLossFinder(solved: Solved): (pair: number, most: number) => number {
  const { problem } = solved.encoded;
  const price = pricesOf(solved);
  if (price.gap.every((gap) => gap === Infinity)) return () => -Infinity;
  const packer = packerOf(problem);
  const byPerson = pairsByPractitioner(problem);
  const items = itemsFor(problem.weight.length);
  const picked = new Uint8Array(problem.weight.length);
  const profitOf = (e: number): number => {
    const g = whole(problem.group, e);
    const asked = exact(price.request, whole(solved.requestOfPair, e)) + (g < 0 ? 0 : exact(price.group, g));
    return exact(problem.weight, e) - asked;
  };
  const earned = (j: number, without: number, used: { slots: number; halfDays: number }): number => {
    const firstSlot = whole(problem.slotStart, j) + used.slots;
    const halfDays = whole(problem.dayCapacity, j) - used.halfDays;
    const least = Math.min(0, problem.slotCost[firstSlot] ?? 0);
    items.count = 0;
    for (let x = whole(byPerson.start, j); x < whole(byPerson.start, j + 1); x++) {
      const e = whole(byPerson.pairs, x);
      const profit = profitOf(e);
      if (e === without || profit <= least || whole(problem.need, e) > halfDays) continue;
      items.pair[items.count] = e;
      items.profit[items.count] = profit;
      items.halfDays[items.count++] = whole(problem.need, e);
    }
    const slots = whole(problem.slotStart, j + 1) - firstSlot;
    return packer.pack(items, { firstSlot, slots, halfDays }, picked);
  };
  const none = { slots: 0, halfDays: 0 };
  const firstCost = (j: number): number => problem.slotCost[whole(problem.slotStart, j)] ?? 0;
  const freely = new Map<number, number>();
  const allEarned = (j: number): number => {
    const all = freely.get(j) ?? earned(j, -1, none);
    freely.set(j, all);
    return all;
  };
  /** What the person of a pair earns less where the pair cannot be had. */
  const missed = new Map<number, number>();
  const missedWithout = (pair: number): number => {
    const j = whole(problem.practitioner, pair);
    if (profitOf(pair) <= Math.min(0, firstCost(j))) return 0;
    const less = missed.get(pair) ?? allEarned(j) - earned(j, pair, none);
    missed.set(pair, less);
    return less;
  };
  const missedByOthers = (i: number, pair: number): number => {
    let sum = 0;
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      if (e !== pair) sum += missedWithout(e);
    return sum;
  };
  return (pair, most) => {
    const i = whole(solved.requestOfPair, pair);
    const gap = exact(price.gap, i);
    if (gap >= most) return -Infinity;
    const j = whole(problem.practitioner, pair);
    const forced = profitOf(pair) - firstCost(j);
    const beside = earned(j, pair, { slots: 1, halfDays: whole(problem.need, pair) });
    const others = whole(problem.wanted, i) === 1 ? missedByOthers(i, pair) : 0;
    return allEarned(j) - forced - beside + others - gap;
  };
}
