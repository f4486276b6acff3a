import { isFairest } from "../../certificate/fairness.ts";
import { addTo, mark, startsOf, whole as cellOf } from "../../problem/cells.ts";
import { type Component, componentsOf } from "../../problem/components.ts";
import type { Problem } from "../../problem/problem.ts";
import { objectiveOf, overbooked } from "../days.ts";
import { type FairAsk, fairest } from "./fairest.ts";

/** How far a fair answer is proven: nothing is fairer, or no worst place is better, or neither. */
export type FairReach = "every place" | "worst place" | "nothing";

export interface FairAnswer {
  readonly taken: Uint8Array;
  readonly proven: FairReach;
}

/** Solves a problem in which days bind: an answer, what it is worth, and a bound. */
export type DaySolver = (problem: Problem) => {
  readonly taken: Uint8Array;
  readonly objective: number;
  readonly bound: number;
};

/** What is asked, with the problem of all tiers, whose best answer `begin` is. */
export interface WorstFirstAsk extends FairAsk {
  readonly whole: Problem;
  readonly begin: Uint8Array;
}

/** The pairs of a problem that are kept, as a problem of its own, with where each came from. */
function only(problem: Problem, isKept: (e: number) => boolean): { problem: Problem; pairs: Int32Array } {
  const pairs = Int32Array.from(problem.weight.keys()).filter(isKept);
  const counts = new Int32Array(problem.requestCount);
  let i = 0;
  for (const e of pairs) {
    while (e >= cellOf(problem.start, i + 1)) i++;
    addTo(counts, i, 1);
  }
  const gather = (cells: Int32Array): Int32Array => pairs.map((e) => cellOf(cells, e));
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

/** One connected part in which days bind: its first tier, all its tiers, its levels and its best answer. */
interface Part {
  readonly first: Problem;
  readonly whole: Problem;
  readonly levelOf: Int32Array;
  readonly begin: Uint8Array;
}

/** The answer by pairs of a level and up, named as the part names them. */
function solvedFrom({ levelOf }: Part, level: number, { tier, solve }: { tier: Problem; solve: DaySolver }) {
  const { problem, pairs } = only(tier, (e) => cellOf(levelOf, e) >= level);
  const found = solve(problem);
  const taken = new Uint8Array(levelOf.length);
  found.taken.forEach((chosen, x) => (taken[cellOf(pairs, x)] = chosen));
  return { ...found, taken };
}

/**
 * Raises the worst place of one part as far as the first tier allows, then has the best total with that worst
 * place. Days make each step a generalised assignment problem, so a step is proven only where its search ends.
 */
function raised(part: Part, solve: DaySolver): FairAnswer {
  const { first, levelOf } = part;
  const free = solve(first);
  const target = Math.max(free.objective, objectiveOf(first, part.begin));
  const levels = Array.from(new Set(levelOf)).toSorted((a, b) => a - b);
  let best = objectiveOf(first, part.begin) === target ? part.begin : free.taken;
  let isProven = free.bound === target;
  let [low, high] = [0, levels.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    const found = solvedFrom(part, levels[middle] ?? 0, { tier: first, solve });
    if (found.objective === target) [low, best] = [middle, found.taken];
    else high = middle;
    if (high === middle) isProven = free.bound === target && found.bound < target;
  }
  const total = solvedFrom(part, levels[low] ?? 0, { tier: part.whole, solve });
  if (objectiveOf(first, total.taken) === target) best = total.taken;
  return { taken: best, proven: isProven ? "worst place" : "nothing" };
}

/** The part's cells of whole numbers or marks. */
const cutTo = (first: Component, whole: Component, ask: WorstFirstAsk): Part => ({
  first: first.problem,
  whole: whole.problem,
  levelOf: first.pairs.map((e) => cellOf(ask.levelOf, e)),
  begin: Uint8Array.from(first.pairs, (e) => mark(ask.begin, e)),
});

/**
 * The fairest answer within the days, which leximin by flows does not look at: where it overbooks nobody it
 * is the fairest of all; a part in which it does has its worst place raised instead, and that only.
 */
export function worstFirst(ask: WorstFirstAsk, solve: DaySolver): FairAnswer {
  const { taken, proof } = fairest(ask);
  const last = proof.last === null ? null : ask.last;
  const isProven = isFairest({ ...ask, last }, taken, proof);
  const over = overbooked(ask.whole, taken);
  let proven: FairReach = isProven ? "every place" : "nothing";
  if (over.every((halfDays) => halfDays === 0)) return { taken, proven };
  const wholeParts = componentsOf(ask.whole);
  componentsOf(ask.first).forEach((first, x) => {
    const part = wholeParts[x];
    if (part === undefined || first.practitioners.every((j) => over[j] === 0)) return;
    const found = raised(cutTo(first, part, ask), solve);
    found.taken.forEach((chosen, e) => (taken[cellOf(first.pairs, e)] = chosen));
    if (proven !== "nothing") proven = found.proven;
  });
  return { taken, proven };
}
