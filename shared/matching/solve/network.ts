import { addTo, startsOf, whole } from "../problem/cells.ts";
import { type Problem, requestOfPairs } from "../problem/problem.ts";

/**
 * A problem drawn as a flow network: request to group (where it has one) to practitioner to sink, and from
 * each request straight to the sink for places left unmet. Every arc has its reverse.
 */
export interface Network {
  readonly problem: Problem;
  readonly nodeCount: number;
  readonly sink: number;
  /** Arcs that leave node `v` are `firstArc[v]` up to `firstArc[v + 1]`. */
  readonly firstArc: Int32Array;
  readonly head: Int32Array;
  readonly cost: Float64Array;
  readonly reverse: Int32Array;
  readonly pairArc: Int32Array;
  readonly unmetArc: Int32Array;
  /** Arc from a request to its group. */
  readonly groupArc: Int32Array;
  readonly slotArc: Int32Array;
  readonly requestOfGroup: Int32Array;
  readonly requestOfPair: Int32Array;
}

/** Nodes of groups stand behind those of requests, and those of practitioners behind these. */
export const groupNode = (problem: Problem, group: number): number => problem.requestCount + group;

export const practitionerNode = (problem: Problem, practitioner: number): number =>
  problem.requestCount + problem.groupLimit.length + practitioner;

/** Arcs in the order in which they are drawn, before they are sorted by the node they leave. */
interface Drawing {
  readonly tail: Int32Array;
  readonly head: Int32Array;
  readonly cost: Float64Array;
}

function draw(problem: Problem, requestOfPair: Int32Array, requestOfGroup: Int32Array): Drawing {
  const { requestCount, practitionerCount, practitioner, group, weight, slotStart, slotCost } = problem;
  const sink = practitionerNode(problem, practitionerCount);
  const count = weight.length + requestCount + requestOfGroup.length + slotCost.length;
  const [tail, head] = [new Int32Array(count), new Int32Array(count)];
  const cost = new Float64Array(count);
  let arc = 0;
  const add = (from: number, to: number, price: number): void => {
    tail[arc] = from;
    head[arc] = to;
    cost[arc++] = price;
  };
  weight.forEach((worth, e) => {
    const g = whole(group, e);
    const from = g < 0 ? whole(requestOfPair, e) : groupNode(problem, g);
    add(from, practitionerNode(problem, whole(practitioner, e)), -worth);
  });
  for (let i = 0; i < requestCount; i++) add(i, sink, 0);
  requestOfGroup.forEach((i, g) => add(i, groupNode(problem, g), 0));
  for (let j = 0; j < practitionerCount; j++)
    for (let s = whole(slotStart, j); s < whole(slotStart, j + 1); s++)
      add(practitionerNode(problem, j), sink, slotCost[s] ?? 0);
  return { tail, head, cost };
}

/** Sorts arcs and their reverses by the node they leave; `place` tells where each went. */
function sorted(drawn: Drawing, nodeCount: number) {
  const count = drawn.tail.length;
  const degree = new Int32Array(nodeCount);
  drawn.tail.forEach((v) => addTo(degree, v, 1));
  drawn.head.forEach((v) => addTo(degree, v, 1));
  const firstArc = startsOf(degree);
  const next = firstArc.slice();
  const [head, reverse] = [new Int32Array(2 * count), new Int32Array(2 * count)];
  const cost = new Float64Array(2 * count);
  const place = new Int32Array(count);
  for (let a = 0; a < count; a++) {
    const [from, to, price] = [whole(drawn.tail, a), whole(drawn.head, a), drawn.cost[a] ?? 0];
    const there = whole(next, from);
    addTo(next, from, 1);
    const back = whole(next, to);
    addTo(next, to, 1);
    [head[there], head[back], cost[there], cost[back]] = [to, from, price, -price];
    [reverse[there], reverse[back], place[a]] = [back, there, there];
  }
  return { firstArc, head, cost, reverse, place };
}

/** Draws the network of a problem; which arcs are open is decided later. */
export function networkOf(problem: Problem): Network {
  const requestOfPair = requestOfPairs(problem);
  const requestOfGroup = new Int32Array(problem.groupLimit.length);
  problem.group.forEach((g, e) => {
    if (g >= 0) requestOfGroup[g] = whole(requestOfPair, e);
  });
  const drawn = draw(problem, requestOfPair, requestOfGroup);
  const sink = practitionerNode(problem, problem.practitionerCount);
  const { place, ...arcs } = sorted(drawn, sink + 1);
  const [pairs, unmet] = [problem.weight.length, problem.weight.length + problem.requestCount];
  const slots = unmet + requestOfGroup.length;
  return {
    problem,
    nodeCount: sink + 1,
    sink,
    ...arcs,
    pairArc: place.subarray(0, pairs),
    unmetArc: place.subarray(pairs, unmet),
    groupArc: place.subarray(unmet, slots),
    slotArc: place.subarray(slots),
    requestOfGroup,
    requestOfPair,
  };
}
