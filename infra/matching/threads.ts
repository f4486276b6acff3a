import { Worker } from "node:worker_threads";
import { type Assignment, assign, type Tiers } from "../../shared/matching/solve/places/assign.ts";
import type { Problem } from "../../shared/matching/problem/problem.ts";
import { sharesOf, together } from "../../shared/matching/solve/places/shares.ts";
import type { Share } from "./assignWorker.ts";

/** More threads than this would cost more to start than they could save. */
const mostThreads = 32;

/** Solves one share in a thread of its own. */
async function inWorker(share: Share): Promise<Assignment> {
  const worker = new Worker(new URL("assignWorker.ts", import.meta.url));
  try {
    return await new Promise<Assignment>((resolve, reject) => {
      worker.once("message", (found: Assignment) => resolve(found));
      worker.once("error", reject);
      worker.once("exit", () => reject(new Error("A thread died that solved a share")));
      worker.postMessage(share);
    });
  } finally {
    await worker.terminate();
  }
}

/** A thread takes tens of milliseconds to start, in which this many pairs are solved. */
const pairsWorthThread = 100_000;

export interface Threads {
  readonly threads: number;
  /** Pairs in other shares than the first from which other threads are started. */
  readonly leastPairs?: number;
}

/**
 * Solves a problem on up to so many threads, each with some of its connected parts; the answer is the same,
 * byte for byte, whatever their number. What hangs together, or is small, is solved on this thread alone.
 */
export async function assignOn(
  { threads, leastPairs = pairsWorthThread }: Threads,
  problem: Problem,
  tiers: Tiers,
): Promise<Assignment> {
  const alone = (): Assignment => assign(problem, { tiers, candidates: Infinity });
  if (threads === 1) return alone();
  const { parts, extent } = sharesOf(problem, Math.min(threads, mostThreads), tiers);
  const [mine, ...others] = parts.map((part) => part.problem);
  const elsewhere = others.reduce((sum, share) => sum + share.weight.length, 0);
  if (mine === undefined || others.length === 0 || elsewhere < leastPairs) return alone();
  const beginning = { tiers, candidates: Infinity, extent };
  const theirs = others.map((share) => inWorker({ problem: share, beginning }));
  return together(problem, parts, [assign(mine, beginning), ...(await Promise.all(theirs))]);
}
