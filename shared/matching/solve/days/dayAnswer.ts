import { grouped, startsOf } from "../../problem/cells.ts";
import { type DayMarket, worthOf } from "./dayMarket.ts";

/** Pairs by request: those of request `i` are `pairs[start[i]]` up to `pairs[start[i + 1]]`; and whose each is. */
export interface DayRows {
  readonly person: Int32Array;
  readonly start: Int32Array;
  readonly pairs: Int32Array;
}

/** Lists the pairs of a market by request. */
export function rowsOf({ requestCount, personCount, start, request }: DayMarket): DayRows {
  const person = new Int32Array(request.length);
  for (let j = 0; j < personCount; j++) person.fill(j, start[j], start[j + 1]);
  const { start: first, rows } = grouped(request, requestCount);
  return { person, start: first, pairs: rows };
}

/** A market with its pairs by request. */
export interface DayGround {
  readonly market: DayMarket;
  readonly rows: DayRows;
}

/** A feasible answer that changes pair by pair. */
export interface DayAnswer {
  /** 1 for each pair of the market that is taken. */
  readonly taken: Uint8Array;
  readonly load: Int32Array;
  readonly daysLeft: Int32Array;
  readonly open: Int32Array;
  /** Pairs held by practitioner `j`: the first `load[j]` from `heldFrom[j]` on. */
  readonly held: Int32Array;
  readonly heldFrom: Int32Array;
  /** Takes a pair, or gives it up; says by how much that changes the worth. */
  readonly add: (pair: number) => number;
  readonly remove: (pair: number) => number;
  readonly worth: () => bigint;
}

/** An answer in which nothing is taken yet. */
export function emptyAnswer(market: DayMarket, { person }: DayRows): DayAnswer {
  const { personCount, request, need, worth, firstSlot, slotCost, start, slots } = market;
  const taken = new Uint8Array(request.length);
  const [load, daysLeft, open] = [new Int32Array(personCount), market.days.slice(), market.wanted.slice()];
  const heldFrom = startsOf(slots.map((count, j) => Math.min(count, (start[j + 1] ?? 0) - (start[j] ?? 0))));
  const held = new Int32Array(heldFrom[personCount] ?? 0);
  const add = (x: number): number => {
    const [i, j] = [request[x] ?? 0, person[x] ?? 0];
    const count = load[j] ?? 0;
    held[(heldFrom[j] ?? 0) + count] = x;
    load[j] = count + 1;
    daysLeft[j] = (daysLeft[j] ?? 0) - (need[x] ?? 0);
    open[i] = (open[i] ?? 0) - 1;
    taken[x] = 1;
    return (worth[x] ?? 0) - (slotCost[(firstSlot[j] ?? 0) + count] ?? 0);
  };
  const remove = (x: number): number => {
    const [i, j] = [request[x] ?? 0, person[x] ?? 0];
    const count = (load[j] ?? 0) - 1;
    const from = heldFrom[j] ?? 0;
    let at = from;
    while (held[at] !== x) at++;
    held[at] = held[from + count] ?? 0;
    load[j] = count;
    daysLeft[j] = (daysLeft[j] ?? 0) + (need[x] ?? 0);
    open[i] = (open[i] ?? 0) + 1;
    taken[x] = 0;
    return (slotCost[(firstSlot[j] ?? 0) + count] ?? 0) - (worth[x] ?? 0);
  };
  return { taken, load, daysLeft, open, held, heldFrom, add, remove, worth: () => worthOf(market, taken) };
}
