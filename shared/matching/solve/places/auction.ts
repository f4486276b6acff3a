import type { Market } from "./market.ts";

/** What an auction is held over: for each pair its person and then its worth, and the least step of a bid. */
export interface Lots {
  readonly offers: Int32Array;
  readonly step: number;
}

/**
 * Finds prices of practitioners near those of the best answer: requests outbid each other, the last one
 * outbid going first. Each bid leaves its bidder no worse off than its second choice, by one step.
 * Prices are exact nowhere; they only have to be near. After Bertsekas' auction for assignment.
 */
export function auctionPrices(market: Market, { offers, step }: Lots): Int32Array {
  const { start, owner, wanted, slotStart } = market;
  const price = new Int32Array(market.practitioner.length);
  const slots = slotStart[price.length] ?? 0;
  // The pair in each slot, or -1, what was bid for it, and how many slots each practitioner has given.
  const holder = new Int32Array(slots).fill(-1);
  const paid = new Int32Array(slots);
  const load = new Int32Array(price.length);
  const on = new Uint8Array(owner.length);
  const waiting = waitingLine(wanted);
  let count = waiting.length;
  let bidder = count > 0 ? (waiting[--count] ?? -1) : -1;
  while (bidder >= 0) {
    const from = start[bidder] ?? 0;
    const to = start[bidder + 1] ?? 0;
    const several = (wanted[bidder] ?? 0) > 1;
    let best = -1;
    let bestValue = 0;
    let second = 0;
    for (let e = from; e < to; e++) {
      const most = offers[2 * e + 1] ?? 0;
      if (most <= second) break;
      const value = most - (price[offers[2 * e] ?? 0] ?? 0);
      if (value <= second || (several && on[e] === 1)) continue;
      if (value > bestValue) {
        second = bestValue;
        bestValue = value;
        best = e;
      } else second = value;
    }
    let loser = -1;
    if (best >= 0) {
      const j = offers[2 * best] ?? 0;
      const bid = (offers[2 * best + 1] ?? 0) - second + step;
      const first = slotStart[j] ?? 0;
      const end = slotStart[j + 1] ?? 0;
      const used = first + (load[j] ?? 0);
      let slot = used;
      if (used < end) load[j] = used - first + 1;
      else {
        slot = first;
        for (let s = first + 1; s < end; s++) if ((paid[s] ?? 0) < (paid[slot] ?? 0)) slot = s;
        const lowest = paid[slot] ?? 0;
        if (bid <= lowest) {
          price[j] = Math.max(price[j] ?? 0, bid);
          continue;
        }
        price[j] = Math.max(price[j] ?? 0, lowest);
        loser = holder[slot] ?? -1;
        on[loser] = 0;
      }
      holder[slot] = best;
      paid[slot] = bid;
      on[best] = 1;
    }
    bidder = loser >= 0 ? (owner[loser] ?? -1) : count > 0 ? (waiting[--count] ?? -1) : -1;
  }
  for (let j = 0; j < price.length; j++)
    if ((load[j] ?? 0) < (slotStart[j + 1] ?? 0) - (slotStart[j] ?? 0)) price[j] = 0;
  return price;
}

/** One entry per place wanted, so that the first request is the first to bid. */
function waitingLine(wanted: Int32Array): Int32Array {
  const line = new Int32Array(wanted.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (let i = wanted.length - 1; i >= 0; i--)
    for (let unit = wanted[i] ?? 0; unit > 0; unit--) line[at++] = i;
  return line;
}
