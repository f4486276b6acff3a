import type { Problem } from "../problem/problem.ts";
import { at } from "./cells.ts";
import type { FairProof, FairStages, TierPrices } from "./fairProof.ts";

/** What a fair answer is judged by: a first tier, levels of fit, and a last tier; limits are those of the first. */
export interface FairTiers {
  /** Weights and slot costs of the first tier. Days are not looked at beyond each single pair. */
  readonly first: Problem;
  readonly levelOf: Int32Array;
  /** Weights and slot costs of the last tier, or null where there is none. */
  readonly last: Pick<Problem, "weight" | "slotCost"> | null;
}

/** Whether there is a price for everything, small enough that sums of a few are exact. */
function arePrices(p: Problem, { requestPrice, groupPrice, slotPrice }: TierPrices): boolean {
  const isExact = (price: number): boolean => Number.isInteger(price) && Math.abs(price) <= 2 ** 50;
  const isWhole = requestPrice.length === p.requestCount && groupPrice.length === p.groupLimit.length;
  const isPriced = requestPrice.every(isExact) && groupPrice.every(isExact) && slotPrice.every(isExact);
  return isWhole && isPriced && slotPrice.length === p.practitionerCount;
}

/** Says from prices by level what moving one person from node to node (-1: the world outside) costs at the lowest level at which it costs or saves; null where stages are out of order. */
function overLevels({ level, start, node, price }: FairStages, nodeCount: number) {
  if (start[0] !== 0 || start.length !== level.length + 1 || start[level.length] !== node.length) return null;
  if (price.length !== node.length || node.some((n) => n < 0 || n >= nodeCount)) return null;
  // Prices of node `n` stand from `first[n]` to `first[n + 1]`; the world outside has none.
  const first = new Int32Array(nodeCount + 2);
  for (const n of node) first[n + 1] = at(first, n + 1) + 1;
  for (let n = 0; n <= nodeCount; n++) first[n + 1] = at(first, n + 1) + at(first, n);
  const next = first.slice();
  const [levels, prices] = [new Int32Array(node.length), new Int32Array(node.length)];
  for (let s = 0; s < level.length; s++) {
    if (!(at(start, s) <= at(start, s + 1) && (s === 0 || at(level, s - 1) < at(level, s)))) return null;
    for (let x = at(start, s); x < at(start, s + 1); x++) {
      const to = at(next, at(node, x));
      levels[to] = at(level, s);
      prices[to] = at(price, x);
      next[at(node, x)] = to + 1;
    }
  }
  return (from: number, to: number, ownLevel: number): number => {
    let x = at(first, from);
    let y = at(first, to);
    let own = ownLevel;
    for (const endX = at(first, from + 1), endY = at(first, to + 1); ;) {
      const lowestX = x < endX ? at(levels, x) : Infinity;
      const lowestY = y < endY ? at(levels, y) : Infinity;
      const lowest = Math.min(own, lowestX, lowestY);
      if (lowest === Infinity) return 0;
      let cost = own === lowest ? 1 : 0;
      if (own === lowest) own = Infinity;
      if (lowestX === lowest) cost -= at(prices, x++);
      if (lowestY === lowest) cost += at(prices, y++);
      if (cost !== 0) return cost;
    }
  };
}

/**
 * Checks that no answer within the limits is better in the first tier, nor as good there and fairer, nor as
 * good in both and better in the last tier. Shares no code with the solver. What a change costs is a list: its
 * loss in the first tier, the places it adds at each level, lowest first, its loss in the last tier. At the
 * prices each single step away from the answer costs a list whose first entry that is not 0 is a loss; so does
 * every sum of steps, which any other answer is. That the answer keeps the limits, the other checker says.
 */
export function isFairest(tiers: FairTiers, taken: Uint8Array, { first, stages, last }: FairProof): boolean {
  const { first: p, levelOf } = tiers;
  const [groups, people] = [p.requestCount, p.requestCount + p.groupLimit.length];
  const outside = people + p.practitionerCount;
  const costOverLevels = overLevels(stages, outside);
  if (costOverLevels === null || taken.length !== p.weight.length || !arePrices(p, first)) return false;
  if ((last === null) !== (tiers.last === null) || (last !== null && !arePrices(p, last))) return false;
  const count = new Int32Array(outside);
  const requestOfGroup = new Int32Array(p.groupLimit.length).fill(-1);
  const add = (n: number): void => void (count[n] = at(count, n) + 1);
  let isProven = true;
  /** Demands that what costs is not used, and what saves is used to the full. */
  const demand = (cost: number, isUsed: boolean, isFull: boolean): void => {
    isProven &&= cost > 0 ? !isUsed : cost < 0 ? isFull : cost === 0;
  };

  for (let i = 0; i < p.requestCount; i++)
    for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++) {
      const [j, g, isTaken] = [at(p.practitioner, e), at(p.group, e), taken[e] === 1];
      const lost = ({ requestPrice, groupPrice, slotPrice }: TierPrices, weight: Float64Array): number =>
        at(requestPrice, i) + (g < 0 ? 0 : at(groupPrice, g)) + at(slotPrice, j) - at(weight, e);
      const node = g < 0 ? i : groups + g;
      let cost = lost(first, p.weight) || costOverLevels(node, people + j, at(levelOf, e));
      if (cost === 0 && last !== null && tiers.last !== null) cost = lost(last, tiers.last.weight);
      // A pair that needs more days than there are is in no answer.
      if (at(p.need, e) > at(p.dayCapacity, j)) demand(1, isTaken, isTaken);
      else demand(cost, isTaken, isTaken);
      if (g >= 0) requestOfGroup[g] = i;
      if (isTaken) (g < 0 ? [i, people + j] : [i, node, people + j]).forEach(add);
    }
  for (let i = 0; i < p.requestCount; i++) {
    const cost = -at(first.requestPrice, i) || costOverLevels(outside, i, Infinity);
    demand(cost || -(last?.requestPrice[i] ?? 0), at(count, i) > 0, at(count, i) === at(p.wanted, i));
  }
  requestOfGroup.forEach((i, g) => {
    if (i < 0) return;
    const cost = -at(first.groupPrice, g) || costOverLevels(i, groups + g, Infinity);
    const used = at(count, groups + g);
    demand(cost || -(last?.groupPrice[g] ?? 0), used > 0, used === at(p.groupLimit, g));
  });
  for (let j = 0; j < p.practitionerCount; j++)
    for (
      let s = at(p.slotStart, j), end = at(p.slotStart, j + 1), used = s + at(count, people + j);
      s < end;
      s++
    ) {
      const paid = at(p.slotCost, s) - at(first.slotPrice, j);
      let cost = paid || costOverLevels(people + j, outside, Infinity);
      if (cost === 0 && last !== null) cost = (tiers.last?.slotCost[s] ?? NaN) - at(last.slotPrice, j);
      demand(cost, s < used, s < used);
    }
  return isProven;
}
