import { addTo } from "../../problem/cells.ts";
import type { DayMarket } from "./dayMarket.ts";

export interface Effort {
  /** Moves that may be tried for each open place, and how long a chain may be. */
  readonly moves: number;
  readonly depth: number;
  /** How much worse than its price a chain may get on its way. */
  readonly slack: number;
  readonly requestPrice: Float64Array;
  readonly mayGoOn: () => boolean;
}

/** A pair to add and up to two pairs of the same practitioner that make room for it; -1 for none. */
interface Move {
  readonly loss: number;
  readonly pair: number;
  readonly first: number;
  readonly second: number;
}

const branches = (depth: number): number => (depth === 0 ? 8 : depth < 3 ? 4 : 2);

/**
 * Improves a feasible answer by ejection chains: an open place is filled by pushing out one or two others, who
 * look for places of their own in turn. Only chains that raise the total are kept. Changes `taken`.
 */
export function improveDays(market: DayMarket, taken: Uint8Array, effort: Effort): void {
  const { requestCount, personCount, start, person, worth, owner, backStart, back, wanted, need, slots } =
    market;
  const { requestPrice, mayGoOn } = effort;
  const held: number[][] = Array.from({ length: personCount }, () => []);
  const daysLeft = market.days.slice();
  const filled = new Int32Array(requestCount);
  const visited = new Int32Array(personCount);
  const trail: number[] = [];
  let [round, left] = [0, 0];

  const add = (e: number): void => {
    const [i, j] = [owner[e] ?? 0, person[e] ?? 0];
    held[j]?.push(e);
    addTo(daysLeft, j, -(need[e] ?? 0));
    addTo(filled, i, 1);
    taken[e] = 1;
  };
  const remove = (e: number): void => {
    const [i, j] = [owner[e] ?? 0, person[e] ?? 0];
    const items = held[j] ?? [];
    items[items.indexOf(e)] = items.at(-1) ?? e;
    items.pop();
    addTo(daysLeft, j, need[e] ?? 0);
    addTo(filled, i, -1);
    taken[e] = 0;
  };
  for (let e = 0; e < taken.length; e++) if (taken[e] === 1) add(e);

  /** The cheapest one or two pairs that must go so that a request fits, by what their requests lose. */
  const roomFor = (i: number, e: number): Move | null => {
    const j = person[e] ?? 0;
    const items = held[j] ?? [];
    const missingDays = (need[e] ?? 0) - (daysLeft[j] ?? 0);
    const missingSlots = items.length + 1 - (slots[j] ?? 0);
    const gain = (worth[e] ?? 0) - (requestPrice[i] ?? 0);
    if (missingSlots <= 0 && missingDays <= 0) return { loss: -gain, pair: e, first: -1, second: -1 };
    const lossOf = (other: number): number => (worth[other] ?? 0) - (requestPrice[owner[other] ?? 0] ?? 0);
    let [least, first, second] = [Infinity, -1, -1];
    for (const [x, one] of items.entries()) {
      if (owner[one] === i) continue;
      const loss = lossOf(one);
      const days = need[one] ?? 0;
      if (missingSlots <= 1 && days >= missingDays) {
        if (loss < least) [least, first, second] = [loss, one, -1];
        continue;
      }
      for (let y = x + 1; y < items.length; y++) {
        const two = items[y] ?? 0;
        const both = loss + lossOf(two);
        if (owner[two] !== i && days + (need[two] ?? 0) >= missingDays && both < least)
          [least, first, second] = [both, one, two];
      }
    }
    return first < 0 ? null : { loss: least - gain, pair: e, first, second };
  };

  const movesFor = (i: number, budget: number): Move[] => {
    const moves: Move[] = [];
    for (let e = start[i] ?? 0; e < (start[i + 1] ?? 0); e++) {
      if (taken[e] === 1 || visited[person[e] ?? 0] === round) continue;
      const move = roomFor(i, e);
      if (move !== null && (move.first < 0 || move.loss < budget)) moves.push(move);
    }
    return moves.sort((a, b) => a.loss - b.loss);
  };

  /** Finds places for the requests of the stack; those left over when the total has risen stay open. */
  const place = (stack: number[], state: { gained: number; budget: number; depth: number }): boolean => {
    const { gained, budget, depth } = state;
    if (gained > 0) return true;
    const i = stack.at(-1);
    if (i === undefined || depth >= effort.depth || left <= 0) return false;
    for (const { loss, pair, first, second } of movesFor(i, budget).slice(0, branches(depth))) {
      if (loss >= budget || left-- <= 0) return false;
      const j = person[pair] ?? 0;
      stack.pop();
      visited[j] = round;
      const length = trail.length;
      let change = worth[pair] ?? 0;
      for (const other of [first, second]) {
        if (other < 0) continue;
        remove(other);
        trail.push(~other);
        stack.push(owner[other] ?? 0);
        change -= worth[other] ?? 0;
      }
      add(pair);
      trail.push(pair);
      const next = { gained: gained + change, budget: budget - Math.max(0, loss), depth: depth + 1 };
      if (place(stack, next)) return true;
      while (trail.length > length) {
        const step = trail.pop() ?? 0;
        if (step >= 0) remove(step);
        else add(~step);
      }
      visited[j] = 0;
      for (const other of [first, second]) if (other >= 0) stack.pop();
      stack.push(i);
    }
    return false;
  };

  const fillOpen = (): boolean => {
    let improved = false;
    const open: number[] = [];
    for (let i = 0; i < requestCount; i++)
      if ((filled[i] ?? 0) < (wanted[i] ?? 0) && (start[i + 1] ?? 0) > (start[i] ?? 0)) open.push(i);
    open.sort((a, b) => (requestPrice[b] ?? 0) - (requestPrice[a] ?? 0) || a - b);
    for (const i of open)
      while ((filled[i] ?? 0) < (wanted[i] ?? 0) && mayGoOn()) {
        round++;
        left = effort.moves;
        trail.length = 0;
        const budget = (requestPrice[i] ?? 0) + effort.slack;
        if (!place([i], { gained: 0, budget, depth: 0 })) break;
        improved = true;
      }
    return improved;
  };

  /** Moves one request to a practitioner with room, its old place going to the best request still open. */
  const pull = (e: number): boolean => {
    const [i, j] = [owner[e] ?? 0, person[e] ?? 0];
    if ((need[e] ?? 0) > (daysLeft[j] ?? 0) || (held[j]?.length ?? 0) >= (slots[j] ?? 0)) return false;
    if ((filled[i] ?? 0) < (wanted[i] ?? 0)) {
      add(e);
      return true;
    }
    for (let old = start[i] ?? 0; old < (start[i + 1] ?? 0); old++) {
      if (taken[old] !== 1) continue;
      const k = person[old] ?? 0;
      const room = (daysLeft[k] ?? 0) + (need[old] ?? 0);
      let [best, most] = [-1, 0];
      for (let x = backStart[k] ?? 0; x < (backStart[k + 1] ?? 0); x++) {
        const other = back[x] ?? 0;
        const o = owner[other] ?? 0;
        if (taken[other] === 1 || (filled[o] ?? 0) >= (wanted[o] ?? 0) || (need[other] ?? 0) > room) continue;
        if ((worth[other] ?? 0) > most) [best, most] = [other, worth[other] ?? 0];
      }
      if ((worth[e] ?? 0) - (worth[old] ?? 0) + most <= 0) continue;
      remove(old);
      add(e);
      if (best >= 0) add(best);
      return true;
    }
    return false;
  };

  for (let improved = true; improved && mayGoOn();) {
    improved = fillOpen();
    for (let j = 0; j < personCount && mayGoOn(); j++) {
      if ((daysLeft[j] ?? 0) === 0 || (held[j]?.length ?? 0) >= (slots[j] ?? 0)) continue;
      for (let x = backStart[j] ?? 0; x < (backStart[j + 1] ?? 0); x++)
        if (taken[back[x] ?? 0] === 0 && pull(back[x] ?? 0)) improved = true;
    }
  }
}
