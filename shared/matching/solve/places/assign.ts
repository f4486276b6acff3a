import type { Extent } from "./auction.ts";
import { atPrices } from "./atPrices.ts";
import type { Balance } from "./balance.ts";
import { exact, mark, whole } from "../../problem/cells.ts";
import { bringIn, firstChoice } from "./choice.ts";
import { type BestFirst, bestFirst } from "./bestFirst.ts";
import { type Market, marketOf } from "./market.ts";
import { neighbourly } from "./neighbours.ts";
import { drawWork } from "./drawWork.ts";
import { firstAnswer } from "./firstAnswer.ts";
import { leastPrices } from "./leastPrices.ts";
import { openingPrices } from "./opening.ts";
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

/** A market with the problem whose chosen pairs it holds. */
interface Choice {
  readonly problem: Problem;
  readonly chosen: Uint8Array;
  readonly market: Market;
}

/** The pair of the problem that a pair of the market is: the one after as many chosen ones of its request. */
function pairIn({ problem, chosen, market }: Choice, pair: number): number {
  const x = whole(market.owner, pair);
  const i = whole(market.request, x);
  const [start, from] = [whole(problem.start, i), whole(market.start, x)];
  const isWhole = whole(market.end, x) - from === whole(problem.start, i + 1) - start;
  if (isWhole) return start + pair - from;
  let e = start;
  for (let left = pair - from; left > 0 || chosen[e] !== 1; e++) left -= mark(chosen, e);
  return e;
}

/** Names an answer on a market as the problem does. */
function standingOf({ stood }: BestFirst, choice: Choice, balance: Balance): Standing {
  const { problem, market } = choice;
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
      const e = pairIn(choice, whole(balance.held, h));
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
  let standing = standingOf(sorted, { problem, chosen, market }, settled(market, opening, isFirst));
  while (candidates < Infinity && bringIn(problem, chosen, standing) > 0) {
    market = marketOf({ problem, chosen, neighbours });
    const { price } = standing;
    const stood = Float64Array.from(market.practitioner, (j) => exact(price, j));
    standing = standingOf(sorted, { problem, chosen, market }, settled(market, stood, isFirst));
  }
  const { taken, requestPrice, price: slotPrice } = standing;
  return { taken, requestPrice, slotPrice };
}
