import { startsOf } from "../../problem/cells.ts";
import { profitsAt } from "./dayBound.ts";
import type { DayMarket } from "./dayMarket.ts";
import type { Packing } from "./dayPacking.ts";
import type { Problem } from "../../problem/problem.ts";
import { search } from "../search.ts";

export interface Regions {
  readonly requestPrice: Float64Array;
  readonly pack: Packing;
  /** People solved anew at a time, and cases that each search may open. */
  readonly people: number;
  readonly cases: number;
  readonly mayGoOn: () => boolean;
}

/**
 * How far each practitioner is from what they would earn at the prices. The gap between bound and answer is the
 * sum of these and of the prices of places left open: where they are large, there is something to be gained.
 */
function shortfalls(market: DayMarket, taken: Uint8Array, { requestPrice, pack }: Regions): Float64Array {
  const profit = new Float64Array(market.worth.length);
  const picked = new Uint8Array(market.worth.length);
  profitsAt(market, requestPrice, profit);
  const short = new Float64Array(market.personCount);
  for (let j = 0; j < short.length; j++) {
    let missing = pack(j, profit, picked);
    for (let x = market.backStart[j] ?? 0; x < (market.backStart[j + 1] ?? 0); x++)
      if (taken[market.back[x] ?? 0] === 1) missing -= profit[market.back[x] ?? 0] ?? 0;
    short[j] = missing;
  }
  return short;
}

/** People around one practitioner: those who hold, or could best take, what that one would like or has. */
function peopleAround(
  market: DayMarket,
  seed: number,
  { taken, price, most }: { taken: Uint8Array; price: Float64Array; most: number },
): number[] {
  const { start, person, owner, worth, back, backStart } = market;
  const people = [seed];
  const known = new Set(people);
  for (let at = 0; at < people.length && people.length < most; at++) {
    const j = people[at] ?? 0;
    const liked = Array.from(back.subarray(backStart[j] ?? 0, backStart[j + 1] ?? 0))
      .map((e) => ({ e, profit: taken[e] === 1 ? Infinity : (worth[e] ?? 0) - (price[owner[e] ?? 0] ?? 0) }))
      .sort((a, b) => b.profit - a.profit || a.e - b.e)
      .slice(0, 6);
    for (const { e } of liked) {
      const i = owner[e] ?? 0;
      let added = 0;
      for (let other = start[i] ?? 0; other < (start[i + 1] ?? 0); other++) {
        const k = person[other] ?? 0;
        if (known.has(k) || people.length >= most || (added >= 3 && taken[other] !== 1)) continue;
        known.add(k);
        people.push(k);
        added++;
      }
    }
  }
  return people;
}

/** A region as a problem of its own: its people, and whatever they hold or could take from nobody else. */
function problemOf(
  market: DayMarket,
  people: readonly number[],
  taken: Uint8Array,
): { problem: Problem; pairs: Int32Array } {
  const { start, person, owner, worth, back, backStart, slots, days, need, wanted } = market;
  const place = new Map(people.map((j, x) => [j, x]));
  const open = new Map<number, number>();
  for (const j of people)
    for (let x = backStart[j] ?? 0; x < (backStart[j + 1] ?? 0); x++) {
      const i = owner[back[x] ?? 0] ?? 0;
      if (open.has(i)) continue;
      let left = wanted[i] ?? 0;
      for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++)
        if (taken[e] === 1 && !place.has(person[e] ?? 0)) left--;
      open.set(i, left);
    }
  const requests = Array.from(open.keys())
    .filter((i) => (open.get(i) ?? 0) > 0)
    .sort((a, b) => a - b);
  const pairs: number[] = [];
  const counts = requests.map((i) => {
    const before = pairs.length;
    for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) if (place.has(person[e] ?? 0)) pairs.push(e);
    return pairs.length - before;
  });
  const slotStart = startsOf(Int32Array.from(people, (j) => slots[j] ?? 0));
  return {
    pairs: Int32Array.from(pairs),
    problem: {
      requestCount: requests.length,
      practitionerCount: people.length,
      wanted: Int32Array.from(requests, (i) => open.get(i) ?? 0),
      start: startsOf(Int32Array.from(counts)),
      practitioner: Int32Array.from(pairs, (e) => place.get(person[e] ?? 0) ?? 0),
      need: Int32Array.from(pairs, (e) => need[e] ?? 0),
      weight: Float64Array.from(pairs, (e) => worth[e] ?? 0),
      group: new Int32Array(pairs.length).fill(-1),
      groupLimit: new Int32Array(0),
      slotStart,
      slotCost: new Float64Array(slotStart[people.length] ?? 0),
      dayCapacity: Int32Array.from(people, (j) => days[j] ?? 0),
    },
  };
}

/** Solves region after region anew, those with most to gain first. Changes `taken`; says what it gained. */
export function improveRegions(market: DayMarket, taken: Uint8Array, regions: Regions): number {
  const { requestPrice, people: most, cases, mayGoOn } = regions;
  const short = shortfalls(market, taken, regions);
  const seeds = Array.from(short.keys())
    .filter((j) => (short[j] ?? 0) > 0)
    .sort((a, b) => (short[b] ?? 0) - (short[a] ?? 0) || a - b);
  let gained = 0;
  for (const seed of seeds) {
    if (!mayGoOn()) break;
    const people = peopleAround(market, seed, { taken, price: requestPrice, most });
    const { problem, pairs } = problemOf(market, people, taken);
    let current = 0;
    pairs.forEach((e) => (current += taken[e] === 1 ? (market.worth[e] ?? 0) : 0));
    const found = search(problem, cases);
    if (found.objective <= current) continue;
    gained += found.objective - current;
    pairs.forEach((e, x) => (taken[e] = found.taken[x] ?? 0));
  }
  return gained;
}
