import { fewFitter, fewWishes, freeFitter, manyFitter, type Wishes } from "./dayFits.ts";
import type { DayMarket } from "./dayMarket.ts";
import type { Picks } from "./dayPicks.ts";

/**
 * Packs one practitioner's slots and days with the pairs that earn most at the prices of requests, adds them to
 * the picks and says how much they earn.
 */
export type Packing = (person: number, price: Float64Array, picks: Picks) => number;

/** Where slots are many, fewer wishes are tried in all ways that could be best; more go through a table. */
const [fewWishesOfMany, fewSlots] = [12, 5] as const;

/** Whether there are slots for as many wishes as days allow. */
function slotsSuffice({ count, need }: Wishes, slots: number, days: number): boolean {
  if (count <= slots) return true;
  if (slots <= fewSlots) return false;
  const smallest = need.slice(0, count).sort();
  let needed = 0;
  for (let q = 0; q <= slots; q++) needed += smallest[q] ?? 0;
  return needed > days;
}

/**
 * A packer over a market; it keeps its tables from one packing to the next. It is another than `knapsack.ts` has:
 * a market has no groups and no pairs fixed, and its picks are listed, since this is where the time goes.
 */
export function dayPackingOf(market: DayMarket): Packing {
  const { start, request, need, worth, slots, days, firstSlot, slotCost, work } = market;
  let widest = 1;
  for (let j = 0; j < market.personCount; j++)
    widest = Math.max(widest, (start[j + 1] ?? 0) - (start[j] ?? 0));
  const wishes: Wishes = {
    count: 0,
    pair: new Int32Array(widest),
    profit: new Float64Array(widest),
    need: new Int32Array(widest),
  };
  const fitFew = fewFitter(market, wishes);
  const fitMany = manyFitter(market, wishes);
  const fitFree = freeFitter(wishes);

  const packOne = (person: number, price: Float64Array, picks: Picks): number => {
    const cost = slotCost[firstSlot[person] ?? 0] ?? 0;
    let [best, which] = [cost, -1];
    for (let x = start[person] ?? 0, end = start[person + 1] ?? 0; x < end; x++) {
      const gain = (worth[x] ?? 0) - (price[request[x] ?? 0] ?? 0);
      if (gain > best) {
        best = gain;
        which = x;
      }
    }
    if (which >= 0) picks.pairs[picks.count++] = which;
    return best - cost;
  };

  /** Gathers what earns more than the first slot costs, the greatest profit first while they are few. */
  const gather = (person: number, price: Float64Array): number => {
    const least = slotCost[firstSlot[person] ?? 0] ?? 0;
    const { pair, profit, need: takes } = wishes;
    let [count, needed] = [0, 0];
    for (let x = start[person] ?? 0, end = start[person + 1] ?? 0; x < end; x++) {
      const gain = (worth[x] ?? 0) - (price[request[x] ?? 0] ?? 0);
      if (gain <= least) continue;
      let at = count++;
      if (count <= fewWishes)
        for (; at > 0 && (profit[at - 1] ?? 0) < gain - least; at--) {
          profit[at] = profit[at - 1] ?? 0;
          pair[at] = pair[at - 1] ?? 0;
          takes[at] = takes[at - 1] ?? 0;
        }
      profit[at] = gain - least;
      pair[at] = x;
      takes[at] = need[x] ?? 0;
      needed += need[x] ?? 0;
    }
    wishes.count = count;
    return needed;
  };

  return (person, price, picks) => {
    work.looks += (start[person + 1] ?? 0) - (start[person] ?? 0);
    const room = slots[person] ?? 0;
    if (room === 1) return packOne(person, price, picks);
    const needed = gather(person, price);
    const { count, pair, profit } = wishes;
    if (count === 0) return 0;
    const [first, most] = [firstSlot[person] ?? 0, days[person] ?? 0];
    const firstCost = slotCost[first] ?? 0;
    const isOneCost = slotCost[first + Math.min(count, room) - 1] === firstCost;
    if (isOneCost && count <= room && needed <= most) {
      let total = 0;
      for (let q = 0; q < count; q++) {
        picks.pairs[picks.count++] = pair[q] ?? 0;
        total += profit[q] ?? 0;
      }
      return total;
    }
    const isFree = (): boolean => isOneCost && slotsSuffice(wishes, room, most);
    const isFew = count <= (room <= fewSlots ? fewWishes : fewWishesOfMany);
    const fit = isFew ? fitFew : isFree() ? fitFree : fitMany;
    return fit({ slots: room, days: most, firstSlot: first, firstCost }, picks);
  };
}
