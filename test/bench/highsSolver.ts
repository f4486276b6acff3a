// HiGHS, where days bind, in a process of its own.
import highs from "highs";
import { encodeInstance } from "../../shared/matching/instances/encodeInstance.ts";
import { Allowed, type HighsSolved, warmUp } from "./daysSolved.ts";
import { modelOf } from "./highsModel.ts";
import { readInstance, weight } from "./matchingInstances.ts";
import { processorMilliseconds } from "./processorTime.ts";
import { solveWhenTold } from "./solverProcess.ts";

const encoded = encodeInstance(readInstance(process.argv[2] ?? ""), {
  objectiveWeight: weight,
  days: true,
});
if (encoded.kind === "too-large") throw new Error(encoded.message);
const model = modelOf(encoded.problem);
// The package's types are those of its other form, which wraps the loader.
const load = "default" in highs ? highs.default : highs;
const solver = await load();

function solved({ seconds, enough }: Allowed): HighsSolved {
  const began = processorMilliseconds();
  const { Status } = solver.solve(model, { output_flag: false, mip_rel_gap: enough, time_limit: seconds });
  return { milliseconds: processorMilliseconds() - began, reached: Status === "Optimal" };
}

solveWhenTold(Allowed, { solved, ...warmUp });
