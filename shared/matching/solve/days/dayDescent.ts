import { totalFromZero } from "../../problem/total.ts";
import type { DayMarket } from "./dayMarket.ts";
import { dayPackingOf } from "./dayPacking.ts";
import { type Picks, picksFor } from "./dayPicks.ts";

/** Prices of requests on their way down to the tightest bound. */
export interface Descent {
  /** Prices as they stand, whole numbers from 0. */
  readonly price: Float64Array;
  /** What everybody picks at these prices, and where each practitioner's picks begin. */
  readonly picks: Picks;
  readonly pickStart: Int32Array;
  /** The tightest bound so far: no answer is worth more. */
  readonly best: { value: bigint | null; readonly price: Float64Array };
  /**
   * Has everybody pick at the prices. Says whether the picks are an answer, in which only places without a price stay
   * open: it is worth the bound, so that none is better.
   */
  readonly look: () => boolean;
  /** Moves each price against its request's places that were open or taken twice at the last look, by about `length` at most. */
  readonly step: (length: number) => void;
}

const [momentum, memory, least] = [0.9, 0.9, 0.1] as const;

/**
 * Lowers the Lagrangian bound: each practitioner packs freely at the prices of the requests; requests that are
 * packed too often become dearer, others cheaper. A subgradient method whose steps each request scales by how
 * unsteady it has been, as Adam does (Kingma and Ba), since no optimum to aim at is known.
 */
export function descentFrom(market: DayMarket, from: Float64Array): Descent {
  const { requestCount, personCount, request, wanted } = market;
  const price = from.map((value) => Math.max(0, Math.round(value)));
  const [exactly, drift, spread] = [
    price.slice(),
    new Float64Array(requestCount),
    new Float64Array(requestCount).fill(1),
  ];
  const open = new Int32Array(requestCount);
  const picks = picksFor(market);
  const pickStart = new Int32Array(personCount + 1);
  const pack = dayPackingOf(market);
  const best: Descent["best"] = { value: null, price: price.slice() };

  /** Counts places left open; says whether none is taken twice, nor stays open that has a price. */
  const countOpen = (): boolean => {
    open.set(wanted);
    for (let q = 0; q < picks.count; q++) {
      const i = request[picks.pairs[q] ?? 0] ?? 0;
      open[i] = (open[i] ?? 0) - 1;
    }
    for (let i = 0; i < requestCount; i++)
      if ((open[i] ?? 0) < 0 || ((open[i] ?? 0) > 0 && (price[i] ?? 0) > 0)) return false;
    return true;
  };

  const look = (): boolean => {
    const sum = totalFromZero();
    picks.count = 0;
    for (let i = 0; i < requestCount; i++) sum.add((wanted[i] ?? 0) * (price[i] ?? 0));
    for (let j = 0; j < personCount; j++) {
      sum.add(pack(j, price, picks));
      pickStart[j + 1] = picks.count;
    }
    const value = sum.value();
    const isAnswer = countOpen();
    if (best.value === null || value < best.value || isAnswer) {
      best.value = value;
      best.price.set(price);
    }
    return isAnswer;
  };

  const step = (length: number): void => {
    for (let i = 0; i < requestCount; i++) {
      const now = price[i] === 0 ? Math.min(0, open[i] ?? 0) : (open[i] ?? 0);
      const mean = momentum * (drift[i] ?? 0) + (1 - momentum) * now;
      const square = memory * (spread[i] ?? 0) + (1 - memory) * now * now;
      // IEEE 754 rounds square roots right, and V8 takes the processor's: every machine moves prices alike.
      const value = Math.max(0, (exactly[i] ?? 0) - (length * mean) / (Math.sqrt(square) + least));
      drift[i] = mean;
      spread[i] = square;
      exactly[i] = value;
      price[i] = Math.round(value);
    }
  };

  return { price, picks, pickStart, best, look, step };
}
