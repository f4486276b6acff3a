import { addTo } from "../../problem/cells.ts";
import type { DayMarket } from "./dayMarket.ts";
import { boundAt, type DayBound } from "./dayPrices.ts";

/** What is left of a market when some pairs are decided, what those taken are worth, and the bound of what is left. */
export interface Case {
  readonly left: DayMarket;
  readonly fixed: bigint;
  readonly bound: DayBound;
}

/** No answer in a case is worth more. */
export const mostOf = ({ bound, fixed }: Case): bigint => bound.value + fixed;

/** What is left when a pair is left out. */
const without = (left: DayMarket, pair: number): DayMarket => ({
  ...left,
  worth: left.worth.map((worth, x) => (x === pair ? -Infinity : worth)),
});

/** What is left when a pair is taken, without the pairs for which there is no room any more. */
function taking(left: DayMarket, pair: number, person: number): DayMarket {
  const [wanted, slots] = [left.wanted.slice(), left.slots.slice()];
  const [days, firstSlot, worth] = [left.days.slice(), left.firstSlot.slice(), left.worth.slice()];
  const request = left.request[pair] ?? 0;
  addTo(wanted, request, -1);
  addTo(slots, person, -1);
  addTo(firstSlot, person, 1);
  addTo(days, person, -(left.need[pair] ?? 0));
  worth[pair] = -Infinity;
  for (let x = left.start[person] ?? 0, end = left.start[person + 1] ?? 0; x < end; x++)
    if ((slots[person] ?? 0) < 1 || (left.need[x] ?? 0) > (days[person] ?? 0)) worth[x] = -Infinity;
  if ((wanted[request] ?? 0) < 1)
    for (let x = 0; x < worth.length; x++) if (left.request[x] === request) worth[x] = -Infinity;
  return { ...left, wanted, slots, days, firstSlot, worth };
}

/** The case without a pair, and the one that takes it, at the prices of what they take apart. */
export function halvesOf({ left, fixed, bound: { price } }: Case, pair: number, person: number) {
  const net = (left.worth[pair] ?? 0) - (left.slotCost[left.firstSlot[person] ?? 0] ?? 0);
  const caseOf = (next: DayMarket, more: bigint): Case => ({
    left: next,
    fixed: fixed + more,
    bound: boundAt(next, price),
  });
  return {
    without: caseOf(without(left, pair), 0n),
    taking: caseOf(taking(left, pair, person), BigInt(net)),
  };
}
