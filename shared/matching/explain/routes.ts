import { exact, type Groups, whole } from "../problem/cells.ts";
import { minHeap } from "../problem/heap.ts";

/** Ways from request to request, none of which costs less than nothing, and what it costs to end at each. */
export interface Routes {
  readonly cost: Float64Array;
  /** The requests that each move goes from, and to. */
  readonly before: Int32Array;
  readonly after: Int32Array;
  readonly movesFrom: Groups;
  readonly movesTo: Groups;
  readonly endCost: Float64Array;
}

/** The cheapest way from each request to an end: what it costs, and its first move, -1 where it ends there. */
interface ToEnds {
  readonly least: Float64Array;
  readonly next: Int32Array;
}

/** A request that chains come to, and a cost. */
export interface Reached {
  readonly request: number;
  readonly cost: number;
}

/** How far to spread from a request: for less than so much, up to another request, and to so many at most. */
interface Spread {
  readonly request: number;
  readonly under: number;
  readonly until: number;
  readonly most: number;
}

/** Finds the cheapest way to an end from all requests at once: Dijkstra 1959, from the ends back. */
export function endsFrom({ cost, before, movesTo, endCost }: Routes): ToEnds {
  const heap = minHeap();
  const least = endCost.slice();
  const next = new Int32Array(endCost.length).fill(-1);
  least.forEach((each, i) => each < Infinity && heap.push(each, i));
  while (heap.size() > 0) {
    const key = heap.topKey();
    const i = heap.pop();
    if (key > exact(least, i)) continue;
    for (let x = whole(movesTo.start, i); x < whole(movesTo.start, i + 1); x++) {
      const move = whole(movesTo.rows, x);
      const [other, through] = [whole(before, move), key + exact(cost, move)];
      if (through >= exact(least, other)) continue;
      least[other] = through;
      next[other] = move;
      heap.push(through, other);
    }
  }
  return { least, next };
}

/**
 * Spreads from a request to all that moves reach for less, or up to one of them, the nearest first; `by` has the last
 * move to each.
 */
export function spreaderOn({ cost, after, movesFrom }: Routes, { least }: ToEnds) {
  const heap = minHeap();
  const far = new Float64Array(least.length).fill(Infinity);
  const by = new Int32Array(least.length).fill(-1);
  /** What it takes at least to come to another request from here: an end is no dearer from here by way of there. */
  const atLeast = (here: number, there: number): number =>
    there < 0 ? 0 : Math.max(0, exact(least, here) - exact(least, there));
  const spread = ({ request, under, until, most }: Spread): readonly Reached[] => {
    const reached: Reached[] = [];
    const touched = [request];
    heap.clear();
    far[request] = 0;
    heap.push(0, request);
    while (heap.size() > 0) {
      const key = heap.topKey();
      const i = heap.pop();
      if (key > exact(far, i)) continue;
      reached.push({ request: i, cost: key });
      if (i === until || reached.length === most) break;
      for (let x = whole(movesFrom.start, i); x < whole(movesFrom.start, i + 1); x++) {
        const move = whole(movesFrom.rows, x);
        const [other, through] = [whole(after, move), key + exact(cost, move)];
        if (through >= under) break;
        if (through >= exact(far, other) || through + atLeast(other, until) >= under) continue;
        far[other] = through;
        by[other] = move;
        touched.push(other);
        heap.push(through, other);
      }
    }
    for (const i of touched) far[i] = Infinity;
    return reached;
  };
  return { spread, by };
}
