import type { Market } from "./market.ts";

/** What an auction is held over: what each pair is worth in it, and the least step of a bid. */
export interface Lots {
  readonly worth: Float64Array;
  readonly step: number;
}

/** Places held in an auction: the pair in each slot, or -1, and what was bid for it. */
interface Held {
  readonly pair: Int32Array;
  readonly bid: Float64Array;
  readonly load: Int32Array;
  readonly on: Uint8Array;
}

/**
 * Finds prices of practitioners near those of the best answer: requests outbid each other, the last one
 * outbid going first. Each bid leaves its bidder no worse off than its second choice, by one step.
 * Prices are exact nowhere; they only have to be near. After Bertsekas' auction for assignment.
 */
export function auctionPrices(market: Market, { worth, step }: Lots): Float64Array {
  const { start, person, owner, wanted, slotStart } = market;
  const price = new Float64Array(market.practitioner.length);
  const slots = slotStart[price.length] ?? 0;
  const held: Held = {
    pair: new Int32Array(slots).fill(-1),
    bid: new Float64Array(slots),
    load: new Int32Array(price.length),
    on: new Uint8Array(person.length),
  };
  const { on, load } = held;
  const waiting = waitingLine(wanted);
  let count = waiting.length;
  while (count > 0) {
    const i = waiting[--count] ?? 0;
    const [from, to, several] = [start[i] ?? 0, start[i + 1] ?? 0, (wanted[i] ?? 0) > 1];
    for (;;) {
      let best = -1;
      let bestValue = 0;
      let second = 0;
      for (let e = from; e < to; e++) {
        const most = worth[e] ?? 0;
        if (most <= second) break;
        if (several && on[e] === 1) continue;
        const value = most - (price[person[e] ?? 0] ?? 0);
        if (value <= second) continue;
        if (value > bestValue) {
          second = bestValue;
          bestValue = value;
          best = e;
        } else second = value;
      }
      if (best < 0) break;
      const loser = place(held, { pair: best, bid: (worth[best] ?? 0) - second + step, market, price });
      if (loser === outbid) continue;
      if (loser >= 0) waiting[count++] = owner[loser] ?? 0;
      break;
    }
  }
  for (let j = 0; j < price.length; j++)
    if ((load[j] ?? 0) < (slotStart[j + 1] ?? 0) - (slotStart[j] ?? 0)) price[j] = 0;
  return price;
}

/** One entry per place wanted, so that the first request is the first to bid. */
function waitingLine(wanted: Int32Array): Int32Array {
  const line = new Int32Array(wanted.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (let i = wanted.length - 1; i >= 0; i--) for (let unit = wanted[i] ?? 0; unit > 0; unit--) line[at++] = i;
  return line;
}

const [nobody, outbid] = [-1, -2] as const;

interface Bid {
  readonly pair: number;
  readonly bid: number;
  readonly market: Market;
  readonly price: Float64Array;
}

/** Lays a bid: says which pair lost its place, or that nobody did, or that the bid was too low. */
function place({ pair, bid, load, on }: Held, offer: Bid): number {
  const { slotStart, person } = offer.market;
  const j = person[offer.pair] ?? 0;
  const [first, end, used] = [slotStart[j] ?? 0, slotStart[j + 1] ?? 0, load[j] ?? 0];
  let slot = first;
  if (used < end - first) {
    slot = first + used;
    load[j] = used + 1;
  } else
    for (let s = first + 1; s < end; s++) if ((bid[s] ?? 0) < (bid[slot] ?? 0)) slot = s;
  const lowest = used < end - first ? -Infinity : (bid[slot] ?? 0);
  if (offer.bid <= lowest) {
    if (offer.bid > (offer.price[j] ?? 0)) offer.price[j] = offer.bid;
    return outbid;
  }
  const loser = pair[slot] ?? nobody;
  if (loser >= 0) {
    on[loser] = 0;
    if (lowest > (offer.price[j] ?? 0)) offer.price[j] = lowest;
  }
  pair[slot] = offer.pair;
  bid[slot] = offer.bid;
  on[offer.pair] = 1;
  return loser;
}
