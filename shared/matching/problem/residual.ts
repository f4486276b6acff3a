import { addTo, gathered, gatheredExact, startsOf, whole } from "./cells.ts";
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
  const pairs = new Int32Array(fate.reduce((count, each) => count + (each === open ? 1 : 0), 0));
  const [wanted, dayCapacity] = [problem.wanted.slice(), problem.dayCapacity.slice()];
  const [groupLimit, load] = [problem.groupLimit.slice(), new Int32Array(problem.practitionerCount)];
  const counts = new Int32Array(problem.requestCount);
  let next = 0;
  for (let i = 0; i < problem.requestCount; i++)
    for (let e = whole(problem.start, i); e < whole(problem.start, i + 1); e++) {
      if (fate[e] === open) {
        pairs[next++] = e;
        addTo(counts, i, 1);
      }
      if (fate[e] !== kept) continue;
      const [j, g] = [whole(problem.practitioner, e), whole(problem.group, e)];
      addTo(wanted, i, -1);
      addTo(dayCapacity, j, -whole(problem.need, e));
      addTo(load, j, 1);
      if (g >= 0) addTo(groupLimit, g, -1);
    }
  return {
    pairs,
    problem: {
      ...problem,
      wanted,
      dayCapacity,
      groupLimit,
      start: startsOf(counts),
      practitioner: gathered(problem.practitioner, pairs),
      need: gathered(problem.need, pairs),
      group: gathered(problem.group, pairs),
      weight: gatheredExact(problem.weight, pairs),
      ...slotsLeft(problem, load),
    },
  };
}

/** The slots that are left when everybody has used some: the first ones are gone. */
function slotsLeft(
  { slotStart, slotCost }: Problem,
  load: Int32Array,
): Pick<Problem, "slotStart" | "slotCost"> {
  const left = startsOf(load.map((used, j) => whole(slotStart, j + 1) - whole(slotStart, j) - used));
  const costs = new Float64Array(whole(left, load.length));
  for (let j = 0; j < load.length; j++)
    costs.set(
      slotCost.subarray(whole(slotStart, j) + whole(load, j), whole(slotStart, j + 1)),
      whole(left, j),
    );
  return { slotStart: left, slotCost: costs };
}
