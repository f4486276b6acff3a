import { mark, whole } from "./cells.ts";
import { check } from "./certificate.ts";
import type { Instance } from "./instance.ts";
import { type Problem, requestOfPairs } from "./problem.ts";
import { solve } from "./solve.ts";

export interface InstanceOptions {
  /** Each filled place is worth its priority times this, plus its score; null makes priority outweigh all scores. */
  readonly objectiveWeight: number | null;
  /** Whether days bind; without them only places do. */
  readonly days: boolean;
  readonly cases: number;
}

export interface InstanceAnswer {
  readonly kind: "solved";
  readonly requests: number;
  readonly practitioners: number;
  readonly edges: number;
  readonly objective: number;
  readonly filled: number;
  readonly priorityFilled: number;
  readonly fit: number;
  readonly worstFit: number | null;
  readonly bound: number;
  readonly gap: number;
  readonly certified: boolean;
  /** 1 for each pair that is chosen. */
  readonly taken: Uint8Array;
}

export type InstanceOutcome = InstanceAnswer | { readonly kind: "too-large"; readonly message: string };

const noDays = 2 ** 30;

/** The weight that makes one place of the lowest priority outweigh all the scores there can be. */
function outweighing(instance: Instance): number {
  const wanted = instance.wanted.reduce((sum, count) => sum + count, 0);
  return 1 + wanted * instance.score.reduce((most, score) => Math.max(most, score), 0);
}

function problemOf(instance: Instance, weightPerPriority: number, days: boolean): Problem {
  const degree = new Int32Array(instance.practitionerCount);
  for (const j of instance.practitioner) degree[j] = whole(degree, j) + 1;
  const slotStart = new Int32Array(instance.practitionerCount + 1);
  instance.slots.forEach((slots, j) => {
    slotStart[j + 1] = whole(slotStart, j) + Math.min(slots, whole(degree, j));
  });
  const weight = new Float64Array(instance.score.length);
  for (let i = 0; i < instance.requestCount; i++)
    for (let e = whole(instance.start, i); e < whole(instance.start, i + 1); e++)
      weight[e] = whole(instance.priority, i) * weightPerPriority + whole(instance.score, e);
  return {
    requestCount: instance.requestCount,
    practitionerCount: instance.practitionerCount,
    wanted: instance.wanted,
    halfDays: days ? instance.days : new Int32Array(instance.requestCount),
    start: instance.start,
    practitioner: instance.practitioner,
    weight,
    group: new Int32Array(instance.score.length).fill(-1),
    groupLimit: new Int32Array(0),
    slotStart,
    slotCost: new Float64Array(whole(slotStart, instance.practitionerCount)),
    dayCapacity: days ? instance.dayCapacity : new Int32Array(instance.practitionerCount).fill(noDays),
  };
}

/** Solves an instance and has the answer certified. Days are counted in the file's own unit. */
export function solveInstance(instance: Instance, options: InstanceOptions): InstanceOutcome {
  const perPriority = options.objectiveWeight ?? outweighing(instance);
  const problem = problemOf(instance, perPriority, options.days);
  const greatest = problem.weight.reduce((most, worth) => Math.max(most, worth), 0);
  const places = instance.wanted.reduce((sum, count) => sum + count, 0);
  if (greatest * places > 2 ** 52)
    return { kind: "too-large", message: "Totals would not be exact whole numbers." };
  const solution = solve(problem, options.cases);
  const verdict = check(problem, solution, solution.claims);
  const owner = requestOfPairs(problem);
  const totals = { filled: 0, priorityFilled: 0, fit: 0, worst: Infinity };
  instance.score.forEach((score, e) => {
    if (mark(solution.taken, e) === 0) return;
    totals.filled++;
    totals.priorityFilled += whole(instance.priority, whole(owner, e));
    totals.fit += score;
    totals.worst = Math.min(totals.worst, score);
  });
  const objective = verdict.parts.reduce((sum, part) => sum + part.objective, 0);
  const bound = verdict.parts.reduce((sum, part) => sum + part.bound, 0);
  return {
    kind: "solved",
    requests: instance.requestCount,
    practitioners: instance.practitionerCount,
    edges: instance.score.length,
    objective,
    filled: totals.filled,
    priorityFilled: totals.priorityFilled,
    fit: totals.fit,
    worstFit: totals.worst === Infinity ? null : totals.worst,
    bound,
    gap: bound === 0 ? 0 : (bound - objective) / bound,
    certified: verdict.valid,
    taken: solution.taken,
  };
}
