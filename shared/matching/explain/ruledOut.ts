import type { Problem } from "../problem/problem.ts";
import { rowsOf } from "../solve/days/dayAnswer.ts";
import { dayMarketOf } from "../solve/days/dayMarket.ts";
import { boundAt, type DayBound, lowered } from "../solve/days/dayPrices.ts";
import type { Assignment, Tiers } from "../solve/places/assign.ts";
import { settlingSteps, stage, way, type Way } from "../solve/sized/sizedDays.ts";
import { settledPrices } from "../solve/sized/settlePrices.ts";
import { sizedBound } from "../solve/sized/sizedPrices.ts";

/** What an answer would have to be worth beyond one that is known, and how weights are built. */
interface Asked {
  readonly known: bigint;
  readonly least: bigint;
  readonly tiers: Tiers;
  /** The best answer if days had no end. */
  readonly places: Assignment;
  /** What each request of the problem is called in other problems. */
  readonly requests: readonly number[];
}

/**
 * Opens proofs, by prices, that no answer to a problem is worth so much. Limits of groups are not asked. Problems
 * around the same request have most of their prices in common: those found last are tried first, and further ways to
 * better ones only as long as a doubt is left.
 */
export function rulerOut(): (problem: Problem, asked: Asked) => boolean {
  const last = new Map<number, number>();
  return (problem, { known, least, tiers, places, requests }) => {
    const market = dayMarketOf(problem);
    const begun = places.requestPrice.map((price, i) => last.get(requests[i] ?? -1) ?? Math.round(price));
    const down = (from: DayBound, { length, ...pace }: Way): DayBound =>
      lowered(market, from, { ...pace, length: length * tiers.room, slack: tiers.room, spent: () => 0 });
    const ways = [
      () => sizedBound(problem, market, { tiers, places }),
      (from: DayBound) => down(from, way),
      (from: DayBound) =>
        settledPrices(market, rowsOf(market), { from, objective: known, steps: settlingSteps }),
      (from: DayBound) => down(from, stage),
    ];
    let best = boundAt(market, begun);
    for (const next of ways) {
      if (best.value < least) break;
      const found = next(best);
      if (found.value < best.value) best = found;
    }
    requests.forEach((request, i) => last.set(request, best.price[i] ?? 0));
    return best.value < least;
  };
}
