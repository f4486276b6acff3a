import { addTo, startsOf, whole } from "../../problem/cells.ts";
import { greaterOf } from "../../problem/total.ts";
import type { Problem } from "../../problem/problem.ts";
import { objectiveOf } from "../days.ts";
import { solve } from "../solve.ts";

/** One connected part in which days bind: its first tier, all its tiers, its levels and the best answer known. */
export interface Part {
  readonly first: Problem;
  readonly total: Problem;
  readonly levelOf: Int32Array;
  readonly begin: Uint8Array;
}

interface Answered {
  readonly taken: Uint8Array;
  readonly objective: bigint;
  readonly bound: bigint;
}

/** The pairs of a problem that are kept, as a problem of its own, with where each came from. */
function only(problem: Problem, isKept: (e: number) => boolean): { problem: Problem; pairs: Int32Array } {
  const pairs = Int32Array.from(problem.weight.keys()).filter(isKept);
  const counts = new Int32Array(problem.requestCount);
  let i = 0;
  for (const e of pairs) {
    while (e >= whole(problem.start, i + 1)) i++;
    addTo(counts, i, 1);
  }
  const gather = (cells: Int32Array): Int32Array => pairs.map((e) => whole(cells, e));
  return {
    pairs,
    problem: {
      ...problem,
      start: startsOf(counts),
      practitioner: gather(problem.practitioner),
      need: gather(problem.need),
      group: gather(problem.group),
      weight: Float64Array.from(pairs, (e) => problem.weight[e] ?? 0),
    },
  };
}

/** The answer by pairs of a level and up, named as the part names them. */
function solvedFrom(
  { levelOf }: Part,
  level: number,
  { tier, cases }: { tier: Problem; cases: number },
): Answered {
  const { problem, pairs } = only(tier, (e) => whole(levelOf, e) >= level);
  const found = solve(problem, cases);
  const taken = new Uint8Array(levelOf.length);
  found.taken.forEach((chosen, x) => (taken[whole(pairs, x)] = chosen));
  return {
    taken,
    objective: found.claims.reduce((sum, { objective }) => sum + objective, 0n),
    bound: found.claims.reduce((sum, { bound }) => sum + bound, 0n),
  };
}

/**
 * Raises the worst place of one part as far as the first tier allows, then has the best total with that worst
 * place. Days make each step a generalised assignment problem, so a step is proven only where its search ends.
 */
export function raised(part: Part, cases: number): { taken: Uint8Array; isProven: boolean } {
  const { first, levelOf } = part;
  const free = solvedFrom(part, -Infinity, { tier: first, cases });
  const target = greaterOf(free.objective, objectiveOf(first, part.begin));
  const levels = Array.from(new Set(levelOf)).toSorted((a, b) => a - b);
  let best = objectiveOf(first, part.begin) === target ? part.begin : free.taken;
  let isProven = free.bound === target;
  let [low, high] = [0, levels.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const found = solvedFrom(part, levels[middle] ?? 0, { tier: first, cases });
    if (found.objective === target) [low, best] = [middle, found.taken];
    else [high, isProven] = [middle, free.bound === target && found.bound < target];
  }
  const total = solvedFrom(part, levels[low] ?? 0, { tier: part.total, cases });
  return { taken: objectiveOf(first, total.taken) === target ? total.taken : best, isProven };
}
