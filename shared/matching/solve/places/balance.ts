import type { Market } from "./market.ts";
import type { End, Search } from "./reach.ts";

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

/** A search that is over: the practitioner with whom it began, and where it ended. */
interface Way {
  readonly from: number;
  readonly end: End;
}

type Change = (balance: Balance, pair: number) => void;

/** Goes back along a way to where it began, and changes the pairs by which requests, and practitioners, were reached. */
export function goBack(
  balance: Balance,
  { from, end }: Way,
  { atRequests, atPeople }: { readonly atRequests: Change; readonly atPeople: Change },
): void {
  const { market, search } = balance;
  let [i, j] = [end.request, end.person];
  do {
    if (j >= 0) {
      const pair = search.personPair[j] ?? 0;
      atPeople(balance, pair);
      i = market.owner[pair] ?? 0;
    }
    const pair = search.requestPair[i] ?? 0;
    atRequests(balance, pair);
    j = market.person[pair] ?? 0;
  } while (j !== from);
}
