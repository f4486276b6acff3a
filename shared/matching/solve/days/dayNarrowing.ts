import { type DayRows, rowsOf } from "./dayAnswer.ts";
import type { DayMarket } from "./dayMarket.ts";
import { type Cutting, type DayPart, partOf } from "./dayParts.ts";

/** A market without the pairs that look hopeless, in which answers are sought, and how the whole names things. */
export interface Narrowed {
  readonly market: DayPart;
  readonly rows: DayRows;
  /** Prices of the requests that are left, from those of all. */
  readonly priceFrom: (price: Float64Array) => Float64Array;
  /** Marks the pairs of the whole market that an answer takes. */
  readonly lifted: (taken: Uint8Array) => Uint8Array;
}

/** Narrows a market to what anybody could want at some prices; everybody stays in it. */
export function narrowed(whole: DayMarket, hopeless: Pick<Cutting, "price" | "slack" | "lead">): Narrowed {
  const people = Int32Array.from({ length: whole.personCount }, (_, j) => j);
  const market = partOf(whole, { people, wanted: whole.wanted, ...hopeless });
  return {
    market,
    rows: rowsOf(market),
    priceFrom: (price) => Float64Array.from(market.requests, (i) => price[i] ?? 0),
    lifted: (taken) => {
      const all = new Uint8Array(whole.request.length);
      for (let x = 0; x < market.origin.length; x++) all[market.origin[x] ?? 0] = taken[x] ?? 0;
      return all;
    },
  };
}
