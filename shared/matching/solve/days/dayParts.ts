import { startsOf } from "../../problem/cells.ts";
import type { DayMarket } from "./dayMarket.ts";

/** What a part of a market is to hold. */
export interface Cutting {
  readonly people: Int32Array;
  /** Places still open of each request of the whole market. */
  readonly wanted: Int32Array;
  /** Pairs that in their practitioner's first slot earn less than `-slack` at these prices stay out. */
  readonly price: Float64Array;
  readonly slack: number;
  /** So do pairs that others, always free to replace them, outdo by more than this; none unless told. */
  readonly lead?: number;
}

/** A part of a market, its rows numbered anew; `requests` are their places in the whole. */
export interface DayPart extends DayMarket {
  readonly requests: Int32Array;
}

/**
 * Finds what one practitioner could want within the slack, and lists it in `kept`; says how many pairs that is.
 * Requests of all that they could take are put down as reached.
 */
function wishFinder(
  market: DayMarket,
  { wanted, price, slack, lead = Infinity }: Cutting,
  { kept, reached }: { kept: Int32Array; reached: Uint8Array },
) {
  const { start, request, need, worth, days, slots, firstSlot, slotCost } = market;
  const widest = market.start.reduce((most, from, j) => Math.max(most, (start[j + 1] ?? 0) - from), 0);
  const [gain, takes] = [new Float64Array(widest + 1), new Int32Array(widest)];
  let count = 0;

  /** Lists what fits and does not lose against nothing, and sorts what it earns, the greatest first. */
  const list = (j: number, from: number): void => {
    const room = (slots[j] ?? 0) > 0 ? (days[j] ?? 0) : -1;
    const least = Math.min(0, slotCost[firstSlot[j] ?? 0] ?? 0) - slack;
    count = 0;
    for (let x = start[j] ?? 0, end = start[j + 1] ?? 0; x < end; x++) {
      const i = request[x] ?? 0;
      const earns = (worth[x] ?? 0) - (price[i] ?? 0);
      if ((wanted[i] ?? 0) < 1 || (need[x] ?? 0) > room || earns < least) continue;
      reached[i] = 1;
      kept[from + count] = x;
      let at = count++;
      for (; at > 0 && (gain[at - 1] ?? 0) < earns; at--) {
        gain[at] = gain[at - 1] ?? 0;
        takes[at] = takes[at - 1] ?? 0;
      }
      gain[at] = earns;
      takes[at] = need[x] ?? 0;
    }
    gain[count] = -Infinity;
  };

  /** Whether so many better pairs of no more days stand beside a pair that one of them is always free to replace it. */
  const isOutdone = (earns: number, needed: number, j: number): boolean => {
    let [slotsLeft, daysLeft] = [slots[j] ?? 0, (days[j] ?? 0) - needed];
    for (let at = 0; (gain[at] ?? 0) > earns + lead; at++) {
      if ((takes[at] ?? 0) > needed) continue;
      slotsLeft--;
      daysLeft -= takes[at] ?? 0;
      if (slotsLeft < 1 || daysLeft < 0) return true;
    }
    return false;
  };

  return (j: number, from: number): number => {
    list(j, from);
    let left = 0;
    for (let at = from, end = from + count; at < end; at++) {
      const x = kept[at] ?? 0;
      const earns = (worth[x] ?? 0) - (price[request[x] ?? 0] ?? 0);
      if (!isOutdone(earns, need[x] ?? 0, j)) kept[from + left++] = x;
    }
    return left;
  };
}

function worthsOf({ worth }: DayMarket, origin: Int32Array): Float64Array {
  const worths = new Float64Array(origin.length);
  for (let x = 0; x < origin.length; x++) worths[x] = worth[origin[x] ?? 0] ?? 0;
  return worths;
}

/** Cuts a part out of a market: some practitioners with what they could still take and might want. */
export function partOf(market: DayMarket, cutting: Cutting): DayPart {
  const { people, wanted } = cutting;
  let most = 0;
  for (const j of people) most += (market.start[j + 1] ?? 0) - (market.start[j] ?? 0);
  market.work.looks += most;
  const kept = new Int32Array(most);
  const reached = new Uint8Array(market.requestCount);
  const wishesOf = wishFinder(market, cutting, { kept, reached });
  const counts = new Int32Array(people.length);
  let count = 0;
  for (let y = 0; y < people.length; y++) {
    const found = wishesOf(people[y] ?? 0, count);
    counts[y] = found;
    count += found;
  }
  const origin = kept.slice(0, count);
  const [place, listed] = [new Int32Array(market.requestCount), new Int32Array(market.requestCount)];
  let requestCount = 0;
  for (let i = 0; i < market.requestCount; i++) {
    if (reached[i] === 0) continue;
    place[i] = requestCount;
    listed[requestCount++] = i;
  }
  const requests = listed.slice(0, requestCount);
  return {
    requestCount,
    personCount: people.length,
    requests,
    wanted: requests.map((i) => wanted[i] ?? 0),
    start: startsOf(counts),
    request: origin.map((x) => place[market.request[x] ?? 0] ?? 0),
    need: origin.map((x) => market.need[x] ?? 0),
    worth: worthsOf(market, origin),
    days: people.map((j) => market.days[j] ?? 0),
    slots: people.map((j) => market.slots[j] ?? 0),
    firstSlot: people.map((j) => market.firstSlot[j] ?? 0),
    slotCost: market.slotCost,
    origin,
    work: market.work,
  };
}
