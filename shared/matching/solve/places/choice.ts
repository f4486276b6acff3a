import { exact, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";

/** Whether each practitioner has a slot, and whether work must be found for it: 0 none, 1 a slot, 2 one that pays. */
function openingsOf({ practitionerCount, slotStart, slotCost }: Problem): Uint8Array {
  const openings = new Uint8Array(practitionerCount);
  for (let j = 0; j < practitionerCount; j++) {
    const first = whole(slotStart, j);
    if (first < whole(slotStart, j + 1)) openings[j] = exact(slotCost, first) < 0 ? 2 : 1;
  }
  return openings;
}

/** The first pairs of each request, with all pairs of people whom work must be found for. */
export function firstChoice(problem: Problem, ranked: Int32Array, candidates: number): Uint8Array {
  const { start, wanted, practitioner, need, dayCapacity } = problem;
  const openings = openingsOf(problem);
  const chosen = new Uint8Array(ranked.length);
  for (let i = 0; i < problem.requestCount; i++) {
    let left = (wanted[i] ?? 0) + candidates;
    for (let r = start[i] ?? 0, end = start[i + 1] ?? 0; r < end; r++) {
      const e = ranked[r] ?? 0;
      const j = practitioner[e] ?? 0;
      const mine = openings[j] ?? 0;
      if (mine === 0 || (need[e] ?? 0) > (dayCapacity[j] ?? 0)) continue;
      if (left-- > 0 || mine === 2) chosen[e] = 1;
    }
  }
  return chosen;
}

interface Prices {
  readonly price: Float64Array;
  readonly requestPrice: Float64Array;
}

/** Brings in each pair left out that the prices cannot rule out; says how many there were. */
export function bringIn(
  problem: Problem,
  ranked: Int32Array,
  { standing, chosen }: { standing: Prices; chosen: Uint8Array },
): number {
  const { start, weight, practitioner, slotStart, need, dayCapacity } = problem;
  const { price, requestPrice } = standing;
  let count = 0;
  for (let i = 0; i < problem.requestCount; i++) {
    const own = requestPrice[i] ?? 0;
    for (let r = start[i] ?? 0; r < (start[i + 1] ?? 0); r++) {
      const e = ranked[r] ?? 0;
      const value = (weight[e] ?? 0) - own;
      if (value <= 0) break;
      const j = practitioner[e] ?? 0;
      if (chosen[e] === 1 || value <= (price[j] ?? 0) || (need[e] ?? 0) > (dayCapacity[j] ?? 0)) continue;
      if ((slotStart[j] ?? 0) === (slotStart[j + 1] ?? 0)) continue;
      chosen[e] = 1;
      count++;
    }
  }
  return count;
}
