import { bidBack } from "./bidBack.ts";
import { type Bidding, emptyHouse, giveBack, type House } from "./house.ts";
import type { Market } from "./market.ts";

/** By what an auction measures its steps: the greatest worth, and how many requests bid. */
export interface Extent {
  readonly greatest: number;
  readonly requests: number;
}

/** What an auction is held over: what each pair is worth to its request, up to `greatestLot`, and its extent. */
export interface Lots {
  readonly worth: Int32Array;
  readonly extent: Extent;
}

/** Greatest worth in an auction: differences stay within 32 bits, since its prices need only be near. */
export const greatestLot = 2 ** 20;

/** The phases of an auction. */
interface Plan {
  /** Bids to the greatest worth in each phase. */
  readonly phases: readonly number[];
  /** The phase after which people bid in their turn; nothing where they never do. */
  readonly bidBackAfter: number;
}

/**
 * Coarse bids bring prices near in few rounds, fine ones leave little to repair, and repairs reach farther among
 * many. A first step that is too coarse leaves whole regions too dear; among many, people then bid back as soon as
 * prices fell once. Measured on instances of 400 to 100,000 requests, of several seeds.
 */
const planFor = (requests: number): Plan =>
  requests < 5000
    ? { phases: [20, 90, 400], bidBackAfter: 0 }
    : { phases: [24, 96, 384, 1536], bidBackAfter: 96 };

/** Steps of the last phase by which prices fall before the next, so that they can be too high nowhere but rarely. */
const stepsBack = 1.5;

/**
 * Finds prices of practitioners near those of the best answer, by bids that grow finer from phase to phase.
 * Prices are exact nowhere; they only have to be near. After Bertsekas' auction for assignment, with his
 * scaling of the step.
 */
export function auctionPrices(market: Market, lots: Lots): Int32Array {
  const people = market.practitioner.length;
  const house = emptyHouse(market, 2 * greatestLot);
  let step = 0;
  const { phases, bidBackAfter } = planFor(lots.extent.requests);
  for (const phase of phases) {
    const fall = Math.round(step * stepsBack);
    for (let j = 0; j < people; j++) house.price[j] = Math.max(0, (house.price[j] ?? 0) - fall);
    step = Math.max(1, Math.round(lots.extent.greatest / phase));
    giveBack(market, house);
    bidAll(market, house, { worth: lots.worth, step });
    if (phase === bidBackAfter) bidBack(market, house, { worth: lots.worth, step });
  }
  giveBack(market, house);
  return house.price.subarray(0, people);
}

interface Sale {
  readonly market: Market;
  readonly house: House;
  readonly bidding: Bidding;
}

/** Places that bid in one call. */
const batch = 64;

/**
 * Lets every place bid from the prices that stand, the last one outbid going first. They bid in batches: what is
 * called often stays compiled, and one long loop is compiled anew while it runs, time after time.
 */
function bidAll(market: Market, house: House, bidding: Bidding): void {
  const sale = { market, house, bidding };
  for (let to = house.waiting.length; to > 0; to -= batch) bidSome(sale, Math.max(0, to - batch), to);
}

/** Lets some places bid. Each bid leaves its bidder no worse off than its second choice, by one step. */
function bidSome({ market, house, bidding }: Sale, from: number, to: number): void {
  const { start, person, slotStart } = market;
  const { holder, bidder, paid, load, waiting, price } = house;
  const { worth, step } = bidding;
  const nobody = price.length - 1;
  let count = to;
  let request = waiting[--count] ?? -1;
  while (request >= 0) {
    let best = -1;
    let most = 0;
    let second = 0;
    for (let e = start[request] ?? 0, end = start[request + 1] ?? 0; e < end; e++) {
      const lot = worth[e] ?? 0;
      if (lot <= second) break;
      // Less than nothing where the request has the pair. Which value is greater no processor foresees: no branch asks.
      const value = lot - (price[person[e] ?? 0] ?? 0);
      const isOver = (most - value) >> 31;
      const lesser = value - ((value - most) & isOver);
      most += (value - most) & isOver;
      best ^= (best ^ e) & isOver;
      second += (lesser - second) & ((second - lesser) >> 31);
    }
    let loser = -1;
    if (best >= 0) {
      const j = person[best] ?? 0;
      const bid = (worth[best] ?? 0) - second + step;
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
        loser = bidder[slot] ?? -1;
        person[holder[slot] ?? 0] = j;
      }
      holder[slot] = best;
      bidder[slot] = request;
      paid[slot] = bid;
      person[best] = nobody;
    }
    request = loser >= 0 ? loser : count > from ? (waiting[--count] ?? -1) : -1;
  }
}
