import { mark, whole } from "../../problem/cells.ts";
import type { FairStages } from "../../certificate/fairProof.ts";
import type { Face } from "./face.ts";
import { reducedCost, rerouterOf, type Stage } from "./reroute.ts";

/** Pairs in the order of their levels, lowest first. */
function byLevel(levelOf: Int32Array): Int32Array {
  const keys = Float64Array.from(levelOf, (level, e) => level * levelOf.length + e).sort();
  return Int32Array.from(keys, (key) => key % levelOf.length);
}

/** Fixes what the prices of a stage decide; prices are those of the nodes told. */
function close(stage: Stage, nodes: readonly number[], pairs: Int32Array): void {
  const { face, price } = stage;
  const { problem, firstGroup, firstPerson, tail, open, count, least, most } = face;
  const fix = (node: number): void => {
    least[node] = whole(count, node);
    most[node] = whole(count, node);
  };
  const closePair = (e: number): void => {
    if (open[e] === 1 && reducedCost(stage, e) !== 0) open[e] = 0;
  };
  pairs.forEach(closePair);
  for (const node of nodes) {
    if (price[node] === 0) continue;
    if (node >= firstPerson) {
      const j = node - firstPerson;
      face.back.pairs.subarray(whole(face.back.start, j), whole(face.back.start, j + 1)).forEach(closePair);
    } else {
      const i = node < firstGroup ? node : whole(face.requestOfGroup, node - firstGroup);
      for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
        const group = whole(tail, e);
        closePair(e);
        if (group !== i && price[group] !== price[i]) fix(group);
      }
    }
    if (node < firstGroup || node >= firstPerson) fix(node);
  }
}

/** Takes down the prices of stage after stage, and leaves none behind. */
function recordOf(stage: Stage) {
  const [level, start, node, price]: [number[], number[], number[], number[]] = [[], [0], [], []];
  return {
    take: (touched: readonly number[]): void => {
      for (const at of touched) {
        if (stage.price[at] !== 0) {
          node.push(at);
          price.push(whole(stage.price, at));
        }
        stage.price[at] = 0;
      }
      if (touched.length === 0) return;
      level.push(stage.level);
      start.push(node.length);
    },
    stages: (): FairStages => ({
      level: Int32Array.from(level),
      start: Int32Array.from(start),
      node: Int32Array.from(node),
      price: Int32Array.from(price),
    }),
  };
}

/**
 * Makes an answer the fairest of its face: level by level from the worst fit, the fewest places that must be
 * filled at it, by rerouting each such place at no cost; prices prove that those left cannot be. The
 * lexicographic bottleneck problem after Burkard and Rendl, each stage solved by augmenting paths on the face
 * that the stages before left, and seen only where a place is stuck. Leaves the answer in the face.
 */
export function makeFairest(face: Face, levelOf: Int32Array): FairStages {
  const stage: Stage = { face, levelOf, level: -1, price: new Int32Array(face.nodeCount) };
  const reroute = rerouterOf(stage);
  const order = byLevel(levelOf);
  const record = recordOf(stage);
  let touched: number[] = [];
  const seen = new Uint8Array(face.nodeCount);

  /** Whether a pair that was given up can be had back at no cost; others may have taken it meanwhile. */
  const isFree = (e: number): boolean => face.taken[e] === 0 && reducedCost(stage, e) === 0;

  const settle = (e: number): void => {
    while (!isFree(e)) {
      const stuck = reroute(e);
      if (stuck === null) return;
      for (const at of stuck.nodes) {
        if (mark(seen, at) === 0) touched.push(at);
        seen[at] = 1;
        stage.price[at] = whole(stage.price, at) + stuck.by;
      }
    }
    face.taken[e] = 1;
  };

  for (let from = 0, to = 0; from < order.length; from = to) {
    stage.level = whole(levelOf, whole(order, from));
    while (to < order.length && levelOf[whole(order, to)] === stage.level) to++;
    const pairs = order.subarray(from, to);
    const held = pairs.filter((e) => face.open[e] === 1 && face.taken[e] === 1);
    for (const e of held) face.taken[e] = 0;
    held.forEach(settle);
    close(stage, touched, pairs);
    record.take(touched);
    for (const at of touched) seen[at] = 0;
    touched = [];
  }
  return record.stages();
}
