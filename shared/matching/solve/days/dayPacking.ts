import type { DayMarket } from "./dayMarket.ts";

/** Pairs picked so far, one practitioner's after another's. */
export interface Picks {
  count: number;
  readonly pairs: Int32Array;
}

/**
 * Packs one practitioner's slots and days with the pairs that earn most at the prices of requests, adds them to
 * the picks and says how much they earn.
 */
export type Packing = (person: number, price: Float64Array, picks: Picks) => number;

/** Room for the picks of everybody in a market. */
export function picksFor({ personCount, slots, start }: DayMarket): Picks {
  let most = 0;
  for (let j = 0; j < personCount; j++)
    most += Math.min(slots[j] ?? 0, (start[j + 1] ?? 0) - (start[j] ?? 0));
  return { count: 0, pairs: new Int32Array(most) };
}

/** Things that one practitioner would like, what each earns beyond the cost of the first slot, and how many they are. */
interface Wishes {
  count: number;
  readonly pair: Int32Array;
  readonly profit: Float64Array;
  readonly need: Int32Array;
}

interface Room {
  readonly slots: number;
  readonly days: number;
  readonly firstSlot: number;
  /** What the first slot costs, which profits are told without; less than nothing up to a least load. */
  readonly firstCost: number;
}

type Fit = (room: Room, picks: Picks) => number;

/** Up to so many wishes are tried in all ways that could be best, and fewer where slots are many; more go through a table. */
const [fewWishes, fewWishesOfMany, fewSlots] = [24, 12, 5] as const;

/** Fits few wishes, sorted by profit, the greatest first, by trying the ways that could be best. */
function fewFitter({ slotCost }: DayMarket, wishes: Wishes): Fit {
  const { pair, profit, need } = wishes;
  const sum = new Float64Array(fewWishes + 1);
  let [best, chosen] = [0, 0];
  // What the wishes chosen so far earn, which they are as bits, and what is left beside them.
  let [value, used, daysLeft, slot, base] = [0, 0, 0, 0, 0];

  /** Goes on from wish `q` with so many slots left. */
  const explore = (q: number, left: number): void => {
    if (value > best) {
      best = value;
      chosen = used;
    }
    if (left === 0) return;
    for (let at = q; at < wishes.count; at++) {
      const most = (sum[Math.min(wishes.count, at + left)] ?? 0) - (sum[at] ?? 0);
      if (value + most <= best) return;
      const takes = need[at] ?? 0;
      if (takes > daysLeft) continue;
      const before = value;
      value += (profit[at] ?? 0) + base - (slotCost[slot++] ?? 0);
      daysLeft -= takes;
      used |= 1 << at;
      explore(at + 1, left - 1);
      value = before;
      daysLeft += takes;
      used ^= 1 << at;
      slot--;
    }
  };

  return ({ slots, days, firstSlot, firstCost }, picks) => {
    for (let q = 0; q < wishes.count; q++) sum[q + 1] = (sum[q] ?? 0) + (profit[q] ?? 0);
    [best, chosen, value, used, daysLeft, slot, base] = [0, 0, 0, 0, days, firstSlot, firstCost];
    explore(0, slots);
    for (let q = 0; q < wishes.count; q++)
      if ((chosen & (1 << q)) !== 0) picks.pairs[picks.count++] = pair[q] ?? 0;
    return best;
  };
}

/** Fits many wishes by a table of what slots and days at most could earn. */
function manyFitter({ slotCost }: DayMarket, wishes: Wishes): Fit {
  const { pair, profit, need } = wishes;
  let value = new Float64Array(512);
  let chose = new Uint8Array(8192);

  const fill = (count: number, rows: number, width: number): void => {
    const size = (rows + 1) * width;
    if (value.length < size) value = new Float64Array(size * 2);
    if (chose.length < size * count) chose = new Uint8Array(size * count * 2);
    value.fill(0, 0, size);
    chose.fill(0, 0, size * count);
    for (let q = 0; q < count; q++) {
      const gain = profit[q] ?? 0;
      const takes = need[q] ?? 0;
      const page = q * size;
      for (let row = rows * width; row > 0; row -= width) {
        const below = row - width - takes;
        for (let d = width - 1; d >= takes; d--) {
          const offered = (value[below + d] ?? 0) + gain;
          if (offered <= (value[row + d] ?? 0)) continue;
          value[row + d] = offered;
          chose[page + row + d] = 1;
        }
      }
    }
  };

  return ({ slots, days, firstSlot, firstCost }, picks) => {
    const { count } = wishes;
    const width = days + 1;
    const most = Math.min(count, slots);
    const size = (most + 1) * width;
    fill(count, most, width);
    let [best, paid, rows] = [0, 0, 0];
    for (let used = 1; used <= most; used++) {
      paid += (slotCost[firstSlot + used - 1] ?? 0) - firstCost;
      const net = (value[used * width + days] ?? 0) - paid;
      if (net > best) [best, rows] = [net, used];
    }
    let left = days;
    for (let q = count - 1, at = rows * width; q >= 0 && at > 0; q--) {
      if (chose[q * size + at + left] !== 1) continue;
      picks.pairs[picks.count++] = pair[q] ?? 0;
      left -= need[q] ?? 0;
      at -= width;
    }
    return best;
  };
}

/** Whether there are slots for as many wishes as days allow. */
function slotsSuffice({ count, need }: Wishes, slots: number, days: number): boolean {
  if (count <= slots) return true;
  if (slots <= fewSlots) return false;
  const smallest = need.slice(0, count).sort();
  let needed = 0;
  for (let q = 0; q <= slots; q++) needed += smallest[q] ?? 0;
  return needed > days;
}

/** Fits wishes for which there are slots enough at one cost: only days bind. */
function freeFitter(wishes: Wishes): Fit {
  const { pair, profit, need } = wishes;
  let value = new Float64Array(512);
  let chose = new Uint8Array(8192);
  return ({ days }, picks) => {
    const { count } = wishes;
    const width = days + 1;
    if (value.length < width) value = new Float64Array(width * 2);
    if (chose.length < width * count) chose = new Uint8Array(width * count * 2);
    value.fill(0, 0, width);
    chose.fill(0, 0, width * count);
    for (let q = 0; q < count; q++) {
      const gain = profit[q] ?? 0;
      const takes = need[q] ?? 0;
      for (let d = days; d >= takes; d--) {
        const offered = (value[d - takes] ?? 0) + gain;
        if (offered <= (value[d] ?? 0)) continue;
        value[d] = offered;
        chose[q * width + d] = 1;
      }
    }
    let left = days;
    for (let q = count - 1; q >= 0; q--) {
      if (chose[q * width + left] !== 1) continue;
      picks.pairs[picks.count++] = pair[q] ?? 0;
      left -= need[q] ?? 0;
    }
    return value[days] ?? 0;
  };
}

/** A packer over a market; it keeps its tables from one packing to the next. */
export function dayPackingOf(market: DayMarket): Packing {
  const { start, request, need, worth, slots, days, firstSlot, slotCost } = market;
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
