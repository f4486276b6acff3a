import { startsOf } from "../../problem/cells.ts";
import type { Market } from "./market.ts";
import { type Search, searchOver } from "./reach.ts";

/** An answer in the making: who holds what, at which prices, with the notes of the search for shortest paths. */
export interface Balance {
  readonly market: Market;
  /** 1 for each pair that is taken. */
  readonly on: Uint8Array;
  readonly requestPrice: Float64Array;
  readonly price: Float64Array;
  /** Pairs taken of request `i` are the first `filled[i]` from `held[heldStart[i]]` on. */
  readonly heldStart: Int32Array;
  readonly held: Int32Array;
  readonly filled: Int32Array;
  readonly load: Int32Array;
  /** Cost of each practitioner's next slot, infinite when all are used. */
  readonly nextCost: Float64Array;
  /** Cost that giving up their last slot saves: infinite when overbooked, less than nothing when none is used. */
  readonly lastCost: Float64Array;
  /** Pairs taken of each practitioner, as lists of cells of `held`: the first, and the ones after and before each. */
  readonly firstHeld: Int32Array;
  readonly after: Int32Array;
  readonly before: Int32Array;
  /** Price that no practitioner's price is below. */
  leastPrice: number;
  readonly search: Search;
  /** Notes whose pairs or prices change, where somebody wants to know. */
  readonly touched: Touched | null;
}

/** People and requests, as the market has them, some more than once. */
export interface Touched {
  readonly people: number[];
  readonly requests: number[];
}

/** Notes that a pair of a request and a person changed hands. */
function touch({ people, requests }: Touched, i: number, j: number): void {
  requests.push(i);
  people.push(j);
}

/** Takes a pair. */
export function take(balance: Balance, pair: number): void {
  const { market, on, heldStart, held, filled, load, firstHeld, after, before } = balance;
  const i = market.owner[pair] ?? 0;
  const j = market.person[pair] ?? 0;
  if (balance.touched !== null) touch(balance.touched, i, j);
  const next = firstHeld[j] ?? -1;
  const count = filled[i] ?? 0;
  const cell = (heldStart[i] ?? 0) + count;
  held[cell] = pair;
  filled[i] = count + 1;
  on[pair] = 1;
  load[j] = (load[j] ?? 0) + 1;
  noteSlots(balance, j);
  after[cell] = next;
  before[cell] = -1;
  if (next >= 0) before[next] = cell;
  firstHeld[j] = cell;
}

/** Lets a practitioner's list go from one cell to another, either of which may be none. */
function join(
  { firstHeld, after, before }: Balance,
  j: number,
  [cell, next]: readonly [number, number],
): void {
  if (cell >= 0) after[cell] = next;
  else firstHeld[j] = next;
  if (next >= 0) before[next] = cell;
}

/** Gives a pair up. */
export function release(balance: Balance, pair: number): void {
  const { market, on, heldStart, held, filled, load, after, before } = balance;
  const i = market.owner[pair] ?? 0;
  const j = market.person[pair] ?? 0;
  if (balance.touched !== null) touch(balance.touched, i, j);
  const end = (heldStart[i] ?? 0) + (filled[i] ?? 0) - 1;
  let at = heldStart[i] ?? 0;
  while (at < end && held[at] !== pair) at++;
  join(balance, j, [before[at] ?? -1, after[at] ?? -1]);
  filled[i] = (filled[i] ?? 0) - 1;
  on[pair] = 0;
  load[j] = (load[j] ?? 0) - 1;
  noteSlots(balance, j);
  if (at === end) return;
  const moved = held[end] ?? 0;
  const k = market.person[moved] ?? 0;
  held[at] = moved;
  join(balance, k, [before[end] ?? -1, at]);
  join(balance, k, [at, after[end] ?? -1]);
}

/** Notes what a practitioner's next and last slots cost, after their work or slots changed. */
export function noteSlots({ market, load, nextCost, lastCost }: Balance, j: number): void {
  const used = load[j] ?? 0;
  const first = market.slotStart[j] ?? 0;
  const slots = (market.slotEnd[j] ?? 0) - first;
  nextCost[j] = used < slots ? (market.slotCost[first + used] ?? 0) : Infinity;
  lastCost[j] = used === 0 ? -Infinity : used > slots ? Infinity : (market.slotCost[first + used - 1] ?? 0);
}

/** Gives each request what it likes best at some prices, overbooking people where many like the same ones. */
export function atPrices(market: Market, price: Float64Array): Balance {
  const { start, end, person, worth, wanted } = market;
  const requests = market.request.length;
  let leastPrice = 0;
  for (let j = 0; j < price.length; j++) leastPrice = Math.min(leastPrice, price[j] ?? 0);
  let most = 0;
  const rooms = new Int32Array(requests);
  for (let i = 0; i < requests; i++) {
    const count = wanted[i] ?? 0;
    // One more than it may keep, since a request takes the next before it gives up the last.
    rooms[i] = 1 + Math.min(count, (end[i] ?? 0) - (start[i] ?? 0));
    most = Math.max(most, count + 1);
  }
  const heldStart = startsOf(rooms);
  const balance: Balance = {
    market,
    on: new Uint8Array(person.length),
    requestPrice: new Float64Array(requests),
    price,
    heldStart,
    held: new Int32Array(heldStart[requests] ?? 0),
    filled: new Int32Array(requests),
    load: new Int32Array(price.length),
    nextCost: new Float64Array(price.length),
    lastCost: new Float64Array(price.length),
    firstHeld: new Int32Array(price.length).fill(-1),
    after: new Int32Array(heldStart[requests] ?? 0),
    before: new Int32Array(heldStart[requests] ?? 0),
    leastPrice,
    search: searchOver({ requests, people: price.length, backs: market.back.length }),
    touched: null,
  };
  for (let j = 0; j < price.length; j++) noteSlots(balance, j);
  const pairs = new Int32Array(most);
  const values = new Float64Array(most);
  for (let i = 0; i < requests; i++) {
    const room = (wanted[i] ?? 0) + 1;
    let count = 0;
    let floor = 0;
    for (let e = start[i] ?? 0, last = end[i] ?? 0; e < last; e++) {
      const best = worth[e] ?? 0;
      if (best - leastPrice <= floor) break;
      const value = best - (price[person[e] ?? 0] ?? 0);
      if (value <= floor) continue;
      let at = count < room ? count++ : room - 1;
      for (; at > 0 && (values[at - 1] ?? 0) < value; at--) {
        values[at] = values[at - 1] ?? 0;
        pairs[at] = pairs[at - 1] ?? 0;
      }
      values[at] = value;
      pairs[at] = e;
      if (count === room) floor = values[room - 1] ?? 0;
    }
    const held = Math.min(count, room - 1);
    for (let x = 0; x < held; x++) take(balance, pairs[x] ?? 0);
    balance.requestPrice[i] = count === room ? floor : 0;
  }
  return balance;
}

/** Moves the prices of all that a search reached nearer than its end. */
export function movePrices(balance: Balance, end: number, towards: 1 | -1): void {
  const { price, requestPrice, search, touched } = balance;
  const { personReached, personDistance, requestReached, requestDistance } = search;
  for (let x = 0; x < search.people; x++) {
    const j = personReached[x] ?? 0;
    const gap = end - (personDistance[j] ?? 0);
    if (gap <= 0) continue;
    const moved = (price[j] ?? 0) + towards * gap;
    price[j] = moved;
    touched?.people.push(j);
    if (moved < balance.leastPrice) balance.leastPrice = moved;
  }
  for (let x = 0; x < search.requests; x++) {
    const i = requestReached[x] ?? 0;
    const gap = end - (requestDistance[i] ?? 0);
    if (gap <= 0) continue;
    requestPrice[i] = (requestPrice[i] ?? 0) - towards * gap;
    touched?.requests.push(i);
  }
}
