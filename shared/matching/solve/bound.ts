import { addTo, exact, mark, whole } from "../problem/cells.ts";
import { totalFromZero } from "../problem/total.ts";
import type { Fixing } from "./flow.ts";
import { type Items, itemsFor, type Packer, packerOf } from "./knapsack.ts";
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

/** Prices and a case at which somebody is left to themselves. */
interface At {
  readonly prices: Prices;
  readonly fixing: Fixing;
}

interface Earning extends At {
  readonly person: number;
}

/** Reckons at some prices what people earn and what that proves, in any case of one problem. */
interface Reckoner {
  /** What a practitioner earns at most with what the case takes and whatever they choose beside it; marks it in `picked`. */
  readonly earned: (person: number, at: At, picked: Uint8Array) => number;
  readonly boundOf: (prices: Prices, fixing: Fixing) => Bound;
}

/** What is at hand to reckon with: the request of each pair, pairs by practitioner, and items that are filled again and again. */
interface Means {
  readonly problem: Problem;
  readonly owner: Int32Array;
  readonly byPerson: ReturnType<typeof pairsByPractitioner>;
  readonly packer: Packer;
  readonly items: Items;
}

/** What a pair is worth beyond the prices of its request and group. */
function profitOf({ problem, owner }: Means, { requestPrice, groupPrice }: Prices, e: number): number {
  const g = whole(problem.group, e);
  const price = exact(requestPrice, whole(owner, e)) + (g < 0 ? 0 : exact(groupPrice, g));
  return exact(problem.weight, e) - price;
}

function earnedBy(means: Means, { person: j, prices, fixing }: Earning, picked: Uint8Array): number {
  const { problem, byPerson, packer, items } = means;
  let [value, firstSlot, halfDays] = [0, whole(problem.slotStart, j), whole(problem.dayCapacity, j)];
  const [first, end] = [whole(byPerson.start, j), whole(byPerson.start, j + 1)];
  for (let x = first; x < end; x++) {
    const e = whole(byPerson.pairs, x);
    if (fixing[e] !== 1) continue;
    value += profitOf(means, prices, e) - exact(problem.slotCost, firstSlot++);
    halfDays -= whole(problem.need, e);
    picked[e] = 1;
  }
  items.count = 0;
  // A slot that earns by itself, up to somebody's least load, may be worth an item that earns nothing.
  const least = Math.min(0, problem.slotCost[firstSlot] ?? 0);
  for (let x = first; x < end; x++) {
    const e = whole(byPerson.pairs, x);
    const need = whole(problem.need, e);
    if (fixing[e] !== 0 || need > halfDays) continue;
    const profit = profitOf(means, prices, e);
    if (profit <= least) continue;
    items.pair[items.count] = e;
    items.profit[items.count] = profit;
    items.halfDays[items.count++] = need;
  }
  const slots = whole(problem.slotStart, j + 1) - firstSlot;
  return value + packer.pack(items, { firstSlot, slots, halfDays }, picked);
}

/** Opens a reckoner, which keeps its tables from one question to the next. */
export function reckonerOf(problem: Problem): Reckoner {
  const means = {
    problem,
    owner: requestOfPairs(problem),
    byPerson: pairsByPractitioner(problem),
    packer: packerOf(problem),
    items: itemsFor(problem.weight.length),
  };
  const earned: Reckoner["earned"] = (person, at, picked) => earnedBy(means, { person, ...at }, picked);
  const boundOf: Reckoner["boundOf"] = (prices, fixing) => {
    const picked = new Uint8Array(problem.weight.length);
    const value = totalFromZero();
    for (let i = 0; i < problem.requestCount; i++)
      value.add(whole(problem.wanted, i) * exact(prices.requestPrice, i));
    for (let g = 0; g < prices.groupPrice.length; g++)
      value.add(whole(problem.groupLimit, g) * exact(prices.groupPrice, g));
    for (let person = 0; person < problem.practitionerCount; person++)
      value.add(earnedBy(means, { person, prices, fixing }, picked));
    return { value: value.value(), picked };
  };
  return { earned, boundOf };
}

/** Computes bounds of cases of one problem by packing each practitioner at the prices of the requests. */
export const boundFinder = (problem: Problem): Reckoner["boundOf"] => reckonerOf(problem).boundOf;

/** How often each request is chosen in some pairs. */
export function timesChosen(problem: Problem, picked: Uint8Array): Int32Array {
  const times = new Int32Array(problem.requestCount);
  for (let i = 0; i < problem.requestCount; i++)
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++)
      addTo(times, i, mark(picked, e));
  return times;
}
