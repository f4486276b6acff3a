import type { DayAnswer, DayGround } from "./dayAnswer.ts";
import { type Move, moveFinder } from "./dayMoves.ts";

export interface ChainEffort {
  /** Moves that may be tried for each open place, and how long a chain may be. */
  readonly moves: number;
  readonly depth: number;
  /** How much worse than its price a chain may get on its way. */
  readonly slack: number;
  readonly price: Float64Array;
  readonly mayGoOn: () => boolean;
}

const branches = (depth: number): number => (depth === 0 ? 8 : depth < 3 ? 4 : 2);

/** Fills open places by chains of moves; says whether it could. */
function filler(ground: DayGround, answer: DayAnswer, effort: ChainEffort): (i: number) => boolean {
  const { market, rows } = ground;
  const { request } = market;
  const { price } = effort;
  const moveFor = moveFinder(ground, answer, price);
  const visited = new Int32Array(market.personCount);
  const trail: number[] = [];
  let [round, left] = [0, 0];

  const movesFor = (i: number, budget: number): Move[] => {
    const moves: Move[] = [];
    market.work.looks += (rows.start[i + 1] ?? 0) - (rows.start[i] ?? 0);
    for (let at = rows.start[i] ?? 0, end = rows.start[i + 1] ?? 0; at < end; at++) {
      const x = rows.pairs[at] ?? 0;
      if (answer.taken[x] === 1 || visited[rows.person[x] ?? 0] === round) continue;
      const move = moveFor(x);
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
      const j = rows.person[pair] ?? 0;
      stack.pop();
      visited[j] = round;
      const length = trail.length;
      let change = 0;
      for (const other of [first, second]) {
        if (other < 0) continue;
        change += answer.remove(other);
        trail.push(~other);
        stack.push(request[other] ?? 0);
      }
      change += answer.add(pair);
      trail.push(pair);
      const next = { gained: gained + change, budget: budget - Math.max(0, loss), depth: depth + 1 };
      if (place(stack, next)) return true;
      while (trail.length > length) {
        const step = trail.pop() ?? 0;
        if (step >= 0) answer.remove(step);
        else answer.add(~step);
      }
      visited[j] = 0;
      for (const other of [first, second]) if (other >= 0) stack.pop();
      stack.push(i);
    }
    return false;
  };

  return (i) => {
    round++;
    left = effort.moves;
    trail.length = 0;
    return place([i], { gained: 0, budget: (price[i] ?? 0) + effort.slack, depth: 0 });
  };
}

/** Moves one request to a practitioner with room, its old place going to the best request still open. */
function pull({ market, rows }: DayGround, answer: DayAnswer, x: number): boolean {
  const { start, request, need, worth, slots, firstSlot, slotCost, work } = market;
  const { taken, load, daysLeft, open } = answer;
  const [i, j] = [request[x] ?? 0, rows.person[x] ?? 0];
  const count = load[j] ?? 0;
  work.looks++;
  if ((need[x] ?? 0) > (daysLeft[j] ?? 0) || count >= (slots[j] ?? 0)) return false;
  const gain = (worth[x] ?? 0) - (slotCost[(firstSlot[j] ?? 0) + count] ?? 0);
  if ((open[i] ?? 0) > 0) return gain > 0 && answer.add(x) > 0;
  work.looks += (rows.start[i + 1] ?? 0) - (rows.start[i] ?? 0);
  for (let at = rows.start[i] ?? 0; at < (rows.start[i + 1] ?? 0); at++) {
    const old = rows.pairs[at] ?? 0;
    if (taken[old] !== 1) continue;
    const k = rows.person[old] ?? 0;
    const freed = slotCost[(firstSlot[k] ?? 0) + (load[k] ?? 0) - 1] ?? 0;
    const room = (daysLeft[k] ?? 0) + (need[old] ?? 0);
    let [best, most] = [-1, freed];
    work.looks += (start[k + 1] ?? 0) - (start[k] ?? 0);
    for (let y = start[k] ?? 0; y < (start[k + 1] ?? 0); y++) {
      if (taken[y] === 1 || (open[request[y] ?? 0] ?? 0) < 1 || (need[y] ?? 0) > room) continue;
      if ((worth[y] ?? 0) > most) [best, most] = [y, worth[y] ?? 0];
    }
    if (gain - (worth[old] ?? 0) + most <= 0) continue;
    answer.remove(old);
    answer.add(x);
    if (best >= 0) answer.add(best);
    return true;
  }
  return false;
}

/**
 * Improves a feasible answer by ejection chains: an open place is filled by pushing out one or two others, who
 * look for places of their own in turn. Only chains that raise the total are kept.
 */
export function improveByDayChains(ground: DayGround, answer: DayAnswer, effort: ChainEffort): void {
  const { market, rows } = ground;
  const { price, mayGoOn } = effort;
  const fill = filler(ground, answer, effort);
  for (let improved = true; improved && mayGoOn();) {
    improved = false;
    const waiting = Int32Array.from(price.keys())
      .filter((i) => (answer.open[i] ?? 0) > 0 && (rows.start[i + 1] ?? 0) > (rows.start[i] ?? 0))
      .sort((a, b) => (price[b] ?? 0) - (price[a] ?? 0) || a - b);
    for (const i of waiting) while ((answer.open[i] ?? 0) > 0 && mayGoOn() && fill(i)) improved = true;
    for (let j = 0; j < market.personCount && mayGoOn(); j++) {
      if ((answer.daysLeft[j] ?? 0) === 0 || (answer.load[j] ?? 0) >= (market.slots[j] ?? 0)) continue;
      for (let x = market.start[j] ?? 0; x < (market.start[j + 1] ?? 0); x++)
        if (answer.taken[x] === 0 && pull(ground, answer, x)) improved = true;
    }
  }
}
