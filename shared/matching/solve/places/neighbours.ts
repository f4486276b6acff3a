import { startsOf, whole } from "../../problem/cells.ts";
import type { Problem } from "../../problem/problem.ts";

/** How many of its best pairs decide which requests are a request's neighbours. */
const nearest = 3;

/** Best people of each request, `nearest` cells a request with -1 for none, and by person those who ask for them. */
function nearestOf(problem: Problem, ranked: Int32Array) {
  const { requestCount, practitionerCount, start, practitioner } = problem;
  const near = new Int32Array(requestCount * nearest).fill(-1);
  const counts = new Int32Array(practitionerCount);
  for (let i = 0; i < requestCount; i++)
    for (let x = i * nearest, r = start[i] ?? 0; x < (i + 1) * nearest && r < (start[i + 1] ?? 0); x++, r++) {
      const j = practitioner[ranked[r] ?? 0] ?? 0;
      near[x] = j;
      counts[j] = (counts[j] ?? 0) + 1;
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

/** Requests in an order in which those that compete for the same people stand near each other. */
export function neighbourly(problem: Problem, ranked: Int32Array): Int32Array {
  const { requestCount, practitionerCount } = problem;
  const { near, first, askers } = nearestOf(problem, ranked);
  const order = new Int32Array(requestCount);
  const seen = new Uint8Array(requestCount);
  const asked = new Uint8Array(practitionerCount);
  let [head, tail] = [0, 0];
  for (let from = 0; from < requestCount; from++) {
    if (seen[from] === 1) continue;
    seen[from] = 1;
    order[tail++] = from;
    for (; head < tail; head++) {
      const own = (order[head] ?? 0) * nearest;
      for (let x = own; x < own + nearest; x++) {
        const j = near[x] ?? -1;
        if (j < 0 || asked[j] === 1) continue;
        asked[j] = 1;
        for (let y = first[j] ?? 0, end = first[j + 1] ?? 0; y < end; y++) {
          const i = askers[y] ?? 0;
          if (seen[i] === 1) continue;
          seen[i] = 1;
          order[tail++] = i;
        }
      }
    }
  }
  return order;
}
