import { exact, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";

/** Half-days that a pair may take of each practitioner; -1 where no slot is there for it. */
function roomsOf({ practitionerCount, slotStart, dayCapacity }: Problem): Int32Array {
  const rooms = new Int32Array(practitionerCount);
  for (let j = 0; j < practitionerCount; j++)
    rooms[j] = whole(slotStart, j) < whole(slotStart, j + 1) ? whole(dayCapacity, j) : -1;
  return rooms;
}

/** Marks the first pairs of each request, whose pairs stand best first, and all of people whom work must be found for. */
export function firstChoice(problem: Problem, candidates: number): Uint8Array {
  const choice = { problem, rooms: roomsOf(problem), chosen: new Uint8Array(problem.practitioner.length) };
  for (let i = 0; i < problem.requestCount; i++)
    choose(choice, i, Math.min(problem.practitioner.length, whole(problem.wanted, i) + candidates));
  return choice.chosen;
}

interface Choice {
  readonly problem: Problem;
  readonly rooms: Int32Array;
  readonly chosen: Uint8Array;
}

/** Marks the first so many pairs of a request, and all of people whom work must be found for. */
function choose({ problem, rooms, chosen }: Choice, i: number, count: number): void {
  const { start, practitioner, need, slotStart, slotCost } = problem;
  let left = count;
  for (let e = start[i] ?? 0, end = start[i + 1] ?? 0; e < end; e++) {
    const j = practitioner[e] ?? 0;
    if ((need[e] ?? 0) > (rooms[j] ?? 0)) continue;
    if (left-- > 0 || exact(slotCost, whole(slotStart, j)) < 0) chosen[e] = 1;
  }
}

interface Prices {
  readonly price: Float64Array;
  readonly requestPrice: Float64Array;
}

/** Brings in each pair left out that the prices cannot rule out; says how many there were. */
export function bringIn(problem: Problem, chosen: Uint8Array, { price, requestPrice }: Prices): number {
  const { start, weight, practitioner, need } = problem;
  const rooms = roomsOf(problem);
  let count = 0;
  for (let i = 0; i < problem.requestCount; i++) {
    const own = requestPrice[i] ?? 0;
    for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
      const value = (weight[e] ?? 0) - own;
      if (value <= 0) break;
      const j = practitioner[e] ?? 0;
      if (chosen[e] === 1 || value <= (price[j] ?? 0) || (need[e] ?? 0) > (rooms[j] ?? 0)) continue;
      chosen[e] = 1;
      count++;
    }
  }
  return count;
}
