import type { Encoded } from "./encode.ts";
import { requestOfPairs } from "./problem.ts";

/** How many fit units a priority is worth, and how many of the greatest priorities an owed place. */
export interface Units {
  readonly fits: number;
  readonly places: number;
}

/** The problem of a run in a scale whose units outweigh little. */
export function lighter(full: Encoded, { fits, places }: Units): Encoded {
  const { problem, scale, priority } = full;
  const owner = requestOfPairs(problem);
  const priorityUnit = fits * scale.fitUnit;
  const leastUnit = places * Math.max(1, ...priority) * priorityUnit;
  return {
    ...full,
    scale: { ...scale, priorityUnit, leastUnit, outweighs: false },
    problem: {
      ...problem,
      weight: problem.weight.map(
        (worth, e) => worth - (priority[owner[e] ?? 0] ?? 0) * (scale.priorityUnit - priorityUnit),
      ),
      slotCost: problem.slotCost.map((cost) => (cost < 0 ? cost + scale.leastUnit - leastUnit : cost)),
    },
  };
}
