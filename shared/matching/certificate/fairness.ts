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

/** An answer beside what is to prove it the fairest, and what a step costs at the prices by level. */
interface Case {
  readonly tiers: FairTiers;
  readonly taken: Uint8Array;
  readonly proof: FairProof;
  readonly costOverLevels: NonNullable<ReturnType<typeof overLevels>>;
  /** People at each request, group and practitioner, and the request of each group, as its pairs tell. */
  readonly count: Int32Array;
  readonly requestOfGroup: Int32Array;
}

/** Whether what costs is not used, and what saves is used to the full; a cost that is no number proves nothing. */
const isSound = (cost: number, isUsed: boolean, isFull: boolean): boolean =>
  cost > 0 ? !isUsed : cost < 0 ? isFull : cost === 0;

/** Whether each pair is taken or not as its prices say; counts those that are. */
function arePairsSound({ tiers, taken, proof, costOverLevels, count, requestOfGroup }: Case): boolean {
  const { first: p, levelOf } = tiers;
  const { first, last } = proof;
  const [groups, people] = [p.requestCount, p.requestCount + p.groupLimit.length];
  const add = (n: number): void => void (count[n] = at(count, n) + 1);
  let isProven = true;
  for (let i = 0; i < p.requestCount; i++)
    for (let e = at(p.start, i), end = at(p.start, i + 1); e < end; e++) {
      const [j, g, isTaken] = [at(p.practitioner, e), at(p.group, e), taken[e] === 1];
      const lost = ({ requestPrice, groupPrice, slotPrice }: TierPrices, weight: Float64Array): number =>
        at(requestPrice, i) + (g < 0 ? 0 : at(groupPrice, g)) + at(slotPrice, j) - at(weight, e);
      const node = g < 0 ? i : groups + g;
      let cost = lost(first, p.weight) || costOverLevels(node, people + j, at(levelOf, e));
      if (cost === 0 && last !== null && tiers.last !== null) cost = lost(last, tiers.last.weight);
      // A pair that needs more days than there are is in no answer.
      if (at(p.need, e) > at(p.dayCapacity, j)) cost = 1;
      isProven &&= isSound(cost, isTaken, isTaken);
      if (g >= 0) requestOfGroup[g] = i;
      if (isTaken) (g < 0 ? [i, people + j] : [i, node, people + j]).forEach(add);
    }
  return isProven;
}

/** Whether the places of requests and groups are filled as their prices say. */
function areLimitsSound({
  tiers: { first: p },
  proof,
  costOverLevels,
  count,
  requestOfGroup,
}: Case): boolean {
  const { first, last } = proof;
  const [groups, outside] = [p.requestCount, count.length];
  for (let i = 0; i < p.requestCount; i++) {
    const cost = -at(first.requestPrice, i) || costOverLevels(outside, i, Infinity);
    const used = at(count, i);
    if (!isSound(cost || -(last?.requestPrice[i] ?? 0), used > 0, used === at(p.wanted, i))) return false;
  }
  return requestOfGroup.every((i, g) => {
    if (i < 0) return true;
    const cost = -at(first.groupPrice, g) || costOverLevels(i, groups + g, Infinity);
    const used = at(count, groups + g);
    return isSound(cost || -(last?.groupPrice[g] ?? 0), used > 0, used === at(p.groupLimit, g));
  });
}

/** Whether slots are used as their prices say. */
function areSlotsSound({ tiers, proof, costOverLevels, count }: Case): boolean {
  const { first: p } = tiers;
  const [people, outside] = [p.requestCount + p.groupLimit.length, count.length];
  const { first, last } = proof;
  for (let j = 0; j < p.practitionerCount; j++) {
    const used = at(p.slotStart, j) + at(count, people + j);
    for (let s = at(p.slotStart, j), end = at(p.slotStart, j + 1); s < end; s++) {
      const paid = at(p.slotCost, s) - at(first.slotPrice, j);
      let cost = paid || costOverLevels(people + j, outside, Infinity);
      if (cost === 0 && last !== null) cost = (tiers.last?.slotCost[s] ?? NaN) - at(last.slotPrice, j);
      if (!isSound(cost, s < used, s < used)) return false;
    }
  }
  return true;
}

/**
 * Checks that no answer within the limits is better in the first tier, nor as good there and fairer, nor as
 * good in both and better in the last tier. Shares no code with the solver. What a change costs is a list: its
 * loss in the first tier, the places it adds at each level, lowest first, its loss in the last tier. At the
 * prices each single step away from the answer costs a list whose first entry that is not 0 is a loss; so does
 * every sum of steps, which any other answer is. That the answer keeps the limits, the other checker says.
 */
export function isFairest(tiers: FairTiers, taken: Uint8Array, proof: FairProof): boolean {
  const [{ first: p }, { first, stages, last }] = [tiers, proof];
  const nodeCount = p.requestCount + p.groupLimit.length + p.practitionerCount;
  const costOverLevels = overLevels(stages, nodeCount);
  if (costOverLevels === null || taken.length !== p.weight.length || !arePrices(p, first)) return false;
  if ((last === null) !== (tiers.last === null) || (last !== null && !arePrices(p, last))) return false;
  const count = new Int32Array(nodeCount);
  const requestOfGroup = new Int32Array(p.groupLimit.length).fill(-1);
  const known = { tiers, taken, proof, costOverLevels, count, requestOfGroup };
  return arePairsSound(known) && areLimitsSound(known) && areSlotsSound(known);
}
