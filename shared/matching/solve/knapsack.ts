import { exact, mark, whole } from "../problem/cells.ts";
import type { Problem } from "../problem/problem.ts";

/** Things that one practitioner could take: the pair, what it earns, and the half-days it needs. */
export interface Items {
  count: number;
  readonly pair: Int32Array;
  readonly profit: Float64Array;
  readonly halfDays: Int32Array;
}

/** Room of one practitioner: slots by what they cost, cheapest first, and half-days. */
export interface Room {
  readonly firstSlot: number;
  readonly slots: number;
  readonly halfDays: number;
}

/** Packs items exactly for most profit less slot costs. */
export interface Packer {
  /** What the best packing earns; marks its pairs in `picked`. Reorders the items. */
  readonly pack: (items: Items, room: Room, picked: Uint8Array) => number;
}

/** Empty items with room for all pairs that any one practitioner has. */
export const itemsFor = (most: number): Items => ({
  count: 0,
  pair: new Int32Array(most),
  profit: new Float64Array(most),
  halfDays: new Int32Array(most),
});

function swap(items: Items, a: number, b: number): void {
  const { pair, profit, halfDays } = items;
  [pair[a], pair[b]] = [whole(pair, b), whole(pair, a)];
  [profit[a], profit[b]] = [exact(profit, b), exact(profit, a)];
  [halfDays[a], halfDays[b]] = [whole(halfDays, b), whole(halfDays, a)];
}

/** A packer for one problem, of whatever items a case leaves; it keeps its tables from one packing to the next. */
export function packerOf(problem: Problem): Packer {
  let value = new Float64Array(256);
  let chose = new Uint8Array(4096);

  /** Where half-days cannot bind: the best items one by one, while each earns more than its slot costs. */
  const packBest = (items: Items, room: Room, picked: Uint8Array): number => {
    let value = 0;
    for (let c = 0; c < room.slots && c < items.count; c++) {
      let best = c;
      for (let at = c + 1; at < items.count; at++)
        if (exact(items.profit, at) > exact(items.profit, best)) best = at;
      const net = exact(items.profit, best) - exact(problem.slotCost, room.firstSlot + c);
      if (net <= 0) break;
      value += net;
      picked[whole(items.pair, best)] = 1;
      swap(items, c, best);
    }
    return value;
  };

  /** Fills the tables: most profit for each number of slots, all used, and of half-days at most, and whether each item is in it. */
  const fill = (items: Items, slots: number, days: number): void => {
    const size = (slots + 1) * (days + 1);
    if (value.length < size) value = new Float64Array(size * 2);
    if (chose.length < size * items.count) chose = new Uint8Array(size * items.count * 2);
    value.fill(0, 0, days + 1).fill(-Infinity, days + 1, size);
    for (let at = 0; at < items.count; at++) {
      const [need, profit, page] = [whole(items.halfDays, at), exact(items.profit, at), at * size];
      chose.fill(0, page, page + size);
      for (let c = slots; c >= 1; c--) {
        const [row, below] = [c * (days + 1), (c - 1) * (days + 1)];
        for (let d = days; d >= need; d--) {
          const offered = exact(value, below + d - need) + profit;
          if (offered <= exact(value, row + d)) continue;
          value[row + d] = offered;
          chose[page + row + d] = 1;
        }
      }
    }
  };

  const packByDays = (items: Items, room: Room, picked: Uint8Array): number => {
    const slots = Math.min(room.slots, items.count);
    const days = room.halfDays;
    fill(items, slots, days);
    const size = (slots + 1) * (days + 1);
    let [count, best, paid] = [0, 0, 0];
    for (let c = 1; c <= slots; c++) {
      paid += exact(problem.slotCost, room.firstSlot + c - 1);
      const net = exact(value, c * (days + 1) + days) - paid;
      if (net > best) [count, best] = [c, net];
    }
    let left = days;
    for (let at = items.count - 1; at >= 0 && count > 0; at--) {
      if (mark(chose, at * size + count * (days + 1) + left) === 0) continue;
      picked[whole(items.pair, at)] = 1;
      left -= whole(items.halfDays, at);
      count--;
    }
    return best;
  };

  const pack = (items: Items, room: Room, picked: Uint8Array): number => {
    if (items.count === 0 || room.slots === 0) return 0;
    let needed = 0;
    for (let at = 0; at < items.count; at++) needed += whole(items.halfDays, at);
    // One slot takes one item, and each item was let in only if it fits.
    const simple = needed <= room.halfDays || room.slots === 1;
    return simple ? packBest(items, room, picked) : packByDays(items, room, picked);
  };
  return { pack };
}
