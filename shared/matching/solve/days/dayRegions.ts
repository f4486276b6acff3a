import { totalFromZero } from "../../problem/total.ts";
import type { DayAnswer, DayGround } from "./dayAnswer.ts";
import { diveFrom } from "./dayDive.ts";
import { worthHeld } from "./dayMarket.ts";
import { partOf } from "./dayParts.ts";
import { dayPackingOf } from "./dayPacking.ts";
import { picksFor } from "./dayPicks.ts";
import { minHeap } from "../../problem/heap.ts";

/** How regions choose anew: at which prices, how many people at a time, and how far their dives move prices. */
export interface Regions {
  readonly price: Float64Array;
  /** People who choose anew at a time. */
  readonly people: number;
  readonly length: number;
  readonly slack: number;
  readonly mayGoOn: () => boolean;
}

/**
 * How far a practitioner is from what they would earn at the prices. The gap between bound and answer is the
 * sum of these and of the prices of places left open: where they are large, there is something to be gained.
 */
function shortfallFinder(
  { market }: DayGround,
  { taken }: DayAnswer,
  price: Float64Array,
): (j: number) => number {
  const pack = dayPackingOf(market);
  const picks = picksFor(market);
  return (j) => {
    picks.count = 0;
    let missing = pack(j, price, picks) - worthHeld(market, taken, j);
    for (let x = market.start[j] ?? 0, end = market.start[j + 1] ?? 0; x < end; x++)
      if (taken[x] === 1) missing += price[market.request[x] ?? 0] ?? 0;
    return missing;
  };
}

/** Tells within what distance so many have been reached, by the distance at which each of them first was. */
function horizonOf(most: number) {
  const nearest = minHeap();
  return {
    add: (far: number): void => {
      if (nearest.size() < most) nearest.push(-far, 0);
      else if (-far > nearest.topKey()) nearest.replaceTop(-far, 0);
    },
    /** Who stands farther is not among so many nearest ones. */
    distance: (): number => (nearest.size() < most ? Infinity : -nearest.topKey()),
  };
}

/** People around some, reached through what they hold or would take at least loss, nearest first. */
function peopleAround(
  { market, rows }: DayGround,
  { taken }: DayAnswer,
  { seeds, price, most }: { seeds: readonly number[]; price: Float64Array; most: number },
): number[] {
  const people: number[] = [];
  const distance = new Map<number, number>();
  const reached = new Set<number>();
  const done = new Set<number>();
  const heap = minHeap();
  const horizon = horizonOf(most);
  const reach = (j: number, far: number): void => {
    const before = distance.get(j);
    if (far >= (before ?? horizon.distance())) return;
    if (before === undefined) horizon.add(far);
    distance.set(j, far);
    heap.push(far, j);
  };
  const lossOf = (x: number): number =>
    taken[x] === 1 ? 0 : Math.max(0, (price[market.request[x] ?? 0] ?? 0) - (market.worth[x] ?? 0));
  for (const j of seeds) reach(j, 0);
  while (heap.size() > 0 && people.length < most) {
    const far = heap.topKey();
    const j = heap.pop();
    if (done.has(j)) continue;
    done.add(j);
    people.push(j);
    for (let x = market.start[j] ?? 0, end = market.start[j + 1] ?? 0; x < end; x++) {
      const i = market.request[x] ?? 0;
      const beyond = far + 1 + lossOf(x);
      if (beyond >= horizon.distance() || reached.has(i)) continue;
      if (beyond === far + 1) reached.add(i);
      market.work.looks += (rows.start[i + 1] ?? 0) - (rows.start[i] ?? 0);
      for (let at = rows.start[i] ?? 0; at < (rows.start[i + 1] ?? 0); at++) {
        const y = rows.pairs[at] ?? 0;
        reach(rows.person[y] ?? 0, beyond + lossOf(y));
      }
    }
  }
  return people.sort((a, b) => a - b);
}

/** Has some people choose anew among what they hold and what is open; keeps the better answer. Says what it gained. */
function chooseAnew(
  { market }: DayGround,
  answer: DayAnswer,
  { people, regions }: { people: readonly number[]; regions: Regions },
): number {
  const { price, length, slack, mayGoOn } = regions;
  const before: number[] = [];
  for (const j of people) {
    const from = answer.heldFrom[j] ?? 0;
    before.push(...answer.held.subarray(from, from + (answer.load[j] ?? 0)));
  }
  const sum = totalFromZero();
  for (const x of before) sum.add(answer.remove(x));
  const part = partOf(market, { people: Int32Array.from(people), wanted: answer.open, price, slack });
  const partPrice = Float64Array.from(part.requests, (i) => price[i] ?? 0);
  const chosen = diveFrom(part, { price: partPrice, length, slack, steps: 10, share: 0.05, mayGoOn });
  const after = chosen.map((x) => part.origin[x] ?? 0);
  for (const x of after) sum.add(answer.add(x));
  const gained = Number(sum.value());
  if (gained >= 0) return gained;
  for (const x of after) answer.remove(x);
  for (const x of before) answer.add(x);
  return 0;
}

/** Solves region after region anew, those with most to gain first. Says what it gained. */
export function improveRegions(ground: DayGround, answer: DayAnswer, regions: Regions): number {
  const { market, rows } = ground;
  const { price, mayGoOn } = regions;
  const shortfall = shortfallFinder(ground, answer, price);
  const seeds: { short: number; people: number[] }[] = [];
  for (let j = 0; j < market.personCount; j++) {
    const short = shortfall(j);
    if (short > 0) seeds.push({ short, people: [j] });
  }
  for (let i = 0; i < market.requestCount; i++) {
    const short = (answer.open[i] ?? 0) * (price[i] ?? 0);
    const mine = rows.pairs.subarray(rows.start[i], rows.start[i + 1]);
    if (short > 0 && mine.length > 0)
      seeds.push({ short, people: Array.from(mine, (x) => rows.person[x] ?? 0) });
  }
  seeds.sort((a, b) => b.short - a.short || (a.people[0] ?? 0) - (b.people[0] ?? 0));
  let gained = 0;
  for (const { short, people } of seeds) {
    if (!mayGoOn()) break;
    // What another region has mended meanwhile needs no second look.
    if (people.length === 1 && shortfall(people[0] ?? 0) < short / 2) continue;
    const around = peopleAround(ground, answer, { seeds: people, price, most: regions.people });
    gained += chooseAnew(ground, answer, { people: around, regions });
  }
  return gained;
}
