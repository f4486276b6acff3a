import { addTo, exact, mark, whole } from "../problem/cells.ts";
import { type Problem, requestOfPairs } from "../problem/problem.ts";

/** Steps of a chain that fills an open place, and of one that finds a chosen pair's request a better place. */
const [deepest, deepestInPlace] = [5, 2] as const;

/** An answer that is being improved, with what is left of every limit. */
interface Chaining {
  readonly problem: Problem;
  readonly owner: Int32Array;
  readonly taken: Uint8Array;
  readonly itemsOf: readonly number[][];
  readonly daysLeft: Int32Array;
  readonly unfilled: Int32Array;
  readonly groupLeft: Int32Array;
  /** The round in which each practitioner was met last. */
  readonly visited: Int32Array;
  round: number;
  /** Pairs that may still be looked at. */
  left: number;
}

/** A place that is looked for: its request, what the chain has gained so far, and how much longer it may get. */
interface Sought {
  readonly request: number;
  readonly gained: number;
  readonly depth: number;
}

/** Takes a pair (1) or gives it up (-1). */
function change(chaining: Chaining, e: number, by: 1 | -1): void {
  const { problem, owner, taken, itemsOf, daysLeft, unfilled, groupLeft } = chaining;
  const [i, j, g] = [whole(owner, e), whole(problem.practitioner, e), whole(problem.group, e)];
  const items = itemsOf[j] ?? [];
  if (by === 1) items.push(e);
  else items.splice(items.indexOf(e), 1);
  taken[e] = by === 1 ? 1 : 0;
  addTo(daysLeft, j, -by * whole(problem.need, e));
  addTo(unfilled, i, -by);
  if (g >= 0) addTo(groupLeft, g, -by);
}

function startedFrom(problem: Problem, start: Uint8Array, nodes: number): Chaining {
  const chaining = {
    problem,
    owner: requestOfPairs(problem),
    taken: start.slice(),
    itemsOf: Array.from({ length: problem.practitionerCount }, (): number[] => []),
    daysLeft: problem.dayCapacity.slice(),
    unfilled: problem.wanted.slice(),
    groupLeft: problem.groupLimit.slice(),
    visited: new Int32Array(problem.practitionerCount),
    round: 0,
    left: nodes,
  };
  start.forEach((chosen, e) => chosen === 1 && change(chaining, e, 1));
  return chaining;
}

const slotsLeft = ({ problem, itemsOf }: Chaining, j: number): number =>
  whole(problem.slotStart, j + 1) - whole(problem.slotStart, j) - (itemsOf[j]?.length ?? 0);

/** Cost of the slot that the next pair of a practitioner would use, or frees when `last`. */
const slotCost = ({ problem, itemsOf }: Chaining, j: number, last: 0 | 1): number =>
  exact(problem.slotCost, whole(problem.slotStart, j) + (itemsOf[j]?.length ?? 0) - last);

/** Places a request with somebody; says whether that raised the objective. */
function place(chaining: Chaining, sought: Sought): boolean {
  const { problem, taken, daysLeft, groupLeft, visited } = chaining;
  const { request: i, gained, depth } = sought;
  for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
    const [j, g] = [whole(problem.practitioner, e), whole(problem.group, e)];
    const isFull = g >= 0 && whole(groupLeft, g) < 1;
    if (mark(taken, e) === 1 || whole(visited, j) === chaining.round || isFull) continue;
    if (chaining.left-- <= 0) return false;
    if (slotsLeft(chaining, j) > 0 && whole(daysLeft, j) >= whole(problem.need, e)) {
      if (gained + exact(problem.weight, e) - slotCost(chaining, j, 0) <= 0) continue;
      change(chaining, e, 1);
      return true;
    }
    if (depth > 0 && displace(chaining, e, sought)) return true;
  }
  return false;
}

/** Puts a pair in the place of another of the same practitioner, and sends that one on its way. */
function displace(chaining: Chaining, e: number, { request, gained, depth }: Sought): boolean {
  const { problem, owner, itemsOf, daysLeft, visited } = chaining;
  const j = whole(problem.practitioner, e);
  for (const other of (itemsOf[j] ?? []).slice()) {
    const displaced = whole(owner, other);
    const room = whole(daysLeft, j) + whole(problem.need, other);
    if (displaced === request || room < whole(problem.need, e)) continue;
    const after = gained + exact(problem.weight, e) - exact(problem.weight, other);
    visited[j] = chaining.round;
    change(chaining, other, -1);
    change(chaining, e, 1);
    if (after > 0 || place(chaining, { request: displaced, gained: after, depth: depth - 1 })) return true;
    change(chaining, e, -1);
    change(chaining, other, 1);
    visited[j] = 0;
  }
  return false;
}

/** Lets one chosen pair look for a better place for its request. */
function replace(chaining: Chaining, e: number): boolean {
  const { problem, owner, visited } = chaining;
  const j = whole(problem.practitioner, e);
  visited[j] = ++chaining.round;
  const gained = slotCost(chaining, j, 1) - exact(problem.weight, e);
  change(chaining, e, -1);
  if (place(chaining, { request: whole(owner, e), gained, depth: deepestInPlace })) return true;
  change(chaining, e, 1);
  return false;
}

/**
 * Improves a feasible answer by chains: a place goes to somebody else, whose other request goes on to the next
 * person, until somebody has room. Each accepted chain raises the objective; nothing else is changed.
 */
export function improveByChains(problem: Problem, start: Uint8Array, nodes: number): Uint8Array {
  const chaining = startedFrom(problem, start, nodes);
  const { taken, unfilled } = chaining;
  for (let improved = true; improved && chaining.left > 0;) {
    improved = false;
    for (let i = 0; i < problem.requestCount; i++)
      while (whole(unfilled, i) > 0 && chaining.left > 0) {
        chaining.round++;
        if (!place(chaining, { request: i, gained: 0, depth: deepest })) break;
        improved = true;
      }
    for (let e = 0; e < taken.length && chaining.left > 0; e++)
      if (mark(taken, e) === 1 && replace(chaining, e)) improved = true;
  }
  return taken;
}
