import type { DayAnswer, DayGround } from "./dayAnswer.ts";

/** A pair to add and up to two pairs of the same practitioner that make room for it; -1 for none. */
export interface Move {
  readonly loss: number;
  readonly pair: number;
  readonly first: number;
  readonly second: number;
}

/** Finds what must go so that a pair fits: the cheapest one or two others, by what their requests lose. */
export function moveFinder({ market, rows }: DayGround, answer: DayAnswer, price: Float64Array) {
  const { request, need, worth, slots, firstSlot, slotCost } = market;
  const { load, daysLeft, held, heldFrom } = answer;
  return (x: number): Move | null => {
    const [i, j] = [request[x] ?? 0, rows.person[x] ?? 0];
    const [from, count] = [heldFrom[j] ?? 0, load[j] ?? 0];
    const missingDays = (need[x] ?? 0) - (daysLeft[j] ?? 0);
    const missingSlots = count + 1 - (slots[j] ?? 0);
    const gain = (worth[x] ?? 0) - (price[i] ?? 0);
    const slot = (firstSlot[j] ?? 0) + count;
    if (missingSlots <= 0 && missingDays <= 0)
      return { loss: (slotCost[slot] ?? 0) - gain, pair: x, first: -1, second: -1 };
    const lossOf = (y: number): number => (worth[y] ?? 0) - (price[request[y] ?? 0] ?? 0);
    let [least, first, second] = [Infinity, -1, -1];
    for (let a = from; a < from + count; a++) {
      const one = held[a] ?? 0;
      if (request[one] === i) continue;
      const loss = lossOf(one);
      const days = need[one] ?? 0;
      if (missingSlots <= 1 && days >= missingDays) {
        if (loss < least) [least, first, second] = [loss, one, -1];
        continue;
      }
      for (let b = a + 1; b < from + count; b++) {
        const two = held[b] ?? 0;
        const both = loss + lossOf(two) - (slotCost[slot - 1] ?? 0);
        if (request[two] !== i && days + (need[two] ?? 0) >= missingDays && both < least)
          [least, first, second] = [both, one, two];
      }
    }
    return first < 0 ? null : { loss: least - gain, pair: x, first, second };
  };
}
