import type { DayMarket } from "./dayMarket.ts";
import type { Picks } from "./dayPicks.ts";

/** Things that one practitioner would like, what each earns beyond the cost of the first slot, and how many they are. */
export interface Wishes {
  count: number;
  readonly pair: Int32Array;
  readonly profit: Float64Array;
  readonly need: Int32Array;
}

/** What a practitioner has to give. */
export interface Room {
  readonly slots: number;
  readonly days: number;
  readonly firstSlot: number;
  /** What the first slot costs, which profits are told without; less than nothing up to a least load. */
  readonly firstCost: number;
}

/** Adds the best of the wishes that fit to the picks, and says what they earn. */
export type Fit = (room: Room, picks: Picks) => number;

/** Up to so many wishes are fitted one by one; each is a bit of a mark. */
export const fewWishes = 24;

/** Fits few wishes, sorted by profit, the greatest first, by trying the ways that could be best. */
export function fewFitter({ slotCost }: DayMarket, wishes: Wishes): Fit {
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

/** Most that wishes earn for each number of slots and half days at most, and which of them are in it, a page for each. */
interface Table {
  value: Float64Array;
  chose: Uint8Array;
}

/** Empties the table for so many wishes, and so many cells of each. */
function clear(table: Table, count: number, size: number): void {
  if (table.value.length < size) table.value = new Float64Array(size * 2);
  if (table.chose.length < size * count) table.chose = new Uint8Array(size * count * 2);
  table.value.fill(0, 0, size);
  table.chose.fill(0, 0, size * count);
}

const emptyTable = (): Table => ({ value: new Float64Array(512), chose: new Uint8Array(8192) });

/** A row for each number of slots, which has a cell for each number of half days, none included. */
interface Shape {
  readonly slots: number;
  readonly width: number;
}

/** Fills the table, a page for each wish. */
function fill(table: Table, { count, profit, need }: Wishes, { slots, width }: Shape): void {
  const size = (slots + 1) * width;
  clear(table, count, size);
  const { value, chose } = table;
  for (let q = 0; q < count; q++) {
    const gain = profit[q] ?? 0;
    const takes = need[q] ?? 0;
    const page = q * size;
    for (let row = slots * width; row > 0; row -= width) {
      const below = row - width - takes;
      for (let d = width - 1; d >= takes; d--) {
        const offered = (value[below + d] ?? 0) + gain;
        if (offered <= (value[row + d] ?? 0)) continue;
        value[row + d] = offered;
        chose[page + row + d] = 1;
      }
    }
  }
}

/** Slots that could be of use: each with a wish that earns more than it costs. */
function usableSlots(
  { slotCost }: DayMarket,
  { count, profit }: Wishes,
  { slots, firstSlot, firstCost }: Room,
): number {
  for (let used = Math.min(count, slots); used > 0; used--) {
    const dearer = (slotCost[firstSlot + used - 1] ?? 0) - firstCost;
    let earning = 0;
    for (let q = 0; q < count && earning < used; q++) if ((profit[q] ?? 0) > dearer) earning++;
    if (earning === used) return used;
  }
  return 0;
}

/** Fits many wishes by a table of what slots and days at most could earn. */
export function manyFitter(market: DayMarket, wishes: Wishes): Fit {
  const { slotCost } = market;
  const { pair, need } = wishes;
  const table = emptyTable();
  return (room, picks) => {
    const { days, firstSlot, firstCost } = room;
    const width = days + 1;
    const slots = usableSlots(market, wishes, room);
    const size = (slots + 1) * width;
    fill(table, wishes, { slots, width });
    const { value, chose } = table;
    let [best, paid, rows] = [0, 0, 0];
    for (let used = 1; used <= slots; used++) {
      paid += (slotCost[firstSlot + used - 1] ?? 0) - firstCost;
      const net = (value[used * width + days] ?? 0) - paid;
      if (net > best) [best, rows] = [net, used];
    }
    let left = days;
    for (let q = wishes.count - 1, at = rows * width; q >= 0 && at > 0; q--) {
      if (chose[q * size + at + left] !== 1) continue;
      picks.pairs[picks.count++] = pair[q] ?? 0;
      left -= need[q] ?? 0;
      at -= width;
    }
    return best;
  };
}

/** Fits wishes for which there are slots enough at one cost: only days bind. */
export function freeFitter(wishes: Wishes): Fit {
  const { pair, profit, need } = wishes;
  const table = emptyTable();
  return ({ days }, picks) => {
    const { count } = wishes;
    const width = days + 1;
    clear(table, count, width);
    const { value, chose } = table;
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
