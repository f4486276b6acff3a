import { addTo, exact, whole } from "../problem/cells.ts";
import { type MinHeap, minHeap } from "../problem/heap.ts";
import { groupNode, type Network, practitionerNode } from "./network.ts";

/** Pairs that a case takes (1), leaves out (-1) or leaves open (0), one mark per pair. */
export type Fixing = Int8Array;

/** The best answer to a case with half-days ignored beyond each single pair, and the prices that prove it. */
export interface FlowAnswer {
  readonly taken: Uint8Array;
  readonly requestPrice: Float64Array;
  readonly groupPrice: Float64Array;
  /** What one more slot of each practitioner would be worth. */
  readonly slotPrice: Float64Array;
}

/** Open places of each arc under a fixing: pairs taken use up places, days and slots before the search. */
function openArcs(network: Network, fixing: Fixing): Int32Array {
  const { problem, requestOfPair } = network;
  const open = new Int32Array(network.head.length);
  const [wanted, limit] = [problem.wanted.slice(), problem.groupLimit.slice()];
  const [days, used] = [problem.dayCapacity.slice(), new Int32Array(problem.practitionerCount)];
  fixing.forEach((fixed, e) => {
    if (fixed !== 1) return;
    const [i, j, g] = [whole(requestOfPair, e), whole(problem.practitioner, e), whole(problem.group, e)];
    addTo(wanted, i, -1);
    addTo(used, j, 1);
    addTo(days, j, -whole(problem.need, e));
    if (g >= 0) addTo(limit, g, -1);
  });
  fixing.forEach((fixed, e) => {
    const fits = whole(problem.need, e) <= whole(days, whole(problem.practitioner, e));
    open[whole(network.pairArc, e)] = fixed === 0 && fits ? 1 : 0;
  });
  wanted.forEach((count, i) => (open[whole(network.unmetArc, i)] = Math.max(0, count)));
  limit.forEach((count, g) => (open[whole(network.groupArc, g)] = Math.max(0, count)));
  for (let j = 0; j < problem.practitionerCount; j++)
    for (let s = whole(problem.slotStart, j) + whole(used, j); s < whole(problem.slotStart, j + 1); s++)
      open[whole(network.slotArc, s)] = 1;
  return open;
}

/** Distances to the sink along open arcs, from the sink backwards: no reduced cost is negative. */
function firstPotentials(network: Network, open: Int32Array): Float64Array {
  const { firstArc, head, cost, problem } = network;
  const potential = new Float64Array(network.nodeCount);
  const settle = (v: number, unreached: number): void => {
    let least = Infinity;
    for (let a = whole(firstArc, v); a < whole(firstArc, v + 1); a++)
      if (whole(open, a) > 0) least = Math.min(least, exact(cost, a) + exact(potential, whole(head, a)));
    potential[v] = least === Infinity ? unreached : least;
  };
  // A practitioner without a slot has a price that nobody would pay.
  const never = problem.weight.reduce((most, worth) => Math.max(most, worth), 0);
  for (let j = 0; j < problem.practitionerCount; j++) settle(practitionerNode(problem, j), never);
  for (let g = 0; g < problem.groupLimit.length; g++) settle(groupNode(problem, g), 0);
  for (let i = 0; i < problem.requestCount; i++) settle(i, 0);
  return potential;
}

/** A search for the nearest way out of a case; marks count where they are those of the round. */
interface Search {
  readonly network: Network;
  open: Int32Array;
  potential: Float64Array;
  readonly distance: Float64Array;
  readonly reached: Int32Array;
  readonly settled: Int32Array;
  readonly arrivedBy: Int32Array;
  readonly touched: number[];
  readonly heap: MinHeap;
  round: number;
}

/** Reaches from a node along all its open arcs that are of use. */
function relax(search: Search, v: number): void {
  const { network, open, potential, distance, reached, settled, arrivedBy, heap, round } = search;
  const { firstArc, head, cost, sink } = network;
  const base = exact(distance, v) - exact(potential, v);
  const end = whole(firstArc, v + 1);
  for (let a = whole(firstArc, v); a < end; a++) {
    if (whole(open, a) === 0) continue;
    const to = whole(head, a);
    if (whole(settled, to) === round) continue;
    const there = base + exact(cost, a) + exact(potential, to);
    if (there >= exact(distance, sink)) continue;
    if (whole(reached, to) === round && there >= exact(distance, to)) continue;
    reached[to] = round;
    distance[to] = there;
    arrivedBy[to] = a;
    if (to !== sink) heap.push(there, to);
  }
}

function findWayOut(search: Search, from: number): void {
  const { distance, reached, settled, touched, heap, network } = search;
  search.round++;
  heap.clear();
  touched.length = 0;
  distance[network.sink] = Infinity;
  distance[from] = 0;
  reached[from] = search.round;
  heap.push(0, from);
  while (heap.size() > 0 && heap.topKey() < exact(distance, network.sink)) {
    const v = heap.pop();
    if (whole(settled, v) === search.round) continue;
    settled[v] = search.round;
    touched.push(v);
    relax(search, v);
  }
}

/** Sends one place of a request the nearest way out. */
function augment(search: Search, from: number): void {
  findWayOut(search, from);
  const { open, potential, distance, touched, arrivedBy } = search;
  const { head, reverse, sink } = search.network;
  const length = exact(distance, sink);
  for (const v of touched) potential[v] = exact(potential, v) + length - exact(distance, v);
  for (let v = sink; v !== from;) {
    const a = whole(arrivedBy, v);
    const back = whole(reverse, a);
    addTo(open, a, -1);
    addTo(open, back, 1);
    v = whole(head, back);
  }
}

/** Solves cases of one network by successive shortest paths, each search ending at the nearest way out. */
export function flowSolver(network: Network): (fixing: Fixing) => FlowAnswer {
  const { nodeCount, problem } = network;
  const search: Search = {
    network,
    open: new Int32Array(0),
    potential: new Float64Array(0),
    distance: new Float64Array(nodeCount),
    reached: new Int32Array(nodeCount),
    settled: new Int32Array(nodeCount),
    arrivedBy: new Int32Array(nodeCount),
    touched: [],
    heap: minHeap(),
    round: 0,
  };
  return (fixing) => {
    const open = openArcs(network, fixing);
    const potential = firstPotentials(network, open);
    [search.open, search.potential] = [open, potential];
    for (let i = 0; i < problem.requestCount; i++)
      for (let unit = whole(open, whole(network.unmetArc, i)); unit > 0; unit--) augment(search, i);
    return readAnswer(network, { fixing, open, potential });
  };
}

interface Solved {
  readonly fixing: Fixing;
  readonly open: Int32Array;
  readonly potential: Float64Array;
}

function readAnswer(network: Network, { fixing, open, potential }: Solved): FlowAnswer {
  const { problem } = network;
  const taken = new Uint8Array(fixing.length);
  fixing.forEach((fixed, e) => {
    taken[e] = fixed === 1 || whole(open, whole(network.reverse, whole(network.pairArc, e))) === 1 ? 1 : 0;
  });
  const requestPrice = new Float64Array(problem.requestCount);
  for (let i = 0; i < problem.requestCount; i++) requestPrice[i] = Math.max(0, -exact(potential, i));
  const groupPrice = new Float64Array(problem.groupLimit.length);
  network.requestOfGroup.forEach((i, g) => {
    groupPrice[g] = Math.max(0, exact(potential, i) - exact(potential, groupNode(problem, g)));
  });
  const first = practitionerNode(problem, 0);
  const slotPrice = potential.slice(first, first + problem.practitionerCount);
  return { taken, requestPrice, groupPrice, slotPrice };
}
