import { addTo, exact, mark, whole } from "../problem/cells.ts";
import { type Total, totalFromZero } from "../problem/total.ts";
import type { Fixing } from "./flow.ts";
import { itemsFor, packerOf } from "./knapsack.ts";
import { pairsByPractitioner, type Problem, requestOfPairs } from "../problem/problem.ts";

/** Prices of requests and groups. */
export interface Prices {
  readonly requestPrice: Float64Array;
  readonly groupPrice: Float64Array;
}

/** What prices prove: no answer to the case is worth more than `value`. */
export interface Bound {
  readonly value: bigint;
  /** The pairs that practitioners would choose if left to themselves, with those that the case takes. */
  readonly picked: Uint8Array;
}

/** Computes bounds of cases of one problem by packing each practitioner at the prices of the requests. */
export function boundFinder(problem: Problem): (prices: Prices, fixing: Fixing) => Bound {
  const packer = packerOf(problem);
  const owner = requestOfPairs(problem);
  const { start, pairs } = pairsByPractitioner(problem);
  const items = itemsFor(problem.weight.length);
  const [used, days] = [new Int32Array(problem.practitionerCount), new Int32Array(problem.practitionerCount)];

  /** Takes what the case takes; adds what it earns beyond the prices, less the slots it uses. */
  const takeFixed = (
    profitOf: (e: number) => number,
    fixing: Fixing,
    { picked, value }: { readonly picked: Uint8Array; readonly value: Total },
  ): void => {
    used.fill(0);
    days.set(problem.dayCapacity);
    fixing.forEach((fixed, e) => {
      if (fixed !== 1) return;
      const j = whole(problem.practitioner, e);
      value.add(profitOf(e) - exact(problem.slotCost, whole(problem.slotStart, j) + whole(used, j)));
      picked[e] = 1;
      addTo(used, j, 1);
      addTo(days, j, -whole(problem.need, e));
    });
  };

  return ({ requestPrice, groupPrice }, fixing) => {
    const picked = new Uint8Array(problem.weight.length);
    const profitOf = (e: number): number => {
      const g = whole(problem.group, e);
      const price = exact(requestPrice, whole(owner, e)) + (g < 0 ? 0 : exact(groupPrice, g));
      return exact(problem.weight, e) - price;
    };
    const value = totalFromZero();
    takeFixed(profitOf, fixing, { picked, value });
    for (let i = 0; i < problem.requestCount; i++)
      value.add(whole(problem.wanted, i) * exact(requestPrice, i));
    for (let g = 0; g < groupPrice.length; g++)
      value.add(whole(problem.groupLimit, g) * exact(groupPrice, g));
    for (let j = 0; j < problem.practitionerCount; j++) {
      items.count = 0;
      const firstSlot = whole(problem.slotStart, j) + whole(used, j);
      // A slot that earns by itself, up to somebody's least load, may be worth an item that earns nothing.
      const least = Math.min(0, problem.slotCost[firstSlot] ?? 0);
      for (let x = whole(start, j); x < whole(start, j + 1); x++) {
        const e = whole(pairs, x);
        const need = whole(problem.need, e);
        if (fixing[e] !== 0 || need > whole(days, j)) continue;
        const profit = profitOf(e);
        if (profit <= least) continue;
        items.pair[items.count] = e;
        items.profit[items.count] = profit;
        items.halfDays[items.count++] = need;
      }
      const room = {
        firstSlot,
        slots: whole(problem.slotStart, j + 1) - firstSlot,
        halfDays: whole(days, j),
      };
      value.add(packer.pack(items, room, picked));
    }
    return { value: value.value(), picked };
  };
}

/** How often each request is chosen in some pairs. */
export function timesChosen(problem: Problem, picked: Uint8Array): Int32Array {
  const times = new Int32Array(problem.requestCount);
  for (let i = 0; i < problem.requestCount; i++)
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      addTo(times, i, mark(picked, e));
  return times;
}
