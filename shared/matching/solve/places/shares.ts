import type { Extent } from "./auction.ts";
import type { Assignment, Tiers } from "./assign.ts";
import { type Component, partOf, requestsOfParts } from "../../problem/components.ts";
import { exact, whole } from "../../problem/cells.ts";
import { lotOf } from "./opening.ts";
import type { Problem } from "../../problem/problem.ts";

/** A problem dealt out: each share holds whole connected parts, so that shares can be solved side by side. */
export interface Shares {
  readonly parts: readonly Component[];
  /** Extent of the whole problem, with which each share must be solved to answer as the whole would. */
  readonly extent: Extent;
}

/** Deals the connected parts out among so many shares, the largest first, each to the share with fewest pairs. */
export function sharesOf(problem: Problem, count: number, tiers: Tiers): Shares {
  const size = (requests: readonly number[]): number =>
    requests.reduce((sum, i) => sum + whole(problem.start, i + 1) - whole(problem.start, i), 0);
  const sized = requestsOfParts(problem).map((requests) => ({ requests, pairs: size(requests) }));
  sized.sort((a, b) => b.pairs - a.pairs);
  const shares = Array.from({ length: Math.min(count, sized.length) }, () => ({
    pairs: 0,
    requests: new Array<number>(),
  }));
  for (const part of sized) {
    const least = shares.reduce((best, share) => (share.pairs < best.pairs ? share : best));
    least.pairs += part.pairs;
    for (const i of part.requests) least.requests.push(i);
  }
  return {
    parts: shares.map(({ requests }) => partOf(problem, Int32Array.from(requests).sort())),
    extent: { greatest: greatestIn(problem, tiers), requests: problem.requestCount },
  };
}

function greatestIn(problem: Problem, tiers: Tiers): number {
  const { start, practitioner, weight, slotStart, need, dayCapacity } = problem;
  let greatest = 1;
  for (let i = 0; i < problem.requestCount; i++) {
    let best = 0;
    for (let e = whole(start, i); e < whole(start, i + 1); e++) {
      const j = whole(practitioner, e);
      const isPossible =
        whole(slotStart, j) < whole(slotStart, j + 1) && whole(need, e) <= whole(dayCapacity, j);
      if (isPossible) best = Math.max(best, exact(weight, e));
    }
    greatest = Math.max(greatest, lotOf(best, tiers));
  }
  return greatest;
}

/** Puts the answers to the shares together: the very answer that `assign` finds to the whole. */
export function together(
  problem: Problem,
  parts: readonly Component[],
  found: readonly Assignment[],
): Assignment {
  const taken = new Uint8Array(problem.weight.length);
  const requestPrice = new Float64Array(problem.requestCount);
  const slotPrice = new Float64Array(problem.practitionerCount);
  for (let j = 0; j < slotPrice.length; j++) {
    const first = whole(problem.slotStart, j);
    slotPrice[j] = first < whole(problem.slotStart, j + 1) ? exact(problem.slotCost, first) : 0;
  }
  parts.forEach(({ pairs, requests, practitioners }, x) => {
    const answer = found[x];
    if (answer === undefined) throw new RangeError(`No answer to share ${x} of ${parts.length}`);
    pairs.forEach((e, at) => (taken[e] = answer.taken[at] ?? 0));
    requests.forEach((i, at) => (requestPrice[i] = exact(answer.requestPrice, at)));
    practitioners.forEach((j, at) => (slotPrice[j] = exact(answer.slotPrice, at)));
  });
  return { taken, requestPrice, slotPrice };
}
