import { addTo, mark, whole } from "../../problem/cells.ts";
import type { Face } from "./face.ts";

/** One level of fit being worked on: its pairs cost 1, all others nothing, and nodes have whole-number prices. */
export interface Stage {
  readonly face: Face;
  readonly levelOf: Int32Array;
  level: number;
  /** Prices by node; the world outside, where places stay unfilled and slots unused, has the price 0. */
  readonly price: Int32Array;
}

/** What a pair costs beyond the difference of its ends' prices; one that costs nothing may carry a change. */
export const reducedCost = ({ face, levelOf, level, price }: Stage, e: number): number =>
  (levelOf[e] === level ? 1 : 0) -
  (price[face.tail[e] ?? 0] ?? 0) +
  (price[face.firstPerson + (face.problem.practitioner[e] ?? 0)] ?? 0);

/** Nodes that a search came to, with the node before each and the pair between them, -1 between request and group. */
interface Trail {
  readonly direction: 1 | -1;
  readonly visited: Int32Array;
  readonly before: Int32Array;
  readonly by: Int32Array;
  readonly queue: Int32Array;
  mark: number;
  count: number;
  /** First node from which the search could step into the world outside, or -1. */
  exit: number;
  /** Node at which the search met what it looks for, or -1. */
  met: number;
}

const trailOver = (nodes: number, direction: 1 | -1): Trail => ({
  direction,
  visited: new Int32Array(nodes),
  before: new Int32Array(nodes),
  by: new Int32Array(nodes),
  queue: new Int32Array(nodes),
  mark: 0,
  count: 0,
  exit: -1,
  met: -1,
});

/** Nodes that no change can leave at no cost (1), or reach (-1): their prices must rise, or fall. */
export interface Stuck {
  readonly nodes: Int32Array;
  readonly by: 1 | -1;
}

/**
 * Finds for the person of a pair that was given up another request at no cost, and for its request another
 * person, and makes the change; or says who is stuck. Searches run from the pair's request onward and, once
 * they come out into the world outside, from its practitioner backward; so only the neighbourhood is seen.
 */
export function rerouterOf(stage: Stage): (pair: number) => Stuck | null {
  const { face, price } = stage;
  const { problem, firstGroup, firstPerson, tail, back, taken, open, count, least, most } = face;
  const [onward, backward] = [trailOver(face.nodeCount, 1), trailOver(face.nodeCount, -1)];
  let trail = onward;
  let goal = -1;

  const visit = (node: number, before: number, by: number): void => {
    if (trail.visited[node] === trail.mark) return;
    trail.visited[node] = trail.mark;
    trail.before[node] = before;
    trail.by[node] = by;
    trail.queue[trail.count++] = node;
    const isMet = trail === onward ? node === goal : onward.visited[node] === onward.mark;
    if (isMet) trail.met = node;
    if (trail.exit >= 0 || price[node] !== 0 || (node >= firstGroup && node < firstPerson)) return;
    const isFewer = node < firstGroup === (trail.direction === 1);
    if (isFewer ? (count[node] ?? 0) > (least[node] ?? 0) : (count[node] ?? 0) < (most[node] ?? 0))
      trail.exit = node;
  };

  /** Goes from a request or a group along its pairs, and between the two along the group's number of people. */
  const leaveTail = (node: number): void => {
    const i = node < firstGroup ? node : whole(face.requestOfGroup, node - firstGroup);
    const carried = trail.direction === 1 ? 0 : 1;
    for (let e = problem.start[i] ?? 0, end = problem.start[i + 1] ?? 0; e < end; e++) {
      const t = tail[e] ?? 0;
      if (t === node) {
        if (taken[e] === carried && open[e] === 1 && reducedCost(stage, e) === 0)
          visit(firstPerson + (problem.practitioner[e] ?? 0), node, e);
      } else if (node === i) link(node, t, t);
    }
    if (node !== i) link(node, i, node);
  };
  const link = (node: number, to: number, group: number): void => {
    const isMore = (to === group) === (trail.direction === 1);
    const isAjar = isMore
      ? whole(count, group) < whole(most, group)
      : whole(count, group) > whole(least, group);
    if (isAjar && price[node] === price[to]) visit(to, node, -1);
  };

  const leavePerson = (node: number): void => {
    const j = node - firstPerson;
    const carried = trail.direction === 1 ? 1 : 0;
    for (let x = back.start[j] ?? 0, end = back.start[j + 1] ?? 0; x < end; x++) {
      const e = back.pairs[x] ?? 0;
      if (taken[e] === carried && open[e] === 1 && reducedCost(stage, e) === 0) visit(tail[e] ?? 0, node, e);
    }
  };

  const walk = (along: Trail, from: number): void => {
    trail = along;
    trail.mark++;
    trail.count = 0;
    trail.exit = -1;
    trail.met = -1;
    visit(from, -1, -1);
    for (let at = 0; at < trail.count && trail.met < 0 && trail.exit < 0; at++) {
      const node = whole(trail.queue, at);
      if (node < firstPerson) leaveTail(node);
      else leavePerson(node);
    }
  };

  /** Changes sides along a trail back to where it began. */
  const change = ({ before, by, direction }: Trail, end: number): void => {
    for (let node = end; whole(before, node) >= 0; node = whole(before, node)) {
      const e = whole(by, node);
      const from = whole(before, node);
      if (e >= 0) taken[e] = 1 - mark(taken, e);
      else if (node >= firstGroup) addTo(count, node, direction);
      else addTo(count, from, -direction);
    }
  };
  const step = (node: number, direction: 1 | -1): void =>
    addTo(count, node, node < firstGroup ? -direction : direction);

  return (pair) => {
    goal = firstPerson + whole(problem.practitioner, pair);
    walk(onward, whole(tail, pair));
    if (onward.met >= 0) {
      change(onward, onward.met);
      return null;
    }
    if (onward.exit < 0) return { nodes: onward.queue.subarray(0, onward.count), by: 1 };
    walk(backward, goal);
    if (backward.met < 0 && backward.exit < 0)
      return { nodes: backward.queue.subarray(0, backward.count), by: -1 };
    change(backward, backward.met >= 0 ? backward.met : backward.exit);
    change(onward, backward.met >= 0 ? backward.met : onward.exit);
    if (backward.met < 0) {
      step(onward.exit, 1);
      step(backward.exit, -1);
    }
    return null;
  };
}
