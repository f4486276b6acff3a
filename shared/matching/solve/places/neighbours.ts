import { startsOf, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";

/** How many of its best pairs decide which requests are a request's neighbours. */
const nearest = 3;

/** Best people of each request, `nearest` cells a request with -1 for none, and by person those who ask for them. */
function nearestOf({ requestCount, practitionerCount, start, practitioner }: Problem, chosen: Uint8Array) {
  const near = new Int32Array(requestCount * nearest).fill(-1);
  const counts = new Int32Array(practitionerCount);
  for (let i = 0; i < requestCount; i++) {
    const end = start[i + 1] ?? 0;
    for (let x = i * nearest, e = start[i] ?? 0; x < (i + 1) * nearest && e < end; e++) {
      if (chosen[e] !== 1) continue;
      const j = practitioner[e] ?? 0;
      near[x++] = j;
      counts[j] = (counts[j] ?? 0) + 1;
    }
  }
  const first = startsOf(counts);
  const askers = new Int32Array(whole(first, practitionerCount));
  const next = first.slice();
  for (let x = 0; x < near.length; x++) {
    const j = near[x] ?? -1;
    if (j < 0) continue;
    const at = next[j] ?? 0;
    askers[at] = Math.floor(x / nearest);
    next[j] = at + 1;
  }
  return { near, first, askers };
}

/** Rows in an order in which those that compete stand near each other. */
export interface Neighbours {
  readonly requests: Int32Array;
  /** Where each practitioner stands; -1 for who is nobody's best. */
  readonly place: Int32Array;
  readonly people: number;
}

/** Follows the best chosen pairs of each request, whose pairs stand best first, from neighbour to neighbour. */
export function neighbourly(problem: Problem, chosen: Uint8Array): Neighbours {
  const { requestCount, practitionerCount } = problem;
  const { near, first, askers } = nearestOf(problem, chosen);
  const requests = new Int32Array(requestCount);
  const seen = new Uint8Array(requestCount);
  const place = new Int32Array(practitionerCount).fill(-1);
  let [head, tail, people] = [0, 0, 0];
  for (let from = 0; from < requestCount; from++) {
    if (seen[from] === 1) continue;
    seen[from] = 1;
    requests[tail++] = from;
    for (; head < tail; head++) {
      const own = (requests[head] ?? 0) * nearest;
      for (let x = own; x < own + nearest; x++) {
        const j = near[x] ?? -1;
        if (j < 0 || (place[j] ?? 0) >= 0) continue;
        place[j] = people++;
        for (let y = first[j] ?? 0, end = first[j + 1] ?? 0; y < end; y++) {
          const i = askers[y] ?? 0;
          if (seen[i] === 1) continue;
          seen[i] = 1;
          requests[tail++] = i;
        }
      }
    }
  }
  return { requests, place, people };
}
