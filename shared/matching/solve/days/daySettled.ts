import type { ProofCase } from "../../certificate/proof.ts";
import { type DayMarket, worthOf } from "./dayMarket.ts";
import type { DayBound } from "./dayPrices.ts";
import type { Problem } from "../../problem/problem.ts";

/** A bound with what proves it. */
export interface Proven {
  readonly bound: bigint;
  readonly proof: ProofCase;
}

/** A proof by prices of requests alone. */
export const byPrices = (requestPrice: Float64Array, groupCount: number): ProofCase => ({
  kind: "prices",
  requestPrice,
  groupPrice: new Float64Array(groupCount),
});

/** An answer where days bind, with the prices that bound how much better another could be. */
export interface DaysAnswer extends Proven {
  readonly taken: Uint8Array;
  readonly requestPrice: Float64Array;
  /** What the least earning pair of a practitioner whose slots are full earns: a lower estimate of a slot's worth. */
  readonly slotPrice: Float64Array;
  readonly objective: bigint;
  readonly rounds: number;
}

/** What is taken of the pairs of the market of all, and the bound. */
interface Settled {
  readonly taken: Uint8Array;
  readonly bound: DayBound;
  readonly rounds: number;
  /** What is proven; what the prices prove unless told. */
  readonly proven?: Proven;
}

/** Names the pairs taken as the problem does, and prices slots. */
export function answerOf(problem: Problem, whole: DayMarket, settled: Settled): DaysAnswer {
  const { taken, bound, rounds } = settled;
  const { start, request, worth, slots, origin } = whole;
  const chosen = new Uint8Array(problem.weight.length);
  const slotPrice = new Float64Array(problem.practitionerCount);
  for (let j = 0; j < whole.personCount; j++) {
    let [count, least] = [0, Infinity];
    for (let x = start[j] ?? 0, end = start[j + 1] ?? 0; x < end; x++) {
      if (taken[x] !== 1) continue;
      count++;
      chosen[origin[x] ?? 0] = 1;
      least = Math.min(least, (worth[x] ?? 0) - (bound.price[request[x] ?? 0] ?? 0));
    }
    const isFull = count > 0 && count >= (slots[j] ?? 0);
    slotPrice[j] = isFull ? Math.max(0, least) : 0;
  }
  const objective = worthOf(whole, taken);
  const { price: requestPrice, value } = bound;
  const { proven = { bound: value, proof: byPrices(requestPrice, problem.groupLimit.length) } } = settled;
  return { taken: chosen, requestPrice, slotPrice, objective, rounds, ...proven };
}
