import { auctionPrices } from "./auction.ts";
import { atPrices, type Balance } from "./balance.ts";
import { exact, whole } from "../../problem/cells.ts";
import { bestFirst, type Market, marketOf } from "./market.ts";
import { neighbourly } from "./neighbours.ts";
import { drawWork } from "./drawWork.ts";
import { passWork } from "./passWork.ts";
import type { Problem } from "../../problem/problem.ts";

/** The best answer where half-days and groups do not bind, and the prices that prove it. */
export interface Assignment {
  readonly taken: Uint8Array;
  readonly requestPrice: Float64Array;
  /** What one more slot of each practitioner would be worth. */
  readonly slotPrice: Float64Array;
  /** Pairs that the solver looked at; prices prove that none of the others matters. */
  readonly pairsLookedAt: number;
  readonly rounds: number;
}

/** How weights are built: the first tier counts `unit`, and all below it fit in `room` twice over. */
export interface Tiers {
  readonly unit: number;
  readonly room: number;
}

/** Where to begin: from nothing with the tiers told, or from an earlier answer to much the same problem. */
export interface Beginning {
  readonly tiers: Tiers | null;
  /** Best pairs that each request brings at first, beside one for each person it wants. */
  readonly candidates: number;
}

/** Whether each practitioner has a slot, and whether work must be found for it: 0 none, 1 a slot, 2 one that pays. */
function standingOf({ practitionerCount, slotStart, slotCost }: Problem): Uint8Array {
  const standing = new Uint8Array(practitionerCount);
  for (let j = 0; j < practitionerCount; j++) {
    const first = whole(slotStart, j);
    if (first < whole(slotStart, j + 1)) standing[j] = exact(slotCost, first) < 0 ? 2 : 1;
  }
  return standing;
}

/** The first pairs of each request, with all pairs of people whom work must be found for. */
function firstChoice(problem: Problem, ranked: Int32Array, candidates: number): Uint8Array {
  const { start, wanted, practitioner, need, dayCapacity } = problem;
  const standing = standingOf(problem);
  const chosen = new Uint8Array(ranked.length);
  for (let i = 0; i < problem.requestCount; i++) {
    let left = (wanted[i] ?? 0) + candidates;
    for (let r = start[i] ?? 0, end = start[i + 1] ?? 0; r < end; r++) {
      const e = ranked[r] ?? 0;
      const j = practitioner[e] ?? 0;
      const mine = standing[j] ?? 0;
      if (mine === 0 || (need[e] ?? 0) > (dayCapacity[j] ?? 0)) continue;
      if (left-- > 0 || mine === 2) chosen[e] = 1;
    }
  }
  return chosen;
}

/** Greatest worth in an auction: its whole numbers stay small, since its prices need only be near. */
const greatestLot = 2 ** 20;

/** Prices from an auction among whole numbers small enough to be handled fast. */
function openingPrices(market: Market, { unit, room }: Tiers): Float64Array {
  const { start, person, worth } = market;
  // The first tier is worth no more in an auction than it needs to come first.
  const surplus = Math.max(0, unit - room);
  const lowered = (value: number): number =>
    surplus === 0 ? value : value - Math.floor(value / unit) * surplus;
  let greatest = 1;
  for (let i = 0; i < market.request.length; i++)
    if ((start[i] ?? 0) < (start[i + 1] ?? 0))
      greatest = Math.max(greatest, lowered(worth[start[i] ?? 0] ?? 0));
  const ratio = Math.min(1, greatestLot / greatest);
  const offers = new Int32Array(2 * worth.length);
  for (let e = 0; e < worth.length; e++) {
    offers[2 * e] = person[e] ?? 0;
    offers[2 * e + 1] = Math.min(greatest, lowered(worth[e] ?? 0)) * ratio;
  }
  const lots = auctionPrices(market, { offers, greatest: greatest * ratio });
  const price = new Float64Array(lots.length);
  for (let j = 0; j < lots.length; j++) {
    const value = Math.round((lots[j] ?? 0) / ratio);
    price[j] = value + Math.round(value / room) * surplus;
  }
  return price;
}

/** Prices and pairs taken, named as the problem names them. */
interface Standing {
  readonly price: Float64Array;
  readonly requestPrice: Float64Array;
  readonly taken: Uint8Array;
}

function settled(problem: Problem, balance: Balance): Standing {
  drawWork(balance);
  passWork(balance);
  const { market } = balance;
  const price = new Float64Array(problem.practitionerCount);
  for (let j = 0; j < price.length; j++) {
    const first = whole(problem.slotStart, j);
    price[j] = first < whole(problem.slotStart, j + 1) ? exact(problem.slotCost, first) : 0;
  }
  market.practitioner.forEach((j, x) => (price[j] = exact(balance.price, x)));
  const requestPrice = new Float64Array(problem.requestCount);
  market.request.forEach((i, x) => (requestPrice[i] = exact(balance.requestPrice, x)));
  const taken = new Uint8Array(problem.weight.length);
  for (let i = 0; i < balance.filled.length; i++)
    for (let h = whole(balance.heldStart, i), end = h + whole(balance.filled, i); h < end; h++)
      taken[whole(market.pair, whole(balance.held, h))] = 1;
  return { price, requestPrice, taken };
}

/** Brings in each pair left out that the prices cannot rule out; says how many there were. */
function bringIn(
  problem: Problem,
  ranked: Int32Array,
  { standing, chosen }: { standing: Standing; chosen: Uint8Array },
): number {
  const { start, weight, practitioner, slotStart, need, dayCapacity } = problem;
  const { price, requestPrice } = standing;
  let count = 0;
  for (let i = 0; i < problem.requestCount; i++) {
    const own = requestPrice[i] ?? 0;
    for (let r = start[i] ?? 0; r < (start[i + 1] ?? 0); r++) {
      const e = ranked[r] ?? 0;
      const value = (weight[e] ?? 0) - own;
      if (value <= 0) break;
      const j = practitioner[e] ?? 0;
      if (chosen[e] === 1 || value <= (price[j] ?? 0) || (need[e] ?? 0) > (dayCapacity[j] ?? 0)) continue;
      if ((slotStart[j] ?? 0) === (slotStart[j + 1] ?? 0)) continue;
      chosen[e] = 1;
      count++;
    }
  }
  return count;
}

/** Solves exactly a problem whose half-days and groups do not bind and whose slots cost nothing or more. */
export function assign(problem: Problem, beginning: Beginning): Assignment {
  const ranked = bestFirst(problem);
  const chosen = firstChoice(problem, ranked, beginning.candidates);
  const order = neighbourly(problem, ranked);
  let market = marketOf({ problem, ranked, chosen, order });
  const opening =
    beginning.tiers === null
      ? new Float64Array(market.practitioner.length)
      : openingPrices(market, beginning.tiers);
  let standing = settled(problem, atPrices(market, opening));
  let rounds = 1;
  const isWhole = beginning.candidates === Infinity;
  for (; !isWhole && bringIn(problem, ranked, { standing, chosen }) > 0; rounds++) {
    market = marketOf({ problem, ranked, chosen, order });
    const { price } = standing;
    standing = settled(
      problem,
      atPrices(
        market,
        Float64Array.from(market.practitioner, (j) => exact(price, j)),
      ),
    );
  }
  return {
    taken: standing.taken,
    requestPrice: standing.requestPrice,
    slotPrice: standing.price,
    pairsLookedAt: market.pair.length,
    rounds,
  };
}
