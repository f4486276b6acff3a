import { addTo, exact, mark, whole } from "../problem/cells.ts";
import { type Problem, requestOfPairs } from "../problem/problem.ts";

const deepest = 5;

/**
 * Improves a feasible answer by chains: a place goes to somebody else, whose other request goes on to the next
 * person, until somebody has room. Each accepted chain raises the objective; nothing else is changed.
 */
export function improveByChains(problem: Problem, start: Uint8Array, nodes: number): Uint8Array {
  const owner = requestOfPairs(problem);
  const taken = start.slice();
  const itemsOf: number[][] = Array.from({ length: problem.practitionerCount }, () => []);
  const [daysLeft, unfilled, groupLeft] = [
    problem.dayCapacity.slice(),
    problem.wanted.slice(),
    problem.groupLimit.slice(),
  ];
  const visited = new Int32Array(problem.practitionerCount);
  let [round, left] = [0, nodes];

  const change = (e: number, by: 1 | -1): void => {
    const [i, j, g] = [whole(owner, e), whole(problem.practitioner, e), whole(problem.group, e)];
    const items = itemsOf[j] ?? [];
    if (by === 1) items.push(e);
    else items.splice(items.indexOf(e), 1);
    taken[e] = by === 1 ? 1 : 0;
    addTo(daysLeft, j, -by * whole(problem.need, e));
    addTo(unfilled, i, -by);
    if (g >= 0) addTo(groupLeft, g, -by);
  };
  start.forEach((chosen, e) => chosen === 1 && change(e, 1));

  const slotsLeft = (j: number): number =>
    whole(problem.slotStart, j + 1) - whole(problem.slotStart, j) - (itemsOf[j]?.length ?? 0);
  /** Cost of the slot that the next pair of a practitioner would use, or frees when `last`. */
  const slotCost = (j: number, last: 0 | 1): number =>
    exact(problem.slotCost, whole(problem.slotStart, j) + (itemsOf[j]?.length ?? 0) - last);

  const place = (i: number, gained: number, depth: number): boolean => {
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      const [j, g] = [whole(problem.practitioner, e), whole(problem.group, e)];
      if (mark(taken, e) === 1 || whole(visited, j) === round || (g >= 0 && whole(groupLeft, g) < 1))
        continue;
      if (left-- <= 0) return false;
      if (slotsLeft(j) > 0 && whole(daysLeft, j) >= whole(problem.need, e)) {
        if (gained + exact(problem.weight, e) - slotCost(j, 0) <= 0) continue;
        change(e, 1);
        return true;
      }
      if (depth > 0 && displace(e, gained, depth)) return true;
    }
    return false;
  };

  /** Puts a pair in the place of another of the same practitioner, and sends that one on its way. */
  const displace = (e: number, gained: number, depth: number): boolean => {
    const [i, j] = [whole(owner, e), whole(problem.practitioner, e)];
    for (const other of (itemsOf[j] ?? []).slice()) {
      const displaced = whole(owner, other);
      const room = whole(daysLeft, j) + whole(problem.need, other);
      if (displaced === i || room < whole(problem.need, e)) continue;
      const after = gained + exact(problem.weight, e) - exact(problem.weight, other);
      visited[j] = round;
      change(other, -1);
      change(e, 1);
      if (after > 0 || place(displaced, after, depth - 1)) return true;
      change(e, -1);
      change(other, 1);
      visited[j] = 0;
    }
    return false;
  };

  /** Lets one chosen pair look for a better place for its request. */
  const replace = (e: number): boolean => {
    const j = whole(problem.practitioner, e);
    visited[j] = ++round;
    const loss = slotCost(j, 1) - exact(problem.weight, e);
    change(e, -1);
    if (place(whole(owner, e), loss, 2)) return true;
    change(e, 1);
    return false;
  };

  for (let improved = true; improved && left > 0;) {
    improved = false;
    for (let i = 0; i < problem.requestCount; i++)
      while (whole(unfilled, i) > 0 && left > 0) {
        round++;
        if (!place(i, 0, deepest)) break;
        improved = true;
      }
    for (let e = 0; e < taken.length && left > 0; e++)
      if (mark(taken, e) === 1 && replace(e)) improved = true;
  }
  return taken;
}
