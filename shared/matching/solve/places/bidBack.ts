import { whole } from "../../problem/cells.ts";
import type { Bidding, House } from "./house.ts";
import type { Market } from "./market.ts";

/** What requests have while people bid for them. */
interface Given {
  /** Whose each slot is, and the slots that each request has as a list: the first, and the one after each; -1 ends it. */
  readonly host: Int32Array;
  readonly first: Int32Array;
  readonly after: Int32Array;
  /** What each request gains by the pair that it would give up first; nothing where a place is open. */
  readonly gain: Int32Array;
}

/** A market in which people bid. */
interface Floor {
  readonly market: Market;
  readonly house: House;
  readonly worth: Int32Array;
  readonly given: Given;
}

/** The slot that a request would give up first, or -1 when it has fewer than it wants; notes what it gains by it. */
function worstOf({ market, house, worth, given }: Floor, i: number): number {
  const { host, first, after, gain } = given;
  let [worst, least, count] = [-1, 2 ** 31 - 1, 0];
  for (let s = first[i] ?? -1; s >= 0; s = after[s] ?? -1, count++) {
    const value = (worth[house.holder[s] ?? 0] ?? 0) - (house.price[host[s] ?? 0] ?? 0);
    if (value < least) [worst, least] = [s, value];
  }
  const isOpen = count < whole(market.wanted, i);
  gain[i] = isOpen ? 0 : Math.max(0, least);
  return isOpen ? -1 : worst;
}

function floorOf(market: Market, house: House, worth: Int32Array): Floor {
  const { slotStart, wanted } = market;
  const slots = house.holder.length;
  const given = {
    host: new Int32Array(slots),
    first: new Int32Array(wanted.length).fill(-1),
    after: new Int32Array(slots),
    gain: new Int32Array(wanted.length),
  };
  const floor = { market, house, worth, given };
  for (let j = 0; j < house.load.length; j++) given.host.fill(j, slotStart[j], slotStart[j + 1]);
  for (let s = 0; s < slots; s++) if (whole(house.holder, s) >= 0) giveTo(given, whole(house.bidder, s), s);
  for (let i = 0; i < wanted.length; i++) worstOf(floor, i);
  return floor;
}

function giveTo({ first, after }: Given, i: number, slot: number): void {
  after[slot] = whole(first, i);
  first[i] = slot;
}

function takeFrom({ first, after }: Given, i: number, slot: number): void {
  let before = -1;
  for (let s = whole(first, i); s !== slot; s = whole(after, s)) before = s;
  if (before < 0) first[i] = whole(after, slot);
  else after[before] = whole(after, slot);
}

/** Whether somebody has a slot free, and a price. */
const isIdle = ({ market: { slotStart }, house: { load, price } }: Floor, j: number): boolean =>
  whole(price, j) > 0 && whole(load, j) < whole(slotStart, j + 1) - whole(slotStart, j);

/** Lowers one person's price until somebody would rather have them, by one step; the pair of that request, or -1. */
function lowerPrice({ market, house, worth, given }: Floor, j: number, step: number): number {
  const { back, backStart, backEnd, owner, person } = market;
  let [best, most, second] = [-1, 0, 0];
  for (let x = backStart[j] ?? 0, end = backEnd[j] ?? 0; x < end; x++) {
    const e = back[x] ?? 0;
    const value = (worth[e] ?? 0) - (given.gain[owner[e] ?? 0] ?? 0);
    if (value <= second || person[e] !== j) continue;
    if (value <= most) {
      second = value;
      continue;
    }
    second = most;
    most = value;
    best = e;
  }
  house.price[j] = Math.min(whole(house.price, j), Math.max(0, second - step));
  return best;
}

/** Gives a request somebody's free slot, and says who has one free for it, or -1. */
function give(floor: Floor, j: number, pair: number): number {
  const { market, house, given } = floor;
  const { holder, bidder, load } = house;
  const i = whole(market.owner, pair);
  const worst = worstOf(floor, i);
  const loser = worst < 0 ? -1 : whole(given.host, worst);
  if (loser >= 0) {
    takeFrom(given, i, worst);
    market.person[whole(holder, worst)] = loser;
    holder[worst] = -1;
    load[loser] = whole(load, loser) - 1;
  }
  const slot = holder.indexOf(-1, whole(market.slotStart, j));
  holder[slot] = pair;
  bidder[slot] = i;
  market.person[pair] = house.price.length - 1;
  load[j] = whole(load, j) + 1;
  giveTo(given, i, slot);
  return loser;
}

/**
 * Lets people who have a price and a slot free bid for requests, down to what makes somebody prefer them by one step,
 * until they have work or cost nothing. Whoever loses a request by it bids next. Bids of requests alone leave people
 * too dear where there are more of them than places. After Bertsekas' and Castanon's reverse auction.
 */
export function bidBack(market: Market, house: House, { worth, step }: Bidding): void {
  const floor = floorOf(market, house, worth);
  const waiting: number[] = [];
  for (let j = 0; j < house.load.length; j++) if (isIdle(floor, j)) waiting.push(j);
  for (let j = waiting.pop(); j !== undefined; j = waiting.pop())
    while (isIdle(floor, j)) {
      const pair = lowerPrice(floor, j, step);
      const loser = pair < 0 ? -1 : give(floor, j, pair);
      for (let s = whole(market.slotStart, j), end = whole(market.slotStart, j + 1); s < end; s++)
        if (whole(house.holder, s) >= 0) worstOf(floor, whole(house.bidder, s));
      if (loser >= 0) waiting.push(loser);
    }
}
