import type { DayAnswer, DayGround } from "./dayAnswer.ts";
import { type Move, moveFinder } from "./dayMoves.ts";

/** How far chains are looked for. */
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

/** A chain that is looked for: whom it has met in this round, what it has changed, and how many moves may still be tried. */
interface Chain {
  readonly ground: DayGround;
  readonly answer: DayAnswer;
  readonly effort: ChainEffort;
  readonly moveFor: ReturnType<typeof moveFinder>;
  readonly visited: Int32Array;
  /** Pairs added, and those removed as their complement. */
  readonly trail: number[];
  round: number;
  left: number;
}

/** What a chain has gained, how much it may still lose, and how long it is. */
interface State {
  readonly gained: number;
  readonly budget: number;
  readonly depth: number;
}

/** Moves by which a request could be filled, those that lose least first. */
function movesFor({ ground, answer, moveFor, visited, round }: Chain, i: number, budget: number): Move[] {
  const { market, rows } = ground;
  const moves: Move[] = [];
  market.work.looks += (rows.start[i + 1] ?? 0) - (rows.start[i] ?? 0);
  for (let at = rows.start[i] ?? 0, end = rows.start[i + 1] ?? 0; at < end; at++) {
    const x = rows.pairs[at] ?? 0;
    if (answer.taken[x] === 1 || visited[rows.person[x] ?? 0] === round) continue;
    const move = moveFor(x);
    if (move !== null && (move.first < 0 || move.loss < budget)) moves.push(move);
  }
  return moves.sort((a, b) => a.loss - b.loss);
}

/** Makes a move, and puts the requests that it pushes out on the stack; says by how much the total changes. */
function make({ ground, answer, trail }: Chain, { pair, first, second }: Move, stack: number[]): number {
  let change = 0;
  for (const other of [first, second]) {
    if (other < 0) continue;
    change += answer.remove(other);
    trail.push(~other);
    stack.push(ground.market.request[other] ?? 0);
  }
  change += answer.add(pair);
  trail.push(pair);
  return change;
}

function undo({ answer, trail }: Chain, length: number): void {
  while (trail.length > length) {
    const step = trail.pop() ?? 0;
    if (step >= 0) answer.remove(step);
    else answer.add(~step);
  }
}

/** Finds places for the requests of the stack; those left over when the total has risen stay open. */
function place(chain: Chain, stack: number[], { gained, budget, depth }: State): boolean {
  if (gained > 0) return true;
  const { ground, effort, visited, trail } = chain;
  const i = stack.at(-1);
  if (i === undefined || depth >= effort.depth || chain.left <= 0) return false;
  for (const move of movesFor(chain, i, budget).slice(0, branches(depth))) {
    if (move.loss >= budget || chain.left-- <= 0) return false;
    const j = ground.rows.person[move.pair] ?? 0;
    const [before, others] = [trail.length, stack.length - 1];
    stack.pop();
    visited[j] = chain.round;
    const next = gained + make(chain, move, stack);
    const rest = budget - Math.max(0, move.loss);
    if (place(chain, stack, { gained: next, budget: rest, depth: depth + 1 })) return true;
    undo(chain, before);
    visited[j] = 0;
    stack.length = others;
    stack.push(i);
  }
  return false;
}

/** Fills open places by chains of moves; says whether it could. */
function filler(ground: DayGround, answer: DayAnswer, effort: ChainEffort): (i: number) => boolean {
  const { price, moves, slack } = effort;
  const chain: Chain = {
    ground,
    answer,
    effort,
    moveFor: moveFinder(ground, answer, price),
    visited: new Int32Array(ground.market.personCount),
    trail: [],
    round: 0,
    left: 0,
  };
  return (i) => {
    chain.round++;
    chain.left = moves;
    chain.trail.length = 0;
    return place(chain, [i], { gained: 0, budget: (price[i] ?? 0) + slack, depth: 0 });
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
