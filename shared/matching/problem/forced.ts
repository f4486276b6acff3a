import { exact, whole } from "./cells.ts";
import type { Problem } from "./problem.ts";

/** What is left to be decided of a problem once one pair is taken for certain. */
export interface Forced {
  readonly problem: Problem;
  /** What the pair adds to the objective, its practitioner's first slot paid for. */
  readonly worth: number;
}

const allBut =
  (index: number) =>
  (_: number, at: number): boolean =>
    at !== index;

/** Takes one pair for certain; requests, practitioners and groups keep their places, and pairs after it move up by one. */
export function forcedBy(problem: Problem, pair: number): Forced {
  const { start, practitioner, need, weight, group, slotStart, slotCost } = problem;
  const [j, g] = [whole(practitioner, pair), whole(group, pair)];
  const i = start.findLastIndex((first) => first <= pair);
  const firstSlot = whole(slotStart, j);
  const less = (cells: Int32Array, index: number, amount: number): Int32Array =>
    cells.map((value, at) => (at === index ? value - amount : value));
  return {
    worth: exact(weight, pair) - exact(slotCost, firstSlot),
    problem: {
      ...problem,
      wanted: less(problem.wanted, i, 1),
      start: start.map((first) => (first > pair ? first - 1 : first)),
      practitioner: practitioner.filter(allBut(pair)),
      need: need.filter(allBut(pair)),
      weight: weight.filter(allBut(pair)),
      group: group.filter(allBut(pair)),
      groupLimit: less(problem.groupLimit, g, 1),
      slotStart: slotStart.map((first, at) => (at > j ? first - 1 : first)),
      slotCost: slotCost.filter(allBut(firstSlot)),
      dayCapacity: less(problem.dayCapacity, j, whole(need, pair)),
    },
  };
}
