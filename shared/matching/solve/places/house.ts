import { whole } from "../../problem/cells.ts";
import type { Market } from "./market.ts";

/** Who holds what while an auction runs. */
export interface House {
  /** The pair in each slot, or -1 where it is not given, the request that bid for it, and how much. */
  readonly holder: Int32Array;
  readonly bidder: Int32Array;
  readonly paid: Int32Array;
  /** Slots that each practitioner has given: the first ones, while requests bid. */
  readonly load: Int32Array;
  /** Places for which nobody has bid yet. */
  readonly waiting: Int32Array;
  /** What each practitioner costs, and in the last cell nobody: more than any pair is worth. */
  readonly price: Int32Array;
}

/** What each pair is worth to its request, and by how much a bid goes beyond the second choice. */
export interface Bidding {
  readonly worth: Int32Array;
  readonly step: number;
}

/** One entry per place wanted, so that the first request is the first to bid. */
function waitingLine(wanted: Int32Array): Int32Array {
  const line = new Int32Array(wanted.reduce((sum, count) => sum + count, 0));
  let at = 0;
  for (let i = wanted.length - 1; i >= 0; i--)
    for (let unit = wanted[i] ?? 0; unit > 0; unit--) line[at++] = i;
  return line;
}

/** A house in which nothing is given and everybody costs nothing, but nobody so much. */
export function emptyHouse({ practitioner, slotStart, wanted }: Market, nobodyCosts: number): House {
  const people = practitioner.length;
  const slots = whole(slotStart, people);
  const price = new Int32Array(people + 1);
  price[people] = nobodyCosts;
  return {
    holder: new Int32Array(slots).fill(-1),
    bidder: new Int32Array(slots),
    paid: new Int32Array(slots),
    load: new Int32Array(people),
    waiting: waitingLine(wanted),
    price,
  };
}

/** Empties all slots. While a pair was held, the market had nobody in the place of its practitioner. */
export function giveBack({ slotStart, person }: Market, { holder, load }: House): void {
  for (let j = 0; j < load.length; j++) {
    if (load[j] === 0) continue;
    for (let s = slotStart[j] ?? 0, end = slotStart[j + 1] ?? 0; s < end; s++) {
      const pair = holder[s] ?? -1;
      if (pair >= 0) person[pair] = j;
    }
  }
  holder.fill(-1);
  load.fill(0);
}
