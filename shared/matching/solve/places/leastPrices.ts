import type { Balance } from "./balance.ts";
import { type MinHeap, minHeap } from "../../problem/heap.ts";

/** How far each price may still move while the answer stays proven: people's down, requests' up. */
interface Slack {
  readonly balance: Balance;
  readonly fall: Float64Array;
  readonly rise: Float64Array;
  /** People by their number, and requests behind them. */
  readonly heap: MinHeap;
  leastCost: number;
}

/** Notes how far a person's price may fall before their last slot is no longer paid for. */
function noteSlot({ balance, fall, heap, ...slack }: Slack, j: number): number {
  const cost = balance.lastCost[j] ?? 0;
  fall[j] = (balance.price[j] ?? 0) - cost;
  heap.push(fall[j] ?? 0, j);
  return Math.min(slack.leastCost, cost);
}

/** Lets a request's price rise no further than it does: people whom it would then rather have fall no further either. */
function holdPeople({ balance, fall, rise, heap, leastCost }: Slack, i: number): void {
  const { market, on, price, requestPrice, load } = balance;
  const { start, end, worth, person } = market;
  const own = (requestPrice[i] ?? 0) + (rise[i] ?? 0);
  for (let e = start[i] ?? 0, last = end[i] ?? 0; e < last; e++) {
    const value = (worth[e] ?? 0) - own;
    if (value <= leastCost) break;
    const k = person[e] ?? 0;
    const most = (price[k] ?? 0) - value;
    if (on[e] !== 0 || load[k] === 0 || most >= (fall[k] ?? 0)) continue;
    fall[k] = most;
    heap.push(most, k);
  }
}

/** A person's price falls no further: the prices of requests that have them rise no further either. */
function holdRequests({ balance, fall, rise, heap }: Slack, j: number): void {
  const { market, price, requestPrice, firstHeld, after, held } = balance;
  const beside = (fall[j] ?? 0) - (price[j] ?? 0);
  for (let h = firstHeld[j] ?? -1; h >= 0; h = after[h] ?? -1) {
    const e = held[h] ?? 0;
    const i = market.owner[e] ?? 0;
    const most = beside + (market.worth[e] ?? 0) - (requestPrice[i] ?? 0);
    if (most >= (rise[i] ?? 0)) continue;
    rise[i] = most;
    heap.push(most, price.length + i);
  }
}

/** Finds how far prices may move, nearest limits first. */
function slackOf(balance: Balance): Slack {
  const { market, load, filled, price } = balance;
  const people = price.length;
  const slack: Slack = {
    balance,
    fall: new Float64Array(people).fill(Infinity),
    rise: new Float64Array(filled.length).fill(Infinity),
    heap: minHeap(),
    leastCost: 0,
  };
  const { heap, fall, rise } = slack;
  for (let j = 0; j < people; j++) if ((load[j] ?? 0) > 0) slack.leastCost = noteSlot(slack, j);
  for (let i = 0; i < filled.length; i++)
    if ((filled[i] ?? 0) < (market.wanted[i] ?? 0)) {
      rise[i] = 0;
      holdPeople(slack, i);
    }
  while (heap.size() > 0) {
    const distance = heap.topKey();
    const at = heap.pop();
    if (at < people) {
      if (distance === fall[at]) holdRequests(slack, at);
    } else if (distance === rise[at - people]) holdPeople(slack, at - people);
  }
  return slack;
}

/** The least that each person's price can be, beside what the pairs that they do not have ask for. */
function floors({ price, load, lastCost, nextCost }: Balance): number {
  let least = 0;
  for (let j = 0; j < price.length; j++) {
    const floor = load[j] === 0 ? Math.min(0, nextCost[j] ?? 0) : (lastCost[j] ?? 0);
    price[j] = floor;
    least = Math.min(least, floor);
  }
  return least;
}

/**
 * Lowers the prices of people to the least that prove a best answer, and so raises those of requests to the most. There
 * is one such set of prices, the same for each best answer: a person's is what one more slot that costs nothing would
 * gain, a full request's what one place less would lose (Shapley and Shubik on the lattice of prices of an assignment).
 */
export function leastPrices(balance: Balance): void {
  const { market, on, price, requestPrice, filled } = balance;
  const { start, end, worth, person, wanted, slotStart, slotEnd } = market;
  const { rise } = slackOf(balance);
  balance.leastPrice = floors(balance);
  for (let i = 0; i < filled.length; i++) {
    if (wanted[i] === 0) continue;
    const own = (requestPrice[i] ?? 0) + (rise[i] ?? 0);
    requestPrice[i] = own;
    for (let e = start[i] ?? 0, last = end[i] ?? 0; e < last; e++) {
      const value = (worth[e] ?? 0) - own;
      if (value <= balance.leastPrice) break;
      const k = person[e] ?? 0;
      if (on[e] === 0 && value > (price[k] ?? 0)) price[k] = value;
    }
  }
  // Who wants nobody pays nothing, whatever the price: one at which nobody would do is as good.
  for (let i = 0; i < filled.length; i++) {
    if (wanted[i] !== 0) continue;
    let own = 0;
    for (let e = start[i] ?? 0, last = end[i] ?? 0; e < last; e++) {
      const k = person[e] ?? 0;
      const hasSlot = (slotStart[k] ?? 0) < (slotEnd[k] ?? 0);
      if (on[e] === 0 && hasSlot) own = Math.max(own, (worth[e] ?? 0) - (price[k] ?? 0));
    }
    requestPrice[i] = own;
  }
}
