import { mark } from "../problem/cells.ts";
import { type OpenRun, isBest, openRun } from "../openRun.ts";

/** What rotation costs a run. */
export interface RotationLoss {
  /** Basis points that each deployment already held costs the next one. */
  readonly costPerLoad: number;
  /** Total fit of the same run without that cost, less that of this one; below 0 only where stability was given up. */
  readonly lossInFit: number;
  /** Whether both answers are proven to be the best, so that the loss is no accident of the search. */
  readonly proven: boolean;
}

/** Total fit of what was solved; pins are the same with any cost. */
const totalFit = ({ encoded, solution }: OpenRun): number =>
  encoded.fit.reduce((sum, fit, e) => sum + (mark(solution.taken, e) === 1 ? fit : 0), 0);

/** Solves a run again without its cost of rotation and says by how much total fit it would be better. */
export function rotationLoss(run: OpenRun): RotationLoss {
  const { input } = run.roster;
  const costPerLoad = input.policy.rotationCostPerLoad;
  if (costPerLoad === 0) return { costPerLoad, lossInFit: 0, proven: true };
  const free = openRun({ ...input, policy: { ...input.policy, rotationCostPerLoad: 0 } });
  if (free.kind === "invalid-input") throw new Error("A run that could be solved cannot be without rotation");
  return {
    costPerLoad,
    lossInFit: totalFit(free.run) - totalFit(run),
    proven: isBest(run) && isBest(free.run),
  };
}
