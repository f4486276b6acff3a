import { addTo, startsOf, whole } from "../../problem/cells.ts";
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
  };
}

/** What a part of a market is to hold. */
export interface Cutting {
  readonly people: Int32Array;
  /** Places still open of each request of the whole market. */
  readonly wanted: Int32Array;
  /** Pairs that in their practitioner's first slot earn less than `-slack` at these prices stay out. */
  readonly price: Float64Array;
  readonly slack: number;
}

/** A part of a market, its rows numbered anew; `requests` are their places in the whole. */
export interface DayPart extends DayMarket {
  readonly requests: Int32Array;
}

/** Cuts a part out of a market: some practitioners with what they could still take. */
export function partOf(market: DayMarket, { people, wanted, price, slack }: Cutting): DayPart {
  const place = new Int32Array(market.requestCount).fill(-1);
  const counts = new Int32Array(people.length);
  let most = 0;
  for (const j of people) most += (market.start[j + 1] ?? 0) - (market.start[j] ?? 0);
  const [request, origin] = [new Int32Array(most), new Int32Array(most)];
  const requests = new Int32Array(Math.min(most, market.requestCount));
  let [count, requestCount] = [0, 0];
  for (let y = 0; y < people.length; y++) {
    const j = people[y] ?? 0;
    const before = count;
    const days = (market.slots[j] ?? 0) > 0 ? (market.days[j] ?? 0) : -1;
    const least = Math.min(0, market.slotCost[market.firstSlot[j] ?? 0] ?? 0) - slack;
    for (let x = market.start[j] ?? 0, end = market.start[j + 1] ?? 0; x < end; x++) {
      const i = market.request[x] ?? 0;
      if ((wanted[i] ?? 0) < 1 || (market.need[x] ?? 0) > days) continue;
      if ((market.worth[x] ?? 0) - (price[i] ?? 0) < least) continue;
      let z = place[i] ?? 0;
      if (z < 0) {
        place[i] = z = requestCount;
        requests[requestCount++] = i;
      }
      request[count] = z;
      origin[count++] = x;
    }
    counts[y] = count - before;
  }
  const chosen = origin.slice(0, count);
  const rows = requests.slice(0, requestCount);
  return {
    requestCount,
    personCount: people.length,
    requests: rows,
    wanted: rows.map((i) => wanted[i] ?? 0),
    start: startsOf(counts),
    request: request.slice(0, count),
    need: chosen.map((x) => market.need[x] ?? 0),
    worth: Float64Array.from(chosen, (x) => market.worth[x] ?? 0),
    days: people.map((j) => market.days[j] ?? 0),
    slots: people.map((j) => market.slots[j] ?? 0),
    firstSlot: people.map((j) => market.firstSlot[j] ?? 0),
    slotCost: market.slotCost,
    origin: chosen,
  };
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
export function worthOf(market: DayMarket, taken: Uint8Array): number {
  let sum = 0;
  for (let j = 0; j < market.personCount; j++) sum += worthHeld(market, taken, j);
  return sum;
}
