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

/** Brings the best items to the front, while each earns more than its slot costs: none has use for more slots. */
function bestFirst(items: Items, room: Room, slotCost: Float64Array): number {
  let count = 0;
  for (; count < room.slots && count < items.count; count++) {
    let best = count;
    for (let at = count + 1; at < items.count; at++)
      if (exact(items.profit, at) > exact(items.profit, best)) best = at;
    if (exact(items.profit, best) <= exact(slotCost, room.firstSlot + count)) break;
    swap(items, count, best);
  }
  return count;
}

/** Most profit for each number of slots, all used, and of half-days at most, and whether each item is in it. */
interface Tables {
  value: Float64Array;
  chose: Uint8Array;
}

/** Fills the tables. */
function fill(tables: Tables, items: Items, { slots, halfDays: days }: Room): void {
  const size = (slots + 1) * (days + 1);
  if (tables.value.length < size) tables.value = new Float64Array(size * 2);
  if (tables.chose.length < size * items.count) tables.chose = new Uint8Array(size * items.count * 2);
  const { value, chose } = tables;
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
}

/** Reads the best packing off the tables. */
function readOff({ value, chose }: Tables, items: Items, { room, slotCost, picked }: Asked): number {
  const { slots, halfDays: days } = room;
  const size = (slots + 1) * (days + 1);
  let [count, best, paid] = [0, 0, 0];
  for (let c = 1; c <= slots; c++) {
    paid += exact(slotCost, room.firstSlot + c - 1);
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
}

interface Asked {
  readonly room: Room;
  readonly slotCost: Float64Array;
  readonly picked: Uint8Array;
}

/** A packer for one problem, of whatever items a case leaves; it keeps its tables from one packing to the next. */
export function packerOf({ slotCost }: Problem): Packer {
  const tables: Tables = { value: new Float64Array(256), chose: new Uint8Array(4096) };
  const pack: Packer["pack"] = (items, given, picked) => {
    const slots = bestFirst(items, given, slotCost);
    let [value, needed] = [0, 0];
    for (let at = 0; at < slots; at++) {
      value += exact(items.profit, at) - exact(slotCost, given.firstSlot + at);
      needed += whole(items.halfDays, at);
    }
    // What would be best if days had no end is best where it keeps to them.
    if (needed > given.halfDays) {
      const room = { ...given, slots };
      fill(tables, items, room);
      return readOff(tables, items, { room, slotCost, picked });
    }
    for (let at = 0; at < slots; at++) picked[whole(items.pair, at)] = 1;
    return value;
  };
  return { pack };
}
