import { exact, whole } from "../problem/cells.ts";
import type { Cost } from "./trade.ts";
import type { LossTiers } from "./result.ts";
import type { Solved } from "./standing.ts";

/**
 * What a run could lose at most of each tier: all its priorities, and all its fit with every place that costs rotation.
 * `below` is all that it has of the tiers below, in units of the problem.
 */
function mostOf({ encoded, solution, requestOfPair }: Solved) {
  const { problem, scale, priority } = encoded;
  const most = { priorityWeighted: 0, fit: 1, below: 0 };
  solution.taken.forEach((chosen, e) => {
    if (chosen === 0) return;
    const each = exact(priority, whole(requestOfPair, e));
    most.priorityWeighted += each;
    const beside = exact(problem.weight, e) - each * scale.priorityUnit;
    most.fit += Math.ceil(beside / scale.fitUnit);
    most.below += beside % scale.fitUnit;
  });
  for (const cost of problem.slotCost)
    most.fit += Math.max(0, Math.ceil((cost < 0 ? cost + scale.leastUnit : cost) / scale.fitUnit));
  return most;
}

/** Reads how much of each tier a run loses for certain when it loses so much of its total. */
export function lossReader(solved: Solved): (loss: number) => LossTiers {
  const { scale } = solved.encoded;
  const most = mostOf(solved);
  const mostFit = most.fit * scale.fitUnit;
  const mostBelow = most.priorityWeighted * scale.priorityUnit + mostFit;
  // No tier can lose more than there is: what is missing beyond that is lost of the tiers above.
  return (loss) => {
    const owed = Math.max(0, Math.ceil((loss - mostBelow) / scale.leastUnit));
    const beside = loss - owed * scale.leastUnit;
    const priorityWeighted = Math.ceil((beside - mostFit) / scale.priorityUnit);
    const fit = Math.ceil((beside - priorityWeighted * scale.priorityUnit - most.below) / scale.fitUnit);
    // Adding 0 makes a 0 of what is rounded up to -0.
    return { owed, priorityWeighted: priorityWeighted + 0, fit: fit + 0 };
  };
}

/** Whether a cost is no more than what is lost for certain, as far as tiers are told. */
export const isSameLoss = (cost: Cost, { owed, priorityWeighted, fit }: LossTiers): boolean =>
  cost.owed === owed && cost.priorityWeighted === priorityWeighted && cost.fit === fit;
