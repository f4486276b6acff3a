import { type Bound, type Prices, timesChosen } from "./bound.ts";
import { exact, whole } from "../problem/cells.ts";
import type { Problem } from "../problem/problem.ts";

/** Steps without a better bound before steps are made shorter. */
const patience = 6;
const momentum = 0.7;

/** How a bound is lowered: to what, and in how many steps. */
export interface Lowering {
  readonly steps: number;
  /** The objective that the bound is to come down to. */
  readonly target: () => bigint;
  readonly boundOf: (prices: Prices) => Bound;
  /** Shown each bound on the way, for answers that its picks suggest. */
  readonly visit: (bound: Bound) => void;
}

/** The tightest bound on the way and the prices that prove it. */
export interface Tightest {
  readonly prices: Prices;
  readonly value: bigint;
}

/** For each request, the price from which on nobody would choose it: a higher one proves nothing more. */
function dearest({ requestCount, start, weight, practitioner, slotStart, slotCost }: Problem): Float64Array {
  const most = new Float64Array(requestCount);
  for (let i = 0; i < requestCount; i++)
    for (let e = whole(start, i); e < whole(start, i + 1); e++) {
      const cheapest = Math.min(0, slotCost[whole(slotStart, whole(practitioner, e))] ?? 0);
      most[i] = Math.max(exact(most, i), exact(weight, e) - cheapest);
    }
  return most;
}

/**
 * Lowers a bound step by step: requests that are chosen too often become dearer, those not chosen cheaper.
 * The subgradient method with momentum; every price stays a whole number from 0 to where nobody would choose.
 */
export function descend(problem: Problem, from: Prices, descent: Lowering): Tightest {
  const most = dearest(problem);
  let [requestPrice, length, waited] = [from.requestPrice, 1, 0];
  let tightest: Tightest | null = null;
  let direction = new Float64Array(problem.requestCount);
  for (let step = 0; ; step++) {
    const prices = { requestPrice, groupPrice: from.groupPrice };
    const bound = descent.boundOf(prices);
    descent.visit(bound);
    if (tightest === null || bound.value < tightest.value)
      [tightest, waited] = [{ prices, value: bound.value }, 0];
    else waited++;
    if (step >= descent.steps || tightest.value <= descent.target()) return tightest;
    if (waited > patience) {
      [length, waited, direction] = [length / 2, 0, new Float64Array(problem.requestCount)];
      requestPrice = tightest.prices.requestPrice;
      continue;
    }
    const times = timesChosen(problem, bound.picked);
    let square = 0;
    for (let i = 0; i < problem.requestCount; i++) {
      const slack = whole(problem.wanted, i) - whole(times, i) + momentum * exact(direction, i);
      direction[i] = slack > 0 && exact(requestPrice, i) === 0 ? 0 : slack;
      square += exact(direction, i) * exact(direction, i);
    }
    if (square === 0) return tightest;
    const size = (length * Number(bound.value - descent.target())) / square;
    requestPrice = requestPrice.map((price, i) =>
      Math.min(exact(most, i), Math.max(0, Math.round(price - size * exact(direction, i)))),
    );
  }
}
