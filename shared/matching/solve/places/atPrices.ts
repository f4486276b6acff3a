import { startsOf } from "../../problem/cells.ts";
import { type Balance, noteSlots, take } from "./balance.ts";
import type { Market } from "./market.ts";
import { searchOver } from "./reach.ts";

/** Gives each request what it likes best at some prices, overbooking people where many like the same ones. */
export function atPrices(market: Market, price: Float64Array): Balance {
  const { start, end, person, wanted } = market;
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
    search: searchOver(requests, price.length),
    touched: null,
  };
  for (let j = 0; j < price.length; j++) noteSlots(balance, j);
  const choice = { pairs: new Int32Array(most), values: new Float64Array(most) };
  for (let i = 0; i < requests; i++) chooseFirst(balance, choice, i);
  return balance;
}

/** Pairs that a request likes best, and what they are worth to it: room for all that it wants and one more. */
interface Choice {
  readonly pairs: Int32Array;
  readonly values: Float64Array;
}

/** Gives a request without pairs what it likes best, and notes what the next one would be worth to it. */
function chooseFirst(balance: Balance, { pairs, values }: Choice, i: number): void {
  const { market, price, requestPrice, leastPrice } = balance;
  const { start, end, person, worth, wanted } = market;
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
  requestPrice[i] = count === room ? floor : 0;
}
