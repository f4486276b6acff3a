import { exact, whole } from "../problem/cells.ts";
import { type Items, itemsFor, packerOf, type Room } from "../solve/knapsack.ts";
import type { Problem } from "../problem/problem.ts";

/** Things to choose from for the most profit within a room. */
export interface Choice {
  /** Begins again with nothing, for some room. */
  readonly begin: (room: Room) => void;
  readonly add: (pair: number, profit: number, halfDays: number) => void;
  /** Whether something of so much profit could raise what is earned. */
  readonly mayGain: (profit: number) => boolean;
  readonly most: () => number;
}

/** With so few slots, trying each thing with those before it finds the best sooner than tables over all half days. */
const fewSlots = 4;

/** Lists one thing more, those that earn most first; of equal ones it is the last. */
function insert(
  items: Items,
  { pair, earned, days }: { readonly pair: number; readonly earned: number; readonly days: number },
): void {
  const { profit, halfDays } = items;
  let at = items.count++;
  for (; at > 0 && exact(profit, at - 1) < earned; at--) {
    items.pair[at] = whole(items.pair, at - 1);
    profit[at] = exact(profit, at - 1);
    halfDays[at] = whole(halfDays, at - 1);
  }
  items.pair[at] = pair;
  profit[at] = earned;
  halfDays[at] = days;
}

/** Opens a choice for what any one practitioner of a problem could earn, slots paid for. */
export function choiceFor(problem: Problem): Choice {
  const packer = packerOf(problem);
  const picked = new Uint8Array(problem.weight.length);
  const items = itemsFor(problem.weight.length);
  const { profit, halfDays } = items;
  let [room, best]: [Room, number] = [{ firstSlot: 0, slots: 0, halfDays: 0 }, 0];
  const costOf = (slot: number): number => exact(problem.slotCost, room.firstSlot + slot);

  /** What things from `at` on could add at most beside so many, if each had all half days that are left. */
  const couldAdd = (at: number, daysLeft: number, used: number): number => {
    let sum = 0;
    for (let x = at, slot = used; x < items.count && slot < room.slots; x++) {
      if (whole(halfDays, x) > daysLeft) continue;
      const gain = exact(profit, x) - costOf(slot++);
      if (gain <= 0) break;
      sum += gain;
    }
    return sum;
  };
  const tryFrom = (at: number, daysLeft: number, { value, used }: { value: number; used: number }): void => {
    if (value > best) best = value;
    if (used === room.slots) return;
    for (let x = at; x < items.count; x++) {
      if (whole(halfDays, x) > daysLeft) continue;
      if (value + couldAdd(x, daysLeft, used) <= best) return;
      const next = { value: value + exact(profit, x) - costOf(used), used: used + 1 };
      tryFrom(x + 1, daysLeft - whole(halfDays, x), next);
    }
  };
  /** Whether each slot could have something that earns no less and takes no longer: then one of these does as well. */
  const isOutdone = (earned: number, days: number): boolean => {
    let better = 0;
    for (let x = 0; better < room.slots && x < items.count && exact(profit, x) >= earned; x++)
      if (whole(halfDays, x) <= days) better++;
    return better === room.slots;
  };
  return {
    begin: (given) => {
      [room, best] = [given, 0];
      items.count = 0;
    },
    add: (pair, earned, days) => {
      if (days > room.halfDays || isOutdone(earned, days)) return;
      if (room.slots <= fewSlots) tryFrom(0, room.halfDays - days, { value: earned - costOf(0), used: 1 });
      insert(items, { pair, earned, days });
    },
    mayGain: (earned) => {
      if (room.slots === 0 || earned <= costOf(0)) return false;
      return room.slots > fewSlots || earned - costOf(0) + couldAdd(0, room.halfDays, 1) > best;
    },
    most: () => (room.slots > fewSlots ? packer.pack(items, room, picked) : best),
  };
}
