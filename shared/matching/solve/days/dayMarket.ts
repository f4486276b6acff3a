import { addTo, mark, startsOf, whole } from "../../problem/cells.ts";
import { totalFromZero } from "../../problem/total.ts";
import type { Problem } from "../../problem/problem.ts";

/**
 * Pairs of a problem in which days bind, each practitioner's standing together: those of practitioner `j` are
 * `start[j]` up to `start[j + 1]`. Slots of `j` cost what stands from `firstSlot[j]` on, never falling; those up to a least load earn something.
 */
export interface DayMarket {
  readonly requestCount: number;
  readonly personCount: number;
  readonly wanted: Int32Array;
  readonly start: Int32Array;
  readonly request: Int32Array;
  /** Half-days that each pair takes. */
  readonly need: Int32Array;
  readonly worth: Float64Array;
  readonly days: Int32Array;
  readonly slots: Int32Array;
  readonly firstSlot: Int32Array;
  readonly slotCost: Float64Array;
  /** Place of each pair in what the market was made from: the problem, or a larger market. */
  readonly origin: Int32Array;
  /** Counts the pairs looked at, in the market of all and in all parts of it. */
  readonly work: { looks: number };
}

/** Sets up the pairs that could be taken: their practitioner has a slot and the days. */
export function dayMarketOf(problem: Problem): DayMarket {
  const { requestCount, practitionerCount, practitioner, need, weight, dayCapacity, slotStart } = problem;
  const slots = new Int32Array(practitionerCount);
  for (let j = 0; j < practitionerCount; j++) slots[j] = whole(slotStart, j + 1) - whole(slotStart, j);
  const isPossible = (e: number): boolean => {
    const j = practitioner[e] ?? 0;
    return (slots[j] ?? 0) > 0 && (need[e] ?? 0) <= (dayCapacity[j] ?? 0);
  };
  const counts = new Int32Array(practitionerCount);
  for (let e = 0; e < weight.length; e++) if (isPossible(e)) addTo(counts, practitioner[e] ?? 0, 1);
  const start = startsOf(counts);
  const next = start.slice();
  const count = whole(start, practitionerCount);
  const [request, origin] = [new Int32Array(count), new Int32Array(count)];
  for (let i = 0; i < requestCount; i++)
    for (let e = problem.start[i] ?? 0, end = problem.start[i + 1] ?? 0; e < end; e++) {
      if (!isPossible(e)) continue;
      const j = practitioner[e] ?? 0;
      const x = next[j] ?? 0;
      next[j] = x + 1;
      request[x] = i;
      origin[x] = e;
    }
  return {
    requestCount,
    personCount: practitionerCount,
    wanted: problem.wanted,
    start,
    request,
    need: origin.map((e) => need[e] ?? 0),
    worth: Float64Array.from(origin, (e) => weight[e] ?? 0),
    days: dayCapacity,
    slots,
    firstSlot: slotStart.subarray(0, practitionerCount),
    slotCost: problem.slotCost,
    origin,
    work: { looks: 0 },
  };
}

/** An answer to what the market was made from, by pair of the market. */
export const toMarket = ({ origin }: DayMarket, taken: Uint8Array): Uint8Array =>
  Uint8Array.from(origin, (e) => mark(taken, e));

/** An answer to the market, by pair of the so many that it was made from. */
export function fromMarket({ origin }: DayMarket, taken: Uint8Array, pairs: number): Uint8Array {
  const chosen = new Uint8Array(pairs);
  taken.forEach((each, x) => (chosen[whole(origin, x)] = each));
  return chosen;
}

/** Practitioners who could take something. */
export const peopleOf = ({ personCount, start }: DayMarket): Int32Array =>
  Int32Array.from({ length: personCount }, (_, j) => j).filter((j) => (start[j + 1] ?? 0) > (start[j] ?? 0));

/** What the pairs that one practitioner holds are worth, less the slots they use. */
export function worthHeld(market: DayMarket, taken: Uint8Array, j: number): number {
  let sum = 0;
  let slot = market.firstSlot[j] ?? 0;
  for (let x = market.start[j] ?? 0, end = market.start[j + 1] ?? 0; x < end; x++)
    if (taken[x] === 1) sum += (market.worth[x] ?? 0) - (market.slotCost[slot++] ?? 0);
  return sum;
}

/** What an answer is worth: the sum over practitioners. */
export function worthOf(market: DayMarket, taken: Uint8Array): bigint {
  const sum = totalFromZero();
  for (let j = 0; j < market.personCount; j++) sum.add(worthHeld(market, taken, j));
  return sum.value();
}
