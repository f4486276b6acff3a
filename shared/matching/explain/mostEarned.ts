import { exact, whole } from "../problem/cells.ts";
import { itemsFor, packerOf, type Room } from "../solve/knapsack.ts";
import type { Problem } from "../problem/problem.ts";

/** Things to choose from for the most profit within a room; none in the beginning. */
export interface Choice {
  readonly clear: () => void;
  readonly add: (pair: number, profit: number, halfDays: number) => void;
  readonly most: (room: Room) => number;
}

/** With so few slots, trying the dearest things first finds the best sooner than tables over all half days. */
const fewSlots = 4;

/** Opens a choice for what any one practitioner of a problem could earn, slots paid for. */
export function choiceFor(problem: Problem): Choice {
  const packer = packerOf(problem);
  const picked = new Uint8Array(problem.weight.length);
  const items = itemsFor(problem.weight.length);
  const { profit, halfDays } = items;
  let [room, used, best]: [Room, number, number] = [{ firstSlot: 0, slots: 0, halfDays: 0 }, 0, 0];

  /** What could be earned at most with things from `at` on, if each had all half days that are left. */
  const couldBe = (at: number, daysLeft: number): number => {
    let sum = 0;
    for (let x = at, slot = used; x < items.count && slot < room.slots; x++) {
      if (whole(halfDays, x) > daysLeft) continue;
      const gain = exact(profit, x) - exact(problem.slotCost, room.firstSlot + slot++);
      if (gain <= 0) break;
      sum += gain;
    }
    return sum;
  };
  const tryFrom = (at: number, daysLeft: number, value: number): void => {
    if (value > best) best = value;
    if (used === room.slots) return;
    const slotCost = exact(problem.slotCost, room.firstSlot + used);
    for (let x = at; x < items.count; x++) {
      if (whole(halfDays, x) > daysLeft) continue;
      if (value + couldBe(x, daysLeft) <= best) return;
      used++;
      tryFrom(x + 1, daysLeft - whole(halfDays, x), value + exact(profit, x) - slotCost);
      used--;
    }
  };
  return {
    clear: () => {
      items.count = 0;
    },
    add: (pair, earned, days) => {
      let at = items.count++;
      for (; at > 0 && exact(profit, at - 1) < earned; at--) {
        items.pair[at] = whole(items.pair, at - 1);
        profit[at] = exact(profit, at - 1);
        halfDays[at] = whole(halfDays, at - 1);
      }
      items.pair[at] = pair;
      profit[at] = earned;
      halfDays[at] = days;
    },
    most: (given) => {
      if (given.slots > fewSlots) return packer.pack(items, given, picked);
      [room, used, best] = [given, 0, 0];
      tryFrom(0, room.halfDays, 0);
      return best;
    },
  };
}
