import type { DayMarket } from "./dayMarket.ts";
import type { Packing } from "./dayPacking.ts";

/** Prices of requests in whole numbers, and the bound that they prove. */
export interface DayBound {
  readonly requestPrice: Float64Array;
  readonly value: number;
}

export interface Lowering {
  readonly from: Float64Array;
  /** A value that an answer has: the bound is to come down towards it. */
  readonly reached: number;
  readonly steps: number;
  readonly pack: Packing;
  readonly mayGoOn: () => boolean;
}

const [patience, momentum, shorter, shortest] = [25, 0.9, 0.7, 0.00001] as const;

/** Fills in what each pair earns beyond its request's price. */
export function profitsAt({ worth, owner }: DayMarket, price: Float64Array, profit: Float64Array): void {
  for (let e = 0; e < worth.length; e++) profit[e] = (worth[e] ?? 0) - (price[owner[e] ?? 0] ?? 0);
}

/**
 * Lowers the Lagrangian bound: each practitioner packs freely at the prices of the requests, requests that are
 * packed too often become dearer, others cheaper. The subgradient method with momentum and Polyak's step.
 */
export function lowerBound(market: DayMarket, { from, reached, steps, pack, mayGoOn }: Lowering): DayBound {
  const { requestCount, start, wanted } = market;
  const price = from.map(Math.round);
  const profit = new Float64Array(market.worth.length);
  const picked = new Uint8Array(market.worth.length);
  const direction = new Float64Array(requestCount);
  let best: DayBound = { requestPrice: price.slice(), value: Infinity };
  let length = 1;
  let waited = 0;
  for (let step = 0; step < steps && (step === 0 || mayGoOn()); step++) {
    let bound = 0;
    for (let i = 0; i < requestCount; i++) bound += (wanted[i] ?? 0) * (price[i] ?? 0);
    profitsAt(market, price, profit);
    for (let j = 0; j < market.personCount; j++)
      if ((market.backStart[j + 1] ?? 0) > (market.backStart[j] ?? 0)) bound += pack(j, profit, picked);
    const gained = best.value - bound;
    waited = gained > 1e-6 * bound ? 0 : waited + 1;
    if (gained > 0) best = { requestPrice: price.slice(), value: bound };
    if (waited > patience) {
      length *= shorter;
      waited = 0;
      price.set(best.requestPrice);
      direction.fill(0);
      if (length < shortest) break;
      continue;
    }
    let square = 0;
    for (let i = 0; i < requestCount; i++) {
      let slack = wanted[i] ?? 0;
      for (let e = start[i] ?? 0, end = start[i + 1] ?? 0; e < end; e++) slack -= picked[e] ?? 0;
      slack += momentum * (direction[i] ?? 0);
      direction[i] = (price[i] ?? 0) <= 0 && slack > 0 ? 0 : slack;
      square += (direction[i] ?? 0) ** 2;
    }
    if (square === 0) break;
    // What has been reached lies well under the best; the target stands nearer the bound than that.
    const target = Math.max(reached, best.value * 0.995);
    const size = (length * Math.max(bound - target, bound * 1e-5)) / square;
    for (let i = 0; i < requestCount; i++)
      price[i] = Math.max(0, Math.round((price[i] ?? 0) - size * (direction[i] ?? 0)));
  }
  return best;
}
