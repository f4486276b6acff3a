import type { TierPrices } from "../../certificate/fairProof.ts";
import { addTo, exact, whole } from "../../problem/cells.ts";
import { pairsByPractitioner, type Problem, requestOfPairs } from "../../problem/problem.ts";

/**
 * All answers that are as good as one in hand, as the room that is left to change it: pairs that may still
 * change sides, requests and groups whose number of people may, and practitioners' least and greatest loads.
 * Nodes are requests, then groups, then practitioners; a pair runs from its group, if it has one, else from
 * its request, to its practitioner.
 */
export interface Face {
  readonly problem: Problem;
  readonly firstGroup: number;
  readonly firstPerson: number;
  readonly nodeCount: number;
  /** For each pair the node it runs from, and its request. */
  readonly tail: Int32Array;
  readonly owner: Int32Array;
  readonly requestOfGroup: Int32Array;
  readonly back: { readonly start: Int32Array; readonly pairs: Int32Array };
  readonly taken: Uint8Array;
  /** 1 for each pair that may still change sides. */
  readonly open: Uint8Array;
  /** For requests, groups and practitioners by node: people in it, and the bounds within which they may vary. */
  readonly count: Int32Array;
  readonly least: Int32Array;
  readonly most: Int32Array;
}

/** Draws the face around an answer that the prices prove best: what a price decides may not change. */
export function faceOf(problem: Problem, answer: Uint8Array, prices: TierPrices): Face {
  const firstGroup = problem.requestCount;
  const firstPerson = firstGroup + problem.groupLimit.length;
  const nodeCount = firstPerson + problem.practitionerCount;
  const owner = requestOfPairs(problem);
  const tail = owner.slice();
  const requestOfGroup = new Int32Array(problem.groupLimit.length);
  const count = new Int32Array(nodeCount);
  problem.group.forEach((g, e) => {
    if (g < 0) return;
    tail[e] = firstGroup + g;
    requestOfGroup[g] = whole(owner, e);
  });
  answer.forEach((chosen, e) => {
    const [i, t] = [whole(owner, e), whole(tail, e)];
    addTo(count, i, chosen);
    if (t !== i) addTo(count, t, chosen);
    addTo(count, firstPerson + whole(problem.practitioner, e), chosen);
  });
  return {
    problem,
    firstGroup,
    firstPerson,
    nodeCount,
    tail,
    owner,
    requestOfGroup,
    back: pairsByPractitioner(problem),
    taken: answer.slice(),
    open: openAt(problem, prices, owner),
    count,
    ...boundsOf(problem, prices, count),
  };
}

/** Pairs that are worth exactly what they cost, and fit by themselves: they may change sides. */
function openAt(problem: Problem, prices: TierPrices, owner: Int32Array): Uint8Array {
  return Uint8Array.from(problem.weight, (weight, e) => {
    const [g, j] = [whole(problem.group, e), whole(problem.practitioner, e)];
    const beside = (g < 0 ? 0 : exact(prices.groupPrice, g)) + exact(prices.slotPrice, j);
    const fits = whole(problem.need, e) <= whole(problem.dayCapacity, j);
    return fits && weight === exact(prices.requestPrice, whole(owner, e)) + beside ? 1 : 0;
  });
}

/** Bounds of every node's count: a node with a price keeps its count, slots dearer than the price stay unused. */
function boundsOf(problem: Problem, prices: TierPrices, count: Int32Array): Pick<Face, "least" | "most"> {
  const [least, most] = [count.slice(), count.slice()];
  const loosen = (node: number, price: number, limit: number): void => {
    if (price !== 0) return;
    least[node] = 0;
    most[node] = limit;
  };
  problem.wanted.forEach((wanted, i) => loosen(i, exact(prices.requestPrice, i), wanted));
  problem.groupLimit.forEach((limit, g) =>
    loosen(problem.requestCount + g, exact(prices.groupPrice, g), limit),
  );
  const firstPerson = problem.requestCount + problem.groupLimit.length;
  for (let j = 0; j < problem.practitionerCount; j++) {
    const price = exact(prices.slotPrice, j);
    let [must, may] = [0, 0];
    for (let s = whole(problem.slotStart, j); s < whole(problem.slotStart, j + 1); s++) {
      if (exact(problem.slotCost, s) < price) must++;
      if (exact(problem.slotCost, s) <= price) may++;
    }
    least[firstPerson + j] = must;
    most[firstPerson + j] = may;
  }
  return { least, most };
}
