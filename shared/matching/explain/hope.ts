import { exact, whole } from "../problem/cells.ts";
import { firstAlone } from "../problem/firstTiers.ts";
import { earningsOf } from "./earnings.ts";
import type { ChangedOptions } from "./rehearsal.ts";
import type { Solved } from "./standing.ts";

/**
 * Finds whether a change may fill so many more places of its request with none lost elsewhere, as far as the prices
 * that prove the run tell. They rule it out where all that its people would earn more at these prices, and what the
 * answer may lack already, is less than the priority of the places. Whoever has work that they are owed keeps it: it is
 * worth the same with the change as without. Limits on people from one school are not asked. Where a unit of priority
 * outweighs not all fit, what prices hold of priorities and owed work tells alone, whatever fit a change would cost.
 */
export function hopeFinder(solved: Solved): (change: ChangedOptions, more: number) => boolean {
  const { pinned } = solved;
  const { outweighs } = solved.encoded.scale;
  const counted = outweighs ? solved : { ...solved, ...firstAlone(solved.encoded, solved) };
  const { problem, scale, priority } = counted.encoded;
  const { requestPrice, gap, partOf, byPerson, firstCost, without, all } = earningsOf(counted);
  /** What the tiers below may come to, in units of priority. */
  const below = outweighs ? 1 : 0;
  const pairAt = (i: number, person: number): number => {
    for (let x = whole(byPerson.start, person); x < whole(byPerson.start, person + 1); x++)
      if (whole(solved.requestOfPair, whole(byPerson.pairs, x)) === i) return whole(byPerson.pairs, x);
    return -1;
  };
  /** A request of the part in which somebody stands, or -1. */
  const requestOf = (person: number): number => {
    const first = whole(byPerson.start, person);
    if (first === whole(byPerson.start, person + 1)) return -1;
    return whole(solved.requestOfPair, whole(byPerson.pairs, first));
  };
  return ({ request: i, options }, more) => {
    const gaps = new Map<number, number>();
    for (const at of [i, ...options.map(({ person }) => requestOf(person))])
      if (at >= 0 && whole(partOf, at) >= 0) gaps.set(whole(partOf, at), exact(gap, at));
    const [weight, wanted] = [exact(priority, i), whole(problem.wanted, i)];
    const enough = (more * weight - 1) * scale.priorityUnit;
    let hoped = -wanted * exact(requestPrice, i);
    for (const each of gaps.values()) hoped += each;
    if (hoped > enough) return true;
    const gains = options.map(({ person: j, halfDays }) => {
      // Somebody with fewer pairs than places has places in the problem for these pairs only.
      const places = whole(problem.slotStart, j + 1) - whole(problem.slotStart, j);
      const isMore = whole(pinned.slotsLeft, j) > places;
      const beside = without(j, pairAt(i, j), { slots: isMore ? 0 : 1, halfDays });
      const cost = isMore ? 0 : firstCost(j);
      return Math.max(0, (weight + below) * scale.priorityUnit - cost + beside - all(j));
    });
    for (const gain of gains.sort((a, b) => b - a).slice(0, wanted)) hoped += gain;
    return hoped > enough;
  };
}
