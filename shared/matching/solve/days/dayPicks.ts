import type { DayMarket } from "./dayMarket.ts";

/** Pairs picked so far, one practitioner's after another's. */
export interface Picks {
  count: number;
  readonly pairs: Int32Array;
}

/** Room for the picks of everybody in a market. */
export function picksFor({ personCount, slots, start }: DayMarket): Picks {
  let most = 0;
  for (let j = 0; j < personCount; j++)
    most += Math.min(slots[j] ?? 0, (start[j + 1] ?? 0) - (start[j] ?? 0));
  return { count: 0, pairs: new Int32Array(most) };
}
