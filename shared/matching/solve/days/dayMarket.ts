import { whole } from "../../problem/cells.ts";
import { backwards } from "../places/market.ts";
import type { Problem } from "../../problem/problem.ts";

/** The pairs of a problem in which days bind, without those whose practitioner never has the days. */
export interface DayMarket {
  readonly requestCount: number;
  readonly personCount: number;
  /** Place in the problem of each pair. */
  readonly pair: Int32Array;
  readonly start: Int32Array;
  readonly person: Int32Array;
  readonly worth: Float64Array;
  readonly owner: Int32Array;
  readonly backStart: Int32Array;
  readonly back: Int32Array;
  readonly wanted: Int32Array;
  /** Days that each pair takes. */
  readonly need: Int32Array;
  readonly mostNeeded: number;
  readonly slots: Int32Array;
  readonly days: Int32Array;
}

/** Sets up the pairs that could be taken, or those of them that are worth a look. */
export function dayMarketOf(
  problem: Problem,
  isWorthALook: (i: number, e: number) => boolean = () => true,
): DayMarket {
  const pairs: number[] = [];
  const start = new Int32Array(problem.requestCount + 1);
  const owners: number[] = [];
  const slots = new Int32Array(problem.practitionerCount);
  for (let j = 0; j < slots.length; j++)
    slots[j] = whole(problem.slotStart, j + 1) - whole(problem.slotStart, j);
  for (let i = 0; i < problem.requestCount; i++) {
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      const j = whole(problem.practitioner, e);
      if (
        whole(slots, j) < 1 ||
        whole(problem.need, e) > whole(problem.dayCapacity, j) ||
        !isWorthALook(i, e)
      )
        continue;
      pairs.push(e);
      owners.push(i);
    }
    start[i + 1] = pairs.length;
  }
  const pair = Int32Array.from(pairs);
  const person = pair.map((e) => whole(problem.practitioner, e));
  const need = pair.map((e) => whole(problem.need, e));
  const owner = Int32Array.from(owners);
  const worth = Float64Array.from(pairs, (e) => problem.weight[e] ?? 0);
  const { backStart, back } = backwards({ person, owner, worth }, problem.practitionerCount);
  return {
    requestCount: problem.requestCount,
    personCount: problem.practitionerCount,
    pair,
    start,
    person,
    worth,
    owner,
    backStart,
    back,
    wanted: problem.wanted,
    need,
    mostNeeded: need.reduce((most, need) => Math.max(most, need), 1),
    slots,
    days: problem.dayCapacity,
  };
}

/** What an answer is worth: the sum over its pairs. */
export function worthOf(market: DayMarket, taken: Uint8Array): number {
  let sum = 0;
  for (let e = 0; e < taken.length; e++) if (taken[e] === 1) sum += market.worth[e] ?? 0;
  return sum;
}
