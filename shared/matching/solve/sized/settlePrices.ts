import { addTo, startsOf } from "../../problem/cells.ts";
import { totalFromZero } from "../../problem/total.ts";
import type { DayRows } from "../days/dayAnswer.ts";
import type { DayMarket } from "../days/dayMarket.ts";
import { dayPackingOf } from "../days/dayPacking.ts";
import { picksFor } from "../days/dayPicks.ts";
import type { DayBound } from "../days/dayPrices.ts";

/** What each practitioner picks at prices that change one by one; only those whom a price concerns pick again. */
interface Counter {
  readonly price: Float64Array;
  readonly times: Int32Array;
  /** Sets prices, and says what they prove. */
  readonly value: () => bigint;
  readonly change: (request: number, price: number) => void;
}

function counterAt(market: DayMarket, { person, start, pairs }: DayRows, from: Float64Array): Counter {
  const { requestCount, personCount, request, wanted } = market;
  const pack = dayPackingOf(market);
  const picks = picksFor(market);
  const price = from.slice();
  const times = new Int32Array(requestCount);
  const places = Int32Array.from({ length: personCount }, (_, j) =>
    Math.min(market.slots[j] ?? 0, (market.start[j + 1] ?? 0) - (market.start[j] ?? 0)),
  );
  const mineFrom = startsOf(places);
  const [mine, count] = [new Int32Array(mineFrom[personCount] ?? 0), new Int32Array(personCount)];
  const earned = new Float64Array(personCount);
  const isWaiting = new Uint8Array(personCount).fill(1);
  const waiting = Array.from({ length: personCount }, (_, j) => j);
  const total = totalFromZero();
  for (let i = 0; i < requestCount; i++) total.add((wanted[i] ?? 0) * (price[i] ?? 0));

  const pickAgain = (j: number): void => {
    const first = mineFrom[j] ?? 0;
    for (let q = first; q < first + (count[j] ?? 0); q++) addTo(times, request[mine[q] ?? 0] ?? 0, -1);
    picks.count = 0;
    const now = pack(j, price, picks);
    total.add(now - (earned[j] ?? 0));
    earned[j] = now;
    count[j] = picks.count;
    for (let q = 0; q < picks.count; q++) {
      mine[first + q] = picks.pairs[q] ?? 0;
      addTo(times, request[picks.pairs[q] ?? 0] ?? 0, 1);
    }
  };
  return {
    price,
    times,
    value: () => {
      for (const j of waiting) {
        isWaiting[j] = 0;
        pickAgain(j);
      }
      waiting.length = 0;
      return total.value();
    },
    change: (i, next) => {
      total.add((wanted[i] ?? 0) * (next - (price[i] ?? 0)));
      price[i] = next;
      for (let at = start[i] ?? 0; at < (start[i + 1] ?? 0); at++) {
        const j = person[pairs[at] ?? 0] ?? 0;
        if (isWaiting[j] === 1) continue;
        isWaiting[j] = 1;
        waiting.push(j);
      }
    },
  };
}

/** Steps without a tighter bound before steps are made shorter, by how much, and how short they may get. */
const [patience, shorter, shortest] = [10, 0.5, 0.01] as const;
const momentum = 0.7;

/** How a bound comes down to an answer: what that is worth, and the steps that may be taken. */
export interface Settling {
  readonly objective: bigint;
  readonly steps: number;
  /** Whether there is time for another step; always unless told. */
  readonly mayGoOn?: () => boolean;
}

/**
 * Brings a bound down to an answer that is known: each step is as long as the gap between them asks for (Polyak).
 * Prices near the best ones move for few requests, so that a step costs little.
 */
export function settledPrices(
  market: DayMarket,
  rows: DayRows,
  { from, objective, steps, mayGoOn = () => true }: Settling & { readonly from: DayBound },
): DayBound {
  const { requestCount, wanted } = market;
  const counter = counterAt(market, rows, from.price);
  const { price, times } = counter;
  const drift = new Float64Array(requestCount);
  let best: DayBound | null = null;
  let [length, waited] = [1, 0];
  for (let step = 0; step < steps && length > shortest && mayGoOn(); step++) {
    const value = counter.value();
    if (best === null || value < best.value) [best, waited] = [{ value, price: price.slice() }, 0];
    else if (++waited > patience) {
      [length, waited] = [length * shorter, 0];
      drift.fill(0);
      for (let i = 0; i < requestCount; i++)
        if (price[i] !== best.price[i]) counter.change(i, best.price[i] ?? 0);
      continue;
    }
    if (value <= objective) break;
    let square = 0;
    for (let i = 0; i < requestCount; i++) {
      const asked = (wanted[i] ?? 0) - (times[i] ?? 0) + momentum * (drift[i] ?? 0);
      drift[i] = asked > 0 && price[i] === 0 ? 0 : asked;
      square += (drift[i] ?? 0) * (drift[i] ?? 0);
    }
    if (square === 0) break;
    const size = (length * Number(value - objective)) / square;
    for (let i = 0; i < requestCount; i++) {
      if (drift[i] === 0) continue;
      const next = Math.max(0, Math.round((price[i] ?? 0) - size * (drift[i] ?? 0)));
      if (next !== price[i]) counter.change(i, next);
    }
  }
  return best !== null && best.value < from.value ? best : from;
}
