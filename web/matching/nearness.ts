import { counted } from "../../shared/domain/counted.ts";
import type { RunMetrics } from "../../shared/domain/runs/runMetrics.ts";
import type { RunSummary } from "../../shared/domain/runs/run.ts";
import { roundedUp } from "./fit.ts";

type Fairness = NonNullable<RunMetrics["fairness"]>;

const noneFairer = "Proven: no answer is fairer";

/** How far it is proven that nothing is fairer. */
function reachOf({ proven, worstAtMost }: Fairness): string {
  if (proven === "every place") return noneFairer;
  if (proven === "worst place")
    return "Proven of the worst place: with as many places it cannot be better. Of others it is not proven";
  return worstAtMost === null
    ? "Not proven: a fairer answer may exist"
    : `Not proven: a fairer answer may exist. Its worst place that is not pinned fits ${roundedUp(worstAtMost)} of 100 at most`;
}

/** How near to the best: by the first tier that is not proved reached. */
export function nearness({ isOptimal, objective, bound, fairness }: RunMetrics): string {
  const isFair = fairness !== null && fairness.mode !== "total-fit";
  if (isOptimal) return isFair ? noneFairer : "Proven: no answer is better by the policy";
  const loads = bound.leastLoads - objective.leastLoads;
  if (loads > 0) return `At most ${counted(loads, "more place")} may be found for those who are owed work`;
  if (bound.priorityWeighted > objective.priorityWeighted)
    return `Priority filled counts ${objective.priorityWeighted}; at most ${bound.priorityWeighted} may be reached`;
  // Where the worst place comes before the total, fit below its bound is what fairness costs.
  if (fairness?.mode === "worst-first") return reachOf(fairness);
  // Both are kept in hundredths of a point.
  const fit = roundedUp((bound.fitLessRotation - objective.fitLessRotation) / 100);
  if (fit > 0) return `At most ${counted(fit, "point")} of fit and shared load more may be reached`;
  return isFair
    ? reachOf(fairness)
    : "Proven: no answer has more places or fit. Of equal ones another may be better";
}

/** Whether a run was checked, and what is proven of it, in a sentence. */
export function checkedInWords({
  gap,
  certified,
  years,
}: Pick<RunSummary, "gap" | "certified" | "years">): string {
  if (!certified) return "This run was not checked.";
  if (gap > 0)
    return `Checked by itself; at most ${(Math.ceil(gap * 10_000) / 100).toFixed(2)} % better may exist.`;
  return years.every(({ isOptimal }) => isOptimal)
    ? "Checked by itself, and proven: no answer is better by the policy."
    : "Checked by itself; whether a better answer by the policy exists is not proven.";
}
