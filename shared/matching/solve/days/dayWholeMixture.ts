import { exact, mark, whole } from "../../problem/cells.ts";
import { type Problem, requestOfPairs } from "../../problem/problem.ts";
import { mixtureOf } from "../mixture/mixture.ts";
import type { Mixture } from "../mixture/terms.ts";
import { firstTierOf } from "./dayCeiling.ts";
import { dayMarketOf } from "./dayMarket.ts";
import { boundAt, type DayBound } from "./dayPrices.ts";

/** An answer of which more is sought, and prices of the first tier alone, in which a unit of it is so fine. */
export interface Seeking {
  readonly unit: number;
  readonly price: Float64Array;
  readonly fineness: number;
  readonly taken: Uint8Array;
  /** Units that no answer has more of, as far as is known. */
  readonly most: bigint;
  readonly mayGoOn: () => boolean;
}

/** Cells and pairs that all mixtures of the whole, or of one dive, may look at; and those when they bound cases too. */
export const mostWork = 600_000_000;
const mostWithCases = 4_000_000_000;
/** The first mixture begins with prices so far below those known, as a share of a unit: near enough to end soon. */
export const below = 1 / 50;
/** Best mixtures of all answers, each begun with the one before; null where they take too long. */
export interface Mixer {
  readonly mixture: Mixture;
  /** Pairs of an answer are favoured by a share of a unit. */
  readonly favouring: (taken: Uint8Array, favour: number) => Mixture | null;
  /** Worths are as told, and slots cost nothing. */
  readonly by: (worthOf: (pair: number) => number) => Mixture | null;
}

/** Begins mixtures of all answers with one that is known. */
export function mixerFor(problem: Problem, { unit, price, fineness, taken: first, mayGoOn }: Seeking): Mixer {
  const owner = requestOfPairs(problem);
  const mixture = mixtureOf(problem, first);
  const settled = (worthOf: (e: number) => number, slotScale: number, most = mostWork): Mixture | null =>
    mixture.settle({ worthOf, slotScale }, () => mixture.work() < most && mayGoOn()) ? mixture : null;
  let isBegun = false;
  return {
    mixture,
    favouring: (taken, favour) => {
      const worth = (e: number): number => exact(problem.weight, e) / unit + favour * mark(taken, e);
      const less = (e: number): number => Math.max(0, exact(price, whole(owner, e)) / fineness - below);
      isBegun ||= settled((e) => worth(e) - less(e), 1 / unit) !== null;
      return isBegun ? settled(worth, 1 / unit) : null;
    },
    by: (worthOf) => settled(worthOf, 0, mostWithCases),
  };
}

/** The best bound of the first tier alone that prices of mixtures prove. */
export function bounder(problem: Problem, { unit, fineness }: Seeking) {
  const market = dayMarketOf(firstTierOf(problem, unit, fineness));
  let best: DayBound | null = null;
  return (mixture: Mixture | null): DayBound | null => {
    if (mixture === null) return best;
    const { requestPrice } = mixture.prices();
    const next = boundAt(
      market,
      requestPrice.map((each) => Math.round(each * fineness)),
    );
    if (best === null || next.value < best.value) best = next;
    return best;
  };
}
