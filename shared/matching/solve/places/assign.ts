import { auctionPrices, type Extent, greatestLot } from "./auction.ts";
import { atPrices, type Balance } from "./balance.ts";
import { exact, whole } from "../../problem/cells.ts";
import { bringIn, firstChoice } from "./choice.ts";
import { type BestFirst, bestFirst } from "./bestFirst.ts";
import { type Market, marketOf } from "./market.ts";
import { neighbourly } from "./neighbours.ts";
import { drawWork } from "./drawWork.ts";
import { firstAnswer } from "./firstAnswer.ts";
import { leastPrices } from "./leastPrices.ts";
import { passWork } from "./passWork.ts";
import type { Problem } from "../../problem/problem.ts";
import { tiesOf } from "./ties.ts";

/** The best answer where half-days and groups do not bind, and the prices that prove it. */
export interface Assignment {
  readonly taken: Uint8Array;
  readonly requestPrice: Float64Array;
  /** What one more slot of each practitioner would be worth. */
  readonly slotPrice: Float64Array;
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
  /** Extent of the auction, where the problem is a part of another; that of the problem itself unless told. */
  readonly extent?: Extent;
  /** Whether to answer with the first of the best answers and its least prices, rather than with any of the best. */
  readonly isFirst?: boolean;
}

/** What the first tier is worth beyond what it needs to come first; an auction does without it. */
const surplusOf = ({ unit, room }: Tiers): number => Math.max(0, unit - room);

/** What a pair of some weight is worth in an auction. */
export function lotOf(weight: number, tiers: Tiers): number {
  const surplus = surplusOf(tiers);
  return surplus === 0 ? weight : weight - Math.floor(weight / tiers.unit) * surplus;
}

/** The extent of a market: its greatest lot is that of some request's best pair. */
function extentOf({ request, start, end, worth }: Market, tiers: Tiers): Extent {
  let greatest = 1;
  for (let i = 0; i < request.length; i++)
    if ((start[i] ?? 0) < (end[i] ?? 0))
      greatest = Math.max(greatest, lotOf(worth[start[i] ?? 0] ?? 0, tiers));
  return { greatest, requests: request.length };
}

/** Prices from an auction among whole numbers small enough to be handled fast. */
function openingPrices(market: Market, tiers: Tiers, extent = extentOf(market, tiers)): Float64Array {
  const { greatest, requests } = extent;
  const ratio = Math.min(1, greatestLot / greatest);
  const worth = new Int32Array(market.worth.length);
  for (let e = 0; e < worth.length; e++)
    worth[e] = Math.min(greatest, lotOf(market.worth[e] ?? 0, tiers)) * ratio;
  const lots = auctionPrices(market, { worth, extent: { greatest: greatest * ratio, requests } });
  const surplus = surplusOf(tiers);
  const price = new Float64Array(lots.length);
  for (let j = 0; j < lots.length; j++) {
    const value = Math.round((lots[j] ?? 0) / ratio);
    price[j] = value + Math.round(value / tiers.room) * surplus;
  }
  return price;
}

/** Prices and pairs taken, named as the problem names them. */
interface Standing {
  readonly price: Float64Array;
  readonly requestPrice: Float64Array;
  readonly taken: Uint8Array;
}

/** The best answer on a market from some prices on. */
function settled(market: Market, opening: Float64Array, isFirst: boolean): Balance {
  const balance = atPrices(market, opening);
  drawWork(balance);
  passWork(balance);
  if (!isFirst) return balance;
  firstAnswer(tiesOf(balance), market.request.length);
  leastPrices(balance);
  return balance;
}

/** Names an answer on a market as the problem does. */
function standingOf({ problem, stood }: BestFirst, balance: Balance): Standing {
  const { market } = balance;
  const price = new Float64Array(problem.practitionerCount);
  for (let j = 0; j < price.length; j++) {
    const first = whole(problem.slotStart, j);
    price[j] = first < whole(problem.slotStart, j + 1) ? exact(problem.slotCost, first) : 0;
  }
  for (let x = 0; x < market.practitioner.length; x++)
    price[whole(market.practitioner, x)] = exact(balance.price, x);
  const requestPrice = new Float64Array(problem.requestCount);
  for (let x = 0; x < market.request.length; x++)
    requestPrice[whole(market.request, x)] = exact(balance.requestPrice, x);
  const taken = new Uint8Array(problem.weight.length);
  for (let i = 0; i < balance.filled.length; i++)
    for (let h = whole(balance.heldStart, i), end = h + whole(balance.filled, i); h < end; h++) {
      const e = whole(market.pair, whole(balance.held, h));
      taken[stood === null ? e : whole(stood, e)] = 1;
    }
  return { price, requestPrice, taken };
}

/** Solves exactly a problem whose half-days and groups do not bind; slots up to a least load may pay. */
export function assign(
  given: Problem,
  { tiers, extent, candidates, isFirst = false }: Beginning,
): Assignment {
  const sorted = bestFirst(given);
  const { problem } = sorted;
  const chosen = firstChoice(problem, candidates);
  const neighbours = neighbourly(problem, chosen);
  let market = marketOf({ problem, chosen, neighbours });
  const opening =
    tiers === null ? new Float64Array(market.practitioner.length) : openingPrices(market, tiers, extent);
  let standing = standingOf(sorted, settled(market, opening, isFirst));
  while (candidates < Infinity && bringIn(problem, chosen, standing) > 0) {
    market = marketOf({ problem, chosen, neighbours });
    const { price } = standing;
    const stood = Float64Array.from(market.practitioner, (j) => exact(price, j));
    standing = standingOf(sorted, settled(market, stood, isFirst));
  }
  const { taken, requestPrice, price: slotPrice } = standing;
  return { taken, requestPrice, slotPrice };
}
