// After a refusal: the answer mended from the old prices beside one from scratch.
import { encodeInstance } from "../../shared/matching/instances/encodeInstance.ts";
import { assign } from "../../shared/matching/solve/places/assign.ts";
import { change } from "../../shared/matching/solve/places/changes.ts";
import { heldBy, keepAlive, type Live, standingOf } from "../../shared/matching/solve/places/live.ts";
import { drawsFrom } from "./instances/seededDraws.ts";
import { type Named, readInstance, weight } from "./matchingInstances.ts";
import { median } from "./report.ts";

export const changesHead = [
  "instance",
  "refusals",
  "mended µs, median",
  "mean",
  "from scratch ms",
  "ratio of medians",
  "ratio to the mean",
  "same answer and prices",
];

const refusals = 500;
const scratchRuns = 7;

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Somebody who serves somewhere, drawn at random. */
function someoneWhoServes(live: Live, requests: number, below: (count: number) => number) {
  for (;;) {
    const request = below(requests);
    const [practitioner] = heldBy(live, request);
    if (practitioner !== undefined) return { request, practitioner };
  }
}

/** Refuses one pair after another, and at the end compares the answer with one from scratch. */
export function changesRow({ name, path }: Named): string[] {
  const encoded = encodeInstance(readInstance(path), { objectiveWeight: weight, days: false });
  if (encoded.kind === "too-large") throw new Error(encoded.message);
  const { problem, tiers } = encoded;
  const { below } = drawsFrom(1);
  const live = keepAlive(problem, tiers);
  const scratch = Array.from({ length: scratchRuns }, () =>
    timed(() => assign(problem, { tiers, candidates: Infinity, isFirst: true })),
  );
  const events = Array.from({ length: refusals }, () => {
    const pair = someoneWhoServes(live, problem.requestCount, below);
    return timed(() => change(live, [{ kind: "refused", ...pair }]));
  });
  const now = standingOf(live);
  const afresh = assign(now.problem, { tiers, candidates: Infinity, isFirst: true });
  const same = (["taken", "requestPrice", "slotPrice"] as const).every((cells) =>
    afresh[cells].every((value, at) => value === now.answer[cells][at]),
  );
  const mean = events.reduce((sum, event) => sum + event, 0) / events.length;
  return [
    name,
    String(refusals),
    (1000 * median(events)).toFixed(1),
    (1000 * mean).toFixed(1),
    median(scratch).toFixed(1),
    (median(scratch) / median(events)).toFixed(0),
    (median(scratch) / mean).toFixed(0),
    same ? "yes" : "NO",
  ];
}
