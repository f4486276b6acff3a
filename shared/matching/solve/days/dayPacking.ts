import type { DayMarket } from "./dayMarket.ts";

/** Packs one practitioner's slots and days with the pairs that earn most; says how much, marking them. */
export type Packing = (person: number, profit: Float64Array, picked: Uint8Array) => number;

/** A packer over a market; it keeps its tables from one packing to the next. */
export function dayPackingOf(market: DayMarket): Packing {
  const { backStart, back, need, slots, days } = market;
  let value = new Float64Array(512);
  let chose = new Uint8Array(8192);
  let items = new Int32Array(256);
  let chosen = 0;

  const byTable = (person: number, count: number, profit: Float64Array): number => {
    const rows = Math.min(count, slots[person] ?? 0);
    const width = (days[person] ?? 0) + 1;
    const size = (rows + 1) * width;
    if (value.length < size) value = new Float64Array(size * 2);
    if (chose.length < size * count) chose = new Uint8Array(size * count * 2);
    value.fill(0, 0, size);
    for (let x = 0; x < count; x++) {
      const e = items[x] ?? 0;
      const gain = profit[e] ?? 0;
      const takes = need[e] ?? 0;
      const page = x * size;
      for (let c = rows; c >= 1; c--) {
        const row = c * width;
        const below = row - width - takes;
        for (let d = width - 1; d >= takes; d--) {
          const offered = (value[below + d] ?? 0) + gain;
          const better = offered > (value[row + d] ?? 0);
          if (better) value[row + d] = offered;
          chose[page + row + d] = better ? 1 : 0;
        }
        for (let d = takes - 1; d >= 0; d--) chose[page + row + d] = 0;
      }
    }
    return size;
  };

  const trace = (person: number, size: number, picked: Uint8Array): number => {
    const width = (days[person] ?? 0) + 1;
    let row = size - width;
    let left = width - 1;
    const best = value[row + left] ?? 0;
    for (let x = chosen - 1; x >= 0 && row > 0; x--) {
      if (chose[x * size + row + left] !== 1) continue;
      const e = items[x] ?? 0;
      picked[e] = 1;
      left -= need[e] ?? 0;
      row -= width;
    }
    return best;
  };

  return (person, profit, picked) => {
    const from = backStart[person] ?? 0;
    const to = backStart[person + 1] ?? 0;
    if (items.length < to - from) items = new Int32Array((to - from) * 2);
    let count = 0;
    let needed = 0;
    let total = 0;
    let best = -1;
    for (let x = from; x < to; x++) {
      const e = back[x] ?? 0;
      const gain = profit[e] ?? 0;
      picked[e] = 0;
      if (gain <= 0) continue;
      items[count++] = e;
      needed += need[e] ?? 0;
      total += gain;
      if (best < 0 || gain > (profit[best] ?? 0)) best = e;
    }
    if (count === 0) return 0;
    const room = slots[person] ?? 0;
    if (count <= room && needed <= (days[person] ?? 0)) {
      for (let x = 0; x < count; x++) picked[items[x] ?? 0] = 1;
      return total;
    }
    if (room === 1) {
      picked[best] = 1;
      return profit[best] ?? 0;
    }
    chosen = count;
    return trace(person, byTable(person, count, profit), picked);
  };
}
