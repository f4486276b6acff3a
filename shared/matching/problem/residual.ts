import { addTo, exact, mark, startsOf, whole } from "./cells.ts";
import type { Problem } from "./problem.ts";

/** What is decided of a pair. */
export const [open, kept, out] = [0, 1, 2] as const;

/** Pairs that are open, in the room that those kept leave, and where each stands in the problem it came from. */
export interface Residual {
  readonly problem: Problem;
  readonly pairs: Int32Array;
}

/** What is left of a problem once some of its pairs are kept and some are out. */
export function residualOf(problem: Problem, fate: Uint8Array): Residual {
  const pairs = Int32Array.from(fate.keys()).filter((e) => mark(fate, e) === open);
  const [wanted, dayCapacity] = [problem.wanted.slice(), problem.dayCapacity.slice()];
  const [groupLimit, load] = [problem.groupLimit.slice(), new Int32Array(problem.practitionerCount)];
  const counts = new Int32Array(problem.requestCount);
  for (let i = 0; i < problem.requestCount; i++)
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      if (fate[e] === open) addTo(counts, i, 1);
      if (fate[e] !== kept) continue;
      const [j, g] = [whole(problem.practitioner, e), whole(problem.group, e)];
      addTo(wanted, i, -1);
      addTo(dayCapacity, j, -whole(problem.need, e));
      addTo(load, j, 1);
      if (g >= 0) addTo(groupLimit, g, -1);
    }
  const gather = (cells: Int32Array): Int32Array => pairs.map((e) => whole(cells, e));
  return {
    pairs,
    problem: {
      ...problem,
      wanted,
      dayCapacity,
      groupLimit,
      start: startsOf(counts),
      practitioner: gather(problem.practitioner),
      need: gather(problem.need),
      group: gather(problem.group),
      weight: Float64Array.from(pairs, (e) => exact(problem.weight, e)),
      ...slotsLeft(problem, load),
    },
  };
}

/** The slots that are left when everybody has used some: the first ones are gone. */
function slotsLeft(
  { slotStart, slotCost }: Problem,
  load: Int32Array,
): Pick<Problem, "slotStart" | "slotCost"> {
  const from = (j: number): number => whole(slotStart, j) + whole(load, j);
  const costs = Array.from(load.keys()).flatMap((j) =>
    Array.from(slotCost.subarray(from(j), whole(slotStart, j + 1))),
  );
  return {
    slotStart: startsOf(load.map((_, j) => whole(slotStart, j + 1) - from(j))),
    slotCost: Float64Array.from(costs),
  };
}
