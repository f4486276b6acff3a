import type { Problem } from "../../problem/problem.ts";
import { casesOf } from "./dayCases.ts";
import type { DayMarket } from "./dayMarket.ts";
import type { DayBound } from "./dayPrices.ts";
import { byPrices, type Proven } from "./daySettled.ts";

/** An answer that is known, and the prices beside it. */
interface Known {
  readonly objective: bigint;
  readonly taken: () => Uint8Array;
  readonly bound: DayBound;
}

interface Doubting {
  /** Splits into cases each time that an answer is shown again. */
  readonly splits: number;
  /** What answers are worth a multiple of. */
  readonly grain: number;
  readonly mayGoOn: () => boolean;
}

/** The least unit of cases, in shares of which their prices move, which are whole numbers. */
const leastUnit = 64;

/**
 * Takes apart by cases what is in doubt beside an answer that comes again, which is then mostly the best one. Cases go on
 * from one time to the next while the answer is the same.
 */
export function doubtOn(
  { groupLimit }: Problem,
  market: DayMarket,
  { splits, grain, mayGoOn }: Doubting,
): (known: Known) => Proven {
  let known: bigint | null = null;
  let takeApart: ((splits: number) => Proven) | null = null;
  let byCases: Proven | null = null;
  return ({ objective, taken, bound }) => {
    const plain = { bound: bound.value, proof: byPrices(bound.price, groupLimit.length) };
    if (objective !== known) [known, takeApart] = [objective, null];
    else if (splits > 0 && bound.value - objective >= grain) {
      takeApart ??= casesOf(market, bound.price, {
        limit: objective + BigInt(grain),
        unit: Math.max(leastUnit, 2 * Number(bound.value - objective)),
        taken: taken(),
        groupCount: groupLimit.length,
        mayGoOn,
      });
      const next = takeApart(splits);
      if (byCases === null || next.bound < byCases.bound) byCases = next;
    }
    return byCases !== null && byCases.bound < plain.bound ? byCases : plain;
  };
}
